import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { PatientPrivate } from "./patient-record.ts";
import { entriesOf, hashEntry } from "./search-index.ts";

const insertEntries = statement(
  "patients.insert-search",
  `insert into patient_search (org_id, kind, hash, patient_id)
   select $1, kind, hash, patient_id from unnest($2::smallint[], $3::bytea[], $4::uuid[]) as entry (kind, hash, patient_id)
   on conflict do nothing`,
);
const deleteEntries = statement(
  "patients.delete-search",
  "delete from patient_search where org_id = $1 and patient_id = $2",
);

export type IndexedPatient = PatientPrivate & { readonly id: string };

export async function insertSearchEntries(
  tx: Transaction,
  blindIndex: Buffer,
  orgId: string,
  patients: readonly IndexedPatient[],
): Promise<void> {
  const kinds: number[] = [];
  const hashes: Buffer[] = [];
  const ids: string[] = [];
  for (const patient of patients) {
    for (const entry of entriesOf(patient)) {
      const { kind, hash } = hashEntry(blindIndex, entry);
      kinds.push(kind);
      hashes.push(hash);
      ids.push(patient.id);
    }
  }
  await tx.run(insertEntries, [orgId, kinds, hashes, ids]);
}

export async function replaceSearchEntries(
  tx: Transaction,
  blindIndex: Buffer,
  orgId: string,
  patient: IndexedPatient,
): Promise<void> {
  await tx.run(deleteEntries, [orgId, patient.id]);
  await insertSearchEntries(tx, blindIndex, orgId, [patient]);
}
