/** A message is one intent to tell one recipient one thing on one channel; its attempts are rows of their own. */
import type { Locale } from "../../contract/values.ts";

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
