/** Records that hold exactly this contact or record number, verified or not. */
import { foldEmail, foldIdentifier } from "../../domain/person/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Keyring } from "../_kernel/index.ts";
import { findCandidates } from "./find-candidates.ts";
import type { PatientRecord } from "./patient-record.ts";
import { readPatients } from "./read-patients.ts";
import { emailEntry, phoneEntry, recordNumberEntry, type SearchEntry } from "./search-index.ts";

export interface Contact {
  readonly kind: "email" | "phone";
  /** An address, or a number in E.164. */
  readonly value: string;
}

export function hasContact(record: PatientRecord, { kind, value }: Contact): boolean {
  if (kind === "phone") return record.phone === value;
  return record.email !== null && foldEmail(record.email) === foldEmail(value);
}

export function patientsOfContact(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  contact: Contact,
): Promise<PatientRecord[]> {
  const entry = contact.kind === "email" ? emailEntry(contact.value) : phoneEntry(contact.value);
  return patientsOfEntry(tx, keyring, orgId, entry, (record) => hasContact(record, contact));
}

export function patientsOfRecordNumber(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  recordNumber: string,
): Promise<PatientRecord[]> {
  const wanted = foldIdentifier(recordNumber);
  return patientsOfEntry(
    tx,
    keyring,
    orgId,
    recordNumberEntry(recordNumber),
    (record) => record.recordNumber !== null && foldIdentifier(record.recordNumber) === wanted,
  );
}

/** A hash may collide; the record itself decides. */
async function patientsOfEntry(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  entry: SearchEntry,
  isMeant: (record: PatientRecord) => boolean,
): Promise<PatientRecord[]> {
  const { blindIndex } = await keyring.organisation(tx, orgId);
  const { ids } = await findCandidates(tx, blindIndex, orgId, { parts: [[entry]], fitting: 1 });
  return [...(await readPatients(tx, keyring, orgId, ids)).values()].filter(isMeant);
}
