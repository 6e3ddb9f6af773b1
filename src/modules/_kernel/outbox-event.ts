/** What a transaction leaves in the outbox for the relay: that something happened, in ids and times only. */
import type { Transaction } from "../../platform/db/database.ts";

export type OutboxEventType =
  | "hold.created"
  | "hold.extended"
  | "hold.released"
  | "appointment.booked"
  | "appointment.moved"
  | "appointment.cancelled"
  | "appointment.stepped"
  | "appointment.edited"
  | "closure.added"
  | "closure.removed"
  | "hours.changed";

export interface OutboxEvent {
  readonly id: string;
  readonly orgId: string;
  readonly type: OutboxEventType;
  readonly subjectId: string;
  /** The appointment's, where it is about one. */
  readonly sequence: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: string;
}

/**
 * Reacts to an event in the transaction that marks it processed: what it writes happens once. What it does besides may
 * happen again, with the same event id. It talks to nobody outside.
 */
export type EventHandler = (tx: Transaction, event: OutboxEvent) => Promise<void>;
