/** Puts messages in the queue. The same intent a second time changes nothing: the table is unique by what it says. */
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { MessageIntent } from "./message.ts";

const insertMessages = statement(
  "messages.insert",
  `insert into message (org_id, id, subject_type, subject_id, sequence, kind, channel, recipient_kind, recipient_id,
                        locale, due_at)
   select $1, q.id, q."subjectType", q."subjectId", q.sequence, q.kind, q.channel, q."recipientKind", q."recipientId",
          q.locale, clock_timestamp()
   from jsonb_to_recordset($2) as q (id uuid, "subjectType" text, "subjectId" uuid, sequence int, kind text, channel text,
                                     "recipientKind" text, "recipientId" uuid, locale text)
   on conflict (org_id, subject_id, sequence, kind, channel, recipient_id) do nothing`,
);

export async function queueMessages(tx: Transaction, orgId: string, intents: readonly MessageIntent[]): Promise<void> {
  if (intents.length === 0) return;
  const rows = intents.map((intent) => ({ ...intent, id: newId() }));
  await tx.run(insertMessages, [orgId, JSON.stringify(rows)]);
}
