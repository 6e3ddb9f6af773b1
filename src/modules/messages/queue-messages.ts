/** Puts messages in the queue. The same intent a second time changes nothing: the table is unique by what it says. */
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { MessageIntent } from "./message.ts";

const insertMessage = statement(
  "messages.insert",
  `insert into message (org_id, id, subject_type, subject_id, sequence, kind, channel, recipient_kind, recipient_id,
                        locale, due_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())
   on conflict (org_id, subject_id, sequence, kind, channel, recipient_id) do nothing`,
);

export async function queueMessages(tx: Transaction, orgId: string, intents: readonly MessageIntent[]): Promise<void> {
  for (const intent of intents) {
    const { subjectType, subjectId, sequence, kind, channel, recipientKind, recipientId, locale } = intent;
    const about = [subjectType, subjectId, sequence, kind, channel];
    await tx.run(insertMessage, [orgId, newId(), ...about, recipientKind, recipientId, locale]);
  }
}
