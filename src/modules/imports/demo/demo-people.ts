/** Who can sign in to the demo. In demo mode only: everybody's password is the same, and it is printed at every start. */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import { formatFullName } from "../../../domain/person/index.ts";
import type { SyntheticPatient } from "../synthetic/synthetic-patients.ts";
import { demoClinics, readDemoClinic } from "./demo-clinics.ts";

export const demoPassword = "demo-clinic-2026";

export interface DemoSignIn {
  readonly slug: string;
  readonly clinic: string;
  readonly role: "administrator" | "supervisor" | "front-desk" | "doctor" | "nurse" | "patient";
  readonly name: string;
  readonly email: string;
}

/** A patient of the larger clinic with an account, past visits and visits to come. */
export const demoPatient: SyntheticPatient = {
  key: "demo-patient",
  given: "Daniela",
  family: "Reyes",
  secondFamily: null,
  birthDate: "1979-03-22" as SyntheticPatient["birthDate"],
  sex: "female",
  email: "daniela.reyes@example.org",
  phone: "+19145550199",
  locale: "en",
};

/** One of each role that a clinic has; of the doctors a cardiologist, where there is one. */
export function demoSignIns(): DemoSignIn[] {
  return demoClinics.toReversed().flatMap((demo) => {
    const clinic = readDemoClinic(demo);
    const { slug, name } = clinic.organisation;
    const patients = demo.hasDemoPatient ? [{ ...demoPatient, role: "patient" as const }] : [];
    return [...workersShown(clinic), ...patients].map((person) => ({
      ...{ slug, clinic: name, role: person.role, email: person.email },
      name: formatFullName(person, "en"),
    }));
  });
}

function workersShown({ staff, providers }: ClinicFile) {
  const heart = providers.filter(({ specialties }) => specialties.includes("cardiology"));
  const desk = (["administrator", "supervisor", "front-desk"] as const).map((role) =>
    staff.find((each) => each.role === role),
  );
  const diaries = (["doctor", "nurse"] as const).map((role) =>
    [...heart, ...providers].find((each) => each.role === role),
  );
  return [...desk, ...diaries].filter((person) => person !== undefined);
}
