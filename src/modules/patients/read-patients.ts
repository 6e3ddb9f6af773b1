import type { Locale } from "../../contract/values.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";
import { decryptPatient, type PatientCiphers, type PatientOrigin, type PatientRecord } from "./patient-record.ts";

interface PatientRow extends PatientCiphers {
  readonly id: string;
  readonly personId: string | null;
  readonly emailVerifiedAt: string | null;
  readonly phoneVerifiedAt: string | null;
  readonly locale: Locale;
  readonly origin: PatientOrigin;
  readonly registeredAt: string;
  readonly version: number;
}

const selectPatients = statement<PatientRow>(
  "patients.by-id",
  `select id, person_id as "personId", name_cipher as "nameCipher", birth_date_cipher as "birthDateCipher",
          email_cipher as "emailCipher", phone_cipher as "phoneCipher", record_number_cipher as "recordNumberCipher",
          email_verified_at as "emailVerifiedAt", phone_verified_at as "phoneVerifiedAt", locale, origin,
          registered_at as "registeredAt", version
   from patient where org_id = $1 and id = any($2)`,
);

export interface PatientWithKey {
  readonly patient: PatientRecord;
  readonly key: Buffer;
}

/** For whoever also reads or writes something else that stands under the patient's key. */
export async function readPatientsWithKeys(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, PatientWithKey>> {
  const found = new Map<string, PatientWithKey>();
  if (ids.length === 0) return found;
  const keys = await keyring.patients(tx, orgId, ids);
  for (const row of await tx.all(selectPatients, [orgId, [...keys.keys()]])) {
    const key = keys.get(row.id);
    if (key !== undefined) found.set(row.id, { patient: recordOf(orgId, key, row), key });
  }
  return found;
}

/** The records that are here and not erased; the others are missing from the answer. */
export async function readPatients(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, PatientRecord>> {
  const found = await readPatientsWithKeys(tx, keyring, orgId, ids);
  return new Map([...found].map(([id, { patient }]) => [id, patient]));
}

export async function readPatient(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  id: string,
): Promise<PatientRecord | null> {
  return (await readPatients(tx, keyring, orgId, [id])).get(id) ?? null;
}

function recordOf(orgId: string, key: Buffer, row: PatientRow): PatientRecord {
  const { id, personId, emailVerifiedAt, phoneVerifiedAt, locale, origin, registeredAt, version } = row;
  const known = { id, personId, emailVerifiedAt, phoneVerifiedAt, locale, origin, registeredAt, version };
  return { ...known, ...decryptPatient({ orgId, id, key }, row) };
}
