/**
 * On record: who saw which patients on which screen [AUD-01]. One event for a list and a row per patient in
 * `audit_subject`; once per person, patient, screen and 15 minutes, so that a diary left open does not fill the record.
 */
import { isoOf } from "../../platform/clock/clock.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { auditRow } from "./audit-row.ts";
import type { Context } from "./context.ts";
import type { Keyring } from "./keyring.ts";
import { insertAuditEvent } from "./run-operation.ts";

const onRecordForMs = 15 * 60_000;

const selectOnRecord = statement<{ patientId: string }>(
  "kernel.reads-on-record",
  `select distinct s.patient_id as "patientId"
   from audit_subject s
   join audit_event e on e.org_id = s.org_id and e.id = s.event_id
   where s.org_id = $1 and s.patient_id = any($2) and s.at > $3
     and e.actor_id = $4 and e.action = 'patient.view' and e.intent = $5`,
);
const insertSubjects = statement(
  "kernel.insert-audit-subjects",
  `insert into audit_subject (org_id, patient_id, at, event_id)
   select $1, patient_id, $2, $3 from unnest($4::uuid[]) as seen (patient_id)`,
);

export interface ReadingCall {
  readonly tx: Transaction;
  readonly context: Context;
  readonly keyring: Keyring;
}

/** `screen` is a name such as `patient-search`. For lists; one record alone is the operation's own event. */
export async function auditReads(call: ReadingCall, screen: string, patientIds: readonly string[]): Promise<void> {
  const { tx, context, keyring } = call;
  const { orgId } = context.organisation;
  if (patientIds.length === 0) return;
  const since = isoOf(context.nowMs - onRecordForMs);
  const rows = await tx.all(selectOnRecord, [orgId, patientIds, since, context.actor.personId, screen]);
  const onRecord = new Set(rows.map(({ patientId }) => patientId));
  const seen = [...new Set(patientIds)].filter((id) => !onRecord.has(id));
  if (seen.length === 0) return;
  const facts = { action: "patient.view", intent: screen, details: { patients: seen.length } };
  const event = auditRow(keyring, context, facts, "done", null);
  await tx.run(insertAuditEvent, [orgId, event]);
  await tx.run(insertSubjects, [orgId, event.at, event.id, seen]);
}
