/** Writes a step of an appointment's life in the kernel's transaction: row, change, outbox (DESIGN.md 3, general path). */

import type { NextVisit } from "../../domain/appointment/index.ts";
import { isoOf } from "../../platform/clock/clock.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { ChangeRecord } from "./appointment-record.ts";
import type { AppointmentRow } from "./appointment-row.ts";
import type { Confirmation } from "./book-visit.ts";
import type { OutboxRow } from "./booking-change.ts";
import { asWanted, type ClaimRange } from "./plan-visit.ts";

const updateAppointment = statement(
  "booking.update-appointment",
  `update appointment set version = $3, sequence = $4, status = $5, confirmed_at = $6, rescheduled_at = $7, started_at = $8,
          acknowledged_at = $9, ended_from = $10, ended_at = $11, room_id = $12, ends_at = $13, reason_cipher = $14, notes_cipher = $15
   where org_id = $1 and id = $2`,
);
const insertChange = statement(
  "booking.insert-change",
  `insert into appointment_change (org_id, id, appointment_id, version, kind, at, actor_id, actor_role, requester, channel,
                                   reason_cipher, from_status, to_status, old_values, new_values)
   select $1, c.id, $2, $3, c.kind, c.at, c.actor_id, c.actor_role, c.requester, c.channel,
          c.reason_cipher, c.from_status, c.to_status, c.old_values, c.new_values
   from jsonb_populate_record(null::appointment_change, $4) c`,
);
const insertConfirmation = statement(
  "booking.insert-confirmation",
  `insert into appointment_confirmation (org_id, id, appointment_id, about, method, at, by_id)
   select $1, f.id, $2, f.about, f.method, f.at, f.by_id from jsonb_populate_record(null::appointment_confirmation, $3) f`,
);
const putToContact = statement(
  "booking.put-to-contact",
  `insert into still_to_contact (org_id, appointment_id, about, since) values ($1, $2, $3, clock_timestamp())
   on conflict (org_id, appointment_id) do update set about = excluded.about, since = excluded.since`,
);
const dropToContact = statement(
  "booking.drop-to-contact",
  "delete from still_to_contact where org_id = $1 and appointment_id = $2",
);
const insertOutbox = statement("booking.insert-outbox", "select insert_outbox($1, $2)");
const freeClaims = statement("booking.free-claims", "select free_claims($1, $2)");
const clearLapsed = statement("booking.clear-lapsed-holds", "select clear_lapsed_holds($1, $2)");
const winClaims = statement("booking.win-claims", "select win_claims($1, $2, 'appointment', $3, $4)");

const replaceClaims = statement("booking.replace-claims", "select replace_claims($1, $2, $3, $4)");

/** The row after the step, before anything else of it changes. */
export function steppedRow(row: AppointmentRow, next: NextVisit): AppointmentRow {
  const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoOf(ms));
  return {
    ...row,
    status: next.status as AppointmentRow["status"],
    version: next.version,
    sequence: next.sequence,
    confirmedAt: isoOrNull(next.confirmedAtMs),
    rescheduledAt: isoOrNull(next.rescheduledAtMs),
    startedAt: isoOrNull(next.startedAtMs),
    acknowledgedAt: isoOrNull(next.acknowledgedAtMs),
    endedFrom: next.endedFrom,
    endedAt: isoOrNull(next.endedAtMs),
    rescheduleCount: next.rescheduleCount,
  };
}

export interface StoredChange {
  readonly row: AppointmentRow;
  readonly change: ChangeRecord;
  readonly confirmation: Confirmation | null;
  /** Null takes it off the list, undefined leaves the list as it is. */
  readonly toContact: "booking" | "change" | "cancellation" | null | undefined;
  readonly outbox: OutboxRow;
}

export async function storeChange(tx: Transaction, orgId: string, stored: StoredChange): Promise<void> {
  const { row, change, confirmation, toContact, outbox } = stored;
  const facts = [row.confirmedAt, row.rescheduledAt, row.startedAt, row.acknowledgedAt, row.endedFrom, row.endedAt];
  await tx.run(updateAppointment, [
    orgId,
    row.id,
    row.version,
    row.sequence,
    row.status,
    ...facts,
    row.roomId,
    row.endsAt,
    row.reasonCipher,
    row.notesCipher,
  ]);
  await tx.run(insertChange, [orgId, row.id, row.version, change]);
  if (confirmation !== null) await tx.run(insertConfirmation, [orgId, row.id, confirmation]);
  if (toContact === null) await tx.run(dropToContact, [orgId, row.id]);
  else if (toContact !== undefined) await tx.run(putToContact, [orgId, row.id, toContact]);
  await tx.run(insertOutbox, [orgId, outbox]);
}

/** Frees what the appointment claims; time inside a closure goes to the closure. */
export async function free(tx: Transaction, orgId: string, appointmentId: string): Promise<void> {
  await tx.run(freeClaims, [orgId, appointmentId]);
}

/** Other claims for an appointment that exists, in place of those it has. */
export async function replace(
  tx: Transaction,
  orgId: string,
  row: AppointmentRow,
  claims: readonly ClaimRange[],
): Promise<void> {
  await tx.run(replaceClaims, [orgId, row.id, JSON.stringify(asWanted(claims)), row.patientId]);
}

/** Wins claims for an appointment that exists; what is taken raises `slot_taken` and undoes the transaction. */
export async function win(
  tx: Transaction,
  orgId: string,
  row: AppointmentRow,
  claims: readonly ClaimRange[],
): Promise<void> {
  const wanted = JSON.stringify(asWanted(claims));
  await tx.run(clearLapsed, [orgId, wanted]);
  await tx.run(winClaims, [orgId, wanted, row.id, row.patientId]);
}
