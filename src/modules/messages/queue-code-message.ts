/** A code, or the note that a contact already has an account, to a contact that somebody typed in. */
import type { Locale } from "../../contract/values.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Keyring } from "../_kernel/index.ts";
import { type CodePurpose, encryptCodePayload } from "./code-payload.ts";

export interface CodeMessage {
  /** The organisation that the transaction acts in: its name stands in the message, its key encrypts the code. */
  readonly orgId: string;
  /** Registration, reset or hold that the code belongs to. */
  readonly subjectId: string;
  readonly contact: "email" | "phone";
  /** An e-mail address, or a phone number in E.164. */
  readonly address: string;
  /** Six digits; null for `already-registered`, where there is nothing to type in. */
  readonly code: string | null;
  readonly locale: Locale;
  readonly kind: CodePurpose;
}

// A code sent again is a message of its own: its sequence counts the earlier ones, which it makes stale.
const insertCodeMessage = statement(
  "messages.insert-code",
  `insert into message (org_id, id, subject_type, subject_id, sequence, kind, channel, recipient_kind, recipient_id,
                        locale, due_at, payload_cipher)
   select $1, $2, 'code', $3,
          (select count(*) from message m where m.org_id = $1 and m.subject_id = $3 and m.kind = 'code' and m.channel = $4),
          'code', $4, 'contact', $3, $5, clock_timestamp(), $6`,
);

export async function queueCodeMessage(tx: Transaction, keyring: Keyring, message: CodeMessage): Promise<void> {
  const { orgId, subjectId, contact, address, code, locale, kind } = message;
  const id = newId();
  const keys = await keyring.organisation(tx, orgId);
  const payload = encryptCodePayload(keys, orgId, id, { address, code, purpose: kind });
  const channel = contact === "email" ? "email" : "sms";
  await tx.run(insertCodeMessage, [orgId, id, subjectId, channel, locale, payload]);
}
