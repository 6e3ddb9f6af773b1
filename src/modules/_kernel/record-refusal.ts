/**
 * Refusals stand outside the undone transaction, in one of their own. Those that come while one is being written share the
 * next: when a thousand people want one slot, 999 refusals must not be 999 transactions before anybody is answered.
 */
import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { AuditRow } from "./audit-row.ts";

const insertAuditEvents = statement(
  "kernel.record-refusals",
  "select insert_audit_event($1, refused.row) from jsonb_array_elements($2::jsonb) as refused (row)",
);

interface Queue {
  /** Being written. */
  current: Promise<unknown>;
  /** Still taking rows. */
  next: { readonly rows: AuditRow[]; readonly written: Promise<void> } | null;
}

const queues = new WeakMap<Database, Map<string, Queue>>();

/** Ends when the row is committed; fails when it could not be. */
export function recordRefusal(database: Database, orgId: string, row: AuditRow): Promise<void> {
  const queue = queueOf(database, orgId);
  if (queue.next !== null) {
    queue.next.rows.push(row);
    return queue.next.written;
  }
  const rows = [row];
  const write = async (): Promise<void> => {
    queue.next = null;
    await database.transaction({ orgId }, (tx) => tx.run(insertAuditEvents, [orgId, JSON.stringify(rows)]));
  };
  const written = queue.current.then(write, write);
  queue.next = { rows, written };
  queue.current = written;
  return written;
}

function queueOf(database: Database, orgId: string): Queue {
  const known = queues.get(database) ?? new Map<string, Queue>();
  queues.set(database, known);
  const queue = known.get(orgId) ?? { current: Promise.resolve(), next: null };
  known.set(orgId, queue);
  return queue;
}
