/** Who can sign in to the demo. In demo mode only: everybody's password is the same, and it is printed at every start. */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import { formatFullName } from "../../../domain/person/index.ts";
import type { SyntheticPatient } from "../synthetic/synthetic-patients.ts";

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

/** One of each role that the clinic has; of the doctors a cardiologist, where there is one. */
export function demoSignIns({ organisation, staff, providers }: ClinicFile): DemoSignIn[] {
  const { slug, name: clinic } = organisation;
  const doctors = providers.filter(({ role }) => role === "doctor");
  const people = [
    ...(["administrator", "supervisor", "front-desk"] as const).map((role) => staff.find((each) => each.role === role)),
    doctors.find(({ specialties }) => specialties.includes("cardiology")) ?? doctors[0],
    providers.find(({ role, specialties }) => role === "nurse" && specialties.includes("cardiology")) ??
      providers.find(({ role }) => role === "nurse"),
  ];
  return people.flatMap((person) => {
    if (person === undefined) return [];
    return [{ slug, clinic, role: person.role, name: formatFullName(person, "en"), email: person.email }];
  });
}

export const patientSignIn = ({ organisation }: ClinicFile): DemoSignIn => ({
  slug: organisation.slug,
  clinic: organisation.name,
  role: "patient",
  name: formatFullName(demoPatient, "en"),
  email: demoPatient.email,
});
