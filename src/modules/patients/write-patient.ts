import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";
import { encryptPatient, type PatientRecord } from "./patient-record.ts";
import { replaceSearchEntries } from "./write-search-index.ts";

const updateRow = statement(
  "patients.update",
  `update patient
   set name_cipher = $4, birth_date_cipher = $5, email_cipher = $6, phone_cipher = $7, record_number_cipher = $8,
       email_verified_at = $9, phone_verified_at = $10, locale = $11, version = version + 1
   where org_id = $1 and id = $2 and version = $3`,
);

/** Writes the record with its index. False: it has another version than `version` by now. */
export async function writePatient(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  record: PatientRecord,
  version: number,
): Promise<boolean> {
  const key = (await keyring.patients(tx, orgId, [record.id])).get(record.id);
  if (key === undefined) throw new Error("a patient's record is changed without its key");
  const ciphers = encryptPatient({ orgId, id: record.id, key }, record);
  const written = await tx.run(updateRow, [
    ...[orgId, record.id, version, ciphers.nameCipher, ciphers.birthDateCipher, ciphers.emailCipher],
    ...[ciphers.phoneCipher, ciphers.recordNumberCipher],
    ...[record.emailVerifiedAt, record.phoneVerifiedAt, record.locale],
  ]);
  if (written === 0) return false;
  const { blindIndex } = await keyring.organisation(tx, orgId);
  await replaceSearchEntries(tx, blindIndex, orgId, record);
  return true;
}
