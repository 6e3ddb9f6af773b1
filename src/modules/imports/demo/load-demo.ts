/**
 * Loads the demo: two clinics from their files, some 2,000 made-up patients, 12,000 appointments around the day of the
 * first start, and accounts to sign in with.
 *
 * Everything is keyed and planned from one seed and from the moment at which the first clinic was made, so that a loading
 * that was killed goes on where it stopped. The demo patient's account gets its record last: where it has one, all the rest is there.
 */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import { localDateOf, type Minute, minuteOfEpochMs } from "../../../domain/time/index.ts";
import { msOf } from "../../../platform/clock/clock.ts";
import { keyedHash } from "../../../platform/crypto/keyed-hash.ts";
import type { Database } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import type { Keyring } from "../../_kernel/index.ts";
import { createPerson, hashPassword } from "../../identity/index.ts";
import { ensurePatientOfPerson } from "../../patients/index.ts";
import { importClinic } from "../clinic/import-clinic.ts";
import { asHistoryVisits } from "../history/history-visit.ts";
import { importHistory } from "../history/import-history.ts";
import { importCheckedPatients } from "../patients/import-patients.ts";
import { clinicHistory } from "../synthetic/clinic-history.ts";
import type { HistoryPatient } from "../synthetic/history-types.ts";
import { type SyntheticPatient, syntheticPatients } from "../synthetic/synthetic-patients.ts";
import { type DemoClinic, demoClinics, readDemoClinic } from "./demo-clinics.ts";
import { type DemoSignIn, demoPassword, demoPatient, demoSignIns } from "./demo-people.ts";
import { giveVisits } from "./give-visits.ts";

export interface DemoOptions {
  readonly log: (line: string) => void;
  /** A tenth of everything is enough for a test. */
  readonly scale?: number;
}

const daysAround = 60;

const selectPatientOf = statement<{ orgId: string }>(
  "imports.demo-patient",
  `select o.org_id as "orgId" from person_by_contact('email', $1) p, organisations_of_person(p.person_id) o where o.is_patient`,
);
const selectMadeAt = statement<{ createdAt: string }>(
  "imports.organisation-made-at",
  `select created_at as "createdAt" from organisation where org_id = $1`,
);

/** Gives who can sign in. Loads nothing where the demo is loaded already. */
export async function loadDemo(
  database: Database,
  keyring: Keyring,
  { log, scale = 1 }: DemoOptions,
): Promise<readonly DemoSignIn[]> {
  if (await isLoaded(database, keyring)) return demoSignIns();
  log("Loading the demo: two clinics, their patients and their appointments. This happens once.");
  const passwordHash = await hashPassword(demoPassword);
  for (const demo of demoClinics) {
    const orgId = await loadClinic(database, keyring, demo, { passwordHash, log, scale });
    if (demo.hasDemoPatient) await makePatientAccount(database, keyring, orgId, passwordHash);
  }
  return demoSignIns();
}

async function isLoaded(database: Database, keyring: Keyring): Promise<boolean> {
  const found = await database.alone(selectPatientOf, [keyedHash(keyring.contactIndex, demoPatient.email)]);
  return found.length > 0;
}

async function loadClinic(
  database: Database,
  keyring: Keyring,
  demo: DemoClinic,
  { passwordHash, log, scale }: Required<DemoOptions> & { readonly passwordHash: string },
): Promise<string> {
  const clinic = readDemoClinic(demo);
  const { name, zone } = clinic.organisation;
  const made = await importClinic(database, keyring, clinic, { passwordHash });
  if (!made.ok) throw new Error(`the demo clinic ${demo.file} was refused: ${made.code}`);
  const { orgId } = made.value;
  const now = await madeAt(database, orgId);

  const today = localDateOf(now, zone);
  const people = syntheticPatients(demo.seed, Math.round(demo.patients * scale), { ...demo, today });
  const all = demo.hasDemoPatient ? [demoPatient, ...people] : people;
  await importCheckedPatients(database, keyring, orgId, all.map(asChecked), () => {});
  log(`${name}: ${all.length} patients`);

  const patients = people.map(asHistoryPatient);
  const count = Math.round(demo.appointments * scale);
  const plan = { seed: demo.seed, now, count, daysBack: daysAround, daysAhead: daysAround, patients };
  const planned = clinicHistory(clinic, plan);
  const visits = demo.hasDemoPatient ? withDemoPatient(clinic, planned, patients, now) : planned;
  const { created, unchanged } = await importHistory(
    database,
    keyring,
    orgId,
    asHistoryVisits(`demo-${demo.seed}`, visits),
  );
  log(`${name}: ${created + unchanged} appointments`);
  return orgId;
}

async function madeAt(database: Database, orgId: string): Promise<Minute> {
  const row = await database.transaction({ orgId }, (tx) => tx.one(selectMadeAt, [orgId]));
  if (row === undefined) throw new Error("a demo clinic was made and has no row");
  return minuteOfEpochMs(msOf(row.createdAt));
}

const asHistoryPatient = ({ key, birthDate, sex, locale }: SyntheticPatient): HistoryPatient => ({
  id: key,
  birthDate,
  sex,
  locale,
});

function asChecked({ key, sex: _sex, ...details }: SyntheticPatient) {
  return { details: { ...details, importKey: key }, saysLocale: true };
}

function withDemoPatient(
  { services }: ClinicFile,
  planned: ReturnType<typeof clinicHistory>,
  patients: readonly HistoryPatient[],
  now: Minute,
) {
  const suitable = services.filter(({ department }) => ["cardiology", "family-medicine"].includes(department));
  const wanted = { past: 4, future: 2, services: new Set(suitable.map(({ key }) => key)) };
  return giveVisits(planned, patients, asHistoryPatient(demoPatient), now, wanted);
}

/** A person whose record the clinic has already, and who has now verified both contacts of it. */
async function makePatientAccount(
  database: Database,
  keyring: Keyring,
  orgId: string,
  passwordHash: string,
): Promise<void> {
  const { given, family, secondFamily, birthDate, email, phone, locale } = demoPatient;
  const name = { given, family, secondFamily };
  const id = await createPerson(database, keyring, { name, birthDate, locale, email, phone, passwordHash });
  const contacts = [
    { kind: "email", value: email, verified: true },
    { kind: "phone", value: phone, verified: true },
  ] as const;
  await database.transaction({ orgId, personId: id }, (tx) =>
    ensurePatientOfPerson(tx, keyring, orgId, { id, name, birthDate, locale, contacts }),
  );
}
