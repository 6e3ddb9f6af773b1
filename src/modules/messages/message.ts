/** A message is one intent to tell one recipient one thing on one channel; its attempts are rows of their own. */
import type { Locale } from "../../contract/values.ts";
import type { Transaction } from "../../platform/db/database.ts";

export type Channel = "email" | "sms";
export type SubjectType = "appointment" | "code";
export type MessageKind = "booked" | "changed" | "cancelled" | "code";
export type RecipientKind = "patient" | "provider" | "contact";

export interface MessageIntent {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  /** The appointment's sequence that the message speaks of: a stale one is never sent. */
  readonly sequence: number;
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly recipientKind: RecipientKind;
  readonly recipientId: string;
  readonly locale: Locale;
}

/** As the sender hands it to a composer. */
export interface DueMessage extends MessageIntent {
  readonly orgId: string;
  readonly id: string;
  readonly payloadCipher: Buffer | null;
  readonly createdAt: string;
}

interface Addressed {
  readonly to: string;
  readonly text: string;
  /** Name and version of the template: kept with the message as it was sent. */
  readonly template: string;
}
export interface OutgoingMail extends Addressed {
  readonly channel: "email";
  readonly fromName: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly html: string;
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly content: string } | null;
}
export interface OutgoingSms extends Addressed {
  readonly channel: "sms";
}
export type Outgoing = OutgoingMail | OutgoingSms;

/** What a message says now, or why it is no longer to be sent (a code such as `stale`, kept as the state's reason). */
export type Composed =
  | { readonly suppress: null; readonly outgoing: Outgoing }
  | { readonly suppress: string; readonly outgoing: null };

export const compose = (outgoing: Outgoing): Composed => ({ suppress: null, outgoing });
export const suppress = (reason: string): Composed => ({ suppress: reason, outgoing: null });

/** Writes a message at the moment of sending, from what is true at that moment. */
export type Composer = (tx: Transaction, message: DueMessage) => Promise<Composed>;
