/**
 * The life of a message in the database (LIFECYCLE.md), by the database's clock:
 * queued → claimed → accepted | failed | queued again | unknown; queued → suppressed; unknown → accepted | queued.
 *
 * A row is looked at when it is due and nobody's lease is on it. `attempts` is the fence: an answer that arrives after the
 * message has been taken up again changes nothing.
 */
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Channel, DueMessage } from "./message.ts";

export interface MessageRow extends Omit<DueMessage, "orgId"> {
  readonly state: "queued" | "claimed" | "unknown";
  readonly attempts: number;
  readonly sentCipher: Buffer | null;
}

// The longest a gateway may take is shorter (see the gateways' timeouts).
const lease = "interval '2 minutes'";
const columns = `id, subject_type as "subjectType", subject_id as "subjectId", sequence, kind, channel,
  recipient_kind as "recipientKind", recipient_id as "recipientId", locale, payload_cipher as "payloadCipher",
  created_at as "createdAt", state, attempts, sent_cipher as "sentCipher"`;
const free = "due_at <= now() and (claimed_until is null or claimed_until <= now())";

const selectDue = statement<MessageRow>(
  "messages.next-due",
  `select ${columns} from message
   where org_id = $1 and state in ('queued', 'claimed') and ${free} and channel = $2
   order by due_at limit 1
   for update skip locked`,
);
const selectToAsk = statement<MessageRow>(
  "messages.next-to-ask",
  `select ${columns} from message
   where org_id = $1 and state = 'unknown' and channel = 'sms' and ${free}
   order by due_at limit 1
   for update skip locked`,
);

/** The next message to send, or one whose sender died; its row is locked until the transaction ends. */
export const nextDue = (tx: Transaction, orgId: string, channel: Channel): Promise<MessageRow | undefined> =>
  tx.one(selectDue, [orgId, channel]);
export const nextToAsk = (tx: Transaction, orgId: string): Promise<MessageRow | undefined> =>
  tx.one(selectToAsk, [orgId]);

const updateClaimed = statement(
  "messages.claim",
  `update message set state = 'claimed', claimed_until = clock_timestamp() + ${lease}, attempts = attempts + 1,
          sent_cipher = $3, address_hint = $4, updated_at = clock_timestamp()
   where org_id = $1 and id = $2`,
);
const insertAttempt = statement(
  "messages.insert-attempt",
  `insert into message_attempt (org_id, id, message_id, at, outcome) values ($1, $2, $3, clock_timestamp(), 'started')`,
);

/** Gives back the attempt's id. */
export async function claimMessage(
  tx: Transaction,
  orgId: string,
  id: string,
  sent: Buffer,
  hint: string,
): Promise<string> {
  const attemptId = newId();
  await tx.run(updateClaimed, [orgId, id, sent, hint]);
  await tx.run(insertAttempt, [orgId, attemptId, id]);
  return attemptId;
}

const updateAsking = statement(
  "messages.begin-asking",
  `update message set claimed_until = clock_timestamp() + ${lease} where org_id = $1 and id = $2`,
);
export const beginAsking = (tx: Transaction, orgId: string, id: string) => tx.run(updateAsking, [orgId, id]);

const updateEnded = statement(
  "messages.end",
  `update message set state = $3, state_reason = $4, gateway_id = $5, claimed_until = null, payload_cipher = null,
          updated_at = clock_timestamp()
   where org_id = $1 and id = $2 and attempts = $6 and state in ('queued', 'claimed', 'unknown')`,
);
const updateLater = statement(
  "messages.try-later",
  `update message set state = $3, state_reason = $4, claimed_until = null, updated_at = clock_timestamp(),
          due_at = clock_timestamp() + make_interval(secs => $5)
   where org_id = $1 and id = $2 and attempts = $6 and state in ('queued', 'claimed', 'unknown')`,
);
const updateUncomposed = statement(
  "messages.could-not-compose",
  `update message set attempts = attempts + 1, state_reason = 'not-composed', updated_at = clock_timestamp(),
          due_at = clock_timestamp() + make_interval(secs => $3), state = $4
   where org_id = $1 and id = $2 and state = 'queued'`,
);

export interface Which {
  readonly orgId: string;
  readonly id: string;
  /** How many attempts the message has had, this one included. */
  readonly attempts: number;
}

export const endMessage = (
  tx: Transaction,
  { orgId, id, attempts }: Which,
  state: "accepted" | "failed" | "suppressed",
  reason: string | null,
  gatewayId: string | null = null,
) => tx.run(updateEnded, [orgId, id, state, reason, gatewayId, attempts]);

export const lookAgainLater = (
  tx: Transaction,
  { orgId, id, attempts }: Which,
  state: "queued" | "unknown",
  reason: string,
  seconds: number,
) => tx.run(updateLater, [orgId, id, state, reason, seconds, attempts]);

export const couldNotCompose = (tx: Transaction, orgId: string, id: string, seconds: number | null) =>
  tx.run(updateUncomposed, [orgId, id, seconds ?? 0, seconds === null ? "failed" : "queued"]);

const updateAttempt = statement(
  "messages.end-attempt",
  "update message_attempt set outcome = $3, detail = $4 where org_id = $1 and id = $2 and outcome in ('started', 'unknown')",
);
const updateOpenAttempts = statement(
  "messages.settle-attempts",
  `update message_attempt set outcome = $3, detail = $4
   where org_id = $1 and message_id = $2 and outcome in ('started', 'unknown')`,
);
type AttemptOutcome = "accepted" | "failed-for-now" | "failed-for-good" | "unknown";

export const endAttempt = (tx: Transaction, orgId: string, id: string, outcome: AttemptOutcome, detail: string) =>
  tx.run(updateAttempt, [orgId, id, outcome, detail]);
/** Of attempts whose end nobody had seen. */
export const settleAttempts = (
  tx: Transaction,
  orgId: string,
  messageId: string,
  outcome: AttemptOutcome,
  detail: string,
) => tx.run(updateOpenAttempts, [orgId, messageId, outcome, detail]);
