/** For operations that open their transaction themselves: the audit row that the kernel would have written in it. */
import type { RouteName } from "../../contract/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { DirectCall } from "./operation.ts";

const insertAuditEvent = statement("kernel.record-done", "select insert_audit_event($1, $2)");

export async function recordDone(
  tx: Transaction,
  call: Pick<DirectCall<RouteName>, "context" | "duties">,
): Promise<void> {
  await tx.run(insertAuditEvent, [call.context.organisation.orgId, call.duties.auditRow("done", null)]);
}
