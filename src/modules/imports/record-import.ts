/** The audit record of an import: done by whoever has the command line, on the clinic's behalf. */

import { systemClock } from "../../platform/clock/clock.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import { type AuditDetails, type AuditFacts, type AuditRow, auditRow, type Keyring } from "../_kernel/index.ts";

const insertAuditEvents = statement(
  "imports.insert-audit-events",
  `insert into audit_event (org_id, id, at, actor_id, role, action, intent, subject_type, subject_id, patient_id,
                            outcome, code, details, request_id, origin, mac)
   select $1, a.id, a.at, a.actor_id, a.role, a.action, a.intent, a.subject_type, a.subject_id, a.patient_id,
          a.outcome, a.code, a.details, a.request_id, a.origin, a.mac
   from jsonb_populate_recordset(null::audit_event, $2) a`,
);

/** One row of the record per thing imported; `importId` ties those of one run together. */
export function importAuditRow(keyring: Keyring, orgId: string, importId: string, facts: AuditFacts): AuditRow {
  const context = {
    organisation: { orgId },
    actor: { personId: null, roles: ["operator"] as const },
    requestId: importId,
    origin: "import",
    nowMs: systemClock.nowMs(),
  };
  return auditRow(keyring, context, facts, "done", null);
}

export async function insertImportAudit(tx: Transaction, orgId: string, rows: readonly AuditRow[]): Promise<void> {
  await tx.run(insertAuditEvents, [orgId, JSON.stringify(rows)]);
}

/** An import as a whole. */
export async function recordImport(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  action: string,
  details: AuditDetails,
): Promise<void> {
  const facts = { action, subjectType: "organisation", subjectId: orgId, details };
  await insertImportAudit(tx, orgId, [importAuditRow(keyring, orgId, newId(), facts)]);
}
