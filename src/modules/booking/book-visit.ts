/** The one way into `book_visit` (db/migrations): books, or moves, in one call of the database. */
import { agreedPolicyOf } from "../../domain/policy/index.ts";
import { instantText, type TimeRange, type ZoneId } from "../../domain/time/index.ts";
import { isoOf } from "../../platform/clock/clock.ts";
import { encryptText } from "../../platform/crypto/field-cipher.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId, newReference } from "../../platform/ids/identifiers.ts";
import type { AuditRow, Context, Duties } from "../_kernel/index.ts";
import { momentOfIso } from "../availability/index.ts";
import type { CatalogueService } from "../directory/index.ts";
import { appointmentRecord, bytesText, type ChangeRecord, type Origins } from "./appointment-record.ts";
import type { AppointmentRow } from "./appointment-row.ts";
import type { Announced } from "./booking-change.ts";
import { asWanted, type ClaimRange } from "./plan-visit.ts";

export interface BookedEffect {
  readonly id: string;
  readonly version: number;
  readonly replayed?: true;
  readonly reacquired?: boolean;
}

export const bookVisit = statement<{ effect: BookedEffect }>(
  "booking.book-visit",
  "select book_visit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as effect",
);

export interface VisitBooking {
  readonly orgId: string;
  readonly duties: Duties;
  readonly holdId: string | null;
  readonly holder: Buffer | null;
  readonly reacquire: boolean;
  readonly movingId: string | null;
  readonly expectedVersion: number | null;
  readonly claims: readonly ClaimRange[];
  readonly row: AppointmentRow;
  readonly origins: Origins;
  readonly change: ChangeRecord;
  readonly confirmation: Confirmation | null;
  /** Puts the appointment on the list 'still to be contacted'; null: the client knows already. */
  readonly toContact: "booking" | "change" | null;
  readonly audit: AuditRow;
  readonly announced: Announced;
}

export interface Confirmation {
  readonly id: string;
  readonly about: "booking" | "change" | "cancellation";
  readonly method: string;
  readonly at: string;
  readonly by_id: string | null;
}

export function bookVisitValues(booking: VisitBooking): unknown[] {
  const { row, duties } = booking;
  return [
    booking.orgId,
    duties.actorKey,
    duties.idempotencyKey,
    duties.bodyHash,
    booking.holdId,
    booking.holder,
    booking.reacquire,
    booking.movingId,
    booking.expectedVersion,
    JSON.stringify(asWanted(booking.claims)),
    appointmentRecord(row, localStartOf(row), booking.origins),
    booking.change,
    booking.confirmation,
    booking.toContact,
    booking.audit,
    booking.announced.outbox,
  ];
}

function localStartOf({ startsAt, zone }: AppointmentRow): string {
  const { localDate, localTime } = momentOfIso(startsAt, zone);
  return `${localDate}T${localTime}`;
}

export interface NewVisit {
  readonly context: Context;
  readonly service: CatalogueService;
  readonly patientId: string;
  readonly patientKey: Buffer;
  readonly providerId: string;
  readonly roomId: string | null;
  readonly locationId: string;
  readonly visit: TimeRange;
  readonly zone: ZoneId;
  readonly channel: AppointmentRow["channel"];
  readonly reason: string | undefined;
  readonly notes?: string | undefined;
}

/** A fresh appointment; what is the patient's own is encrypted under the patient's key. */
export function newAppointmentRow(visit: NewVisit): AppointmentRow {
  const { context, service, patientKey } = visit;
  const id = newId();
  const encrypted = (column: "reason_cipher" | "notes_cipher", text: string | undefined): Buffer | null => {
    const trimmed = text?.trim() ?? "";
    const place = { column: `appointment.${column}`, orgId: context.organisation.orgId, rowId: id };
    return trimmed === "" ? null : encryptText(patientKey, place, trimmed);
  };
  return {
    id,
    reference: newReference(),
    version: 1,
    sequence: 0,
    status: "booked",
    confirmedAt: null,
    rescheduledAt: null,
    startedAt: null,
    acknowledgedAt: null,
    endedFrom: null,
    endedAt: null,
    patientId: visit.patientId,
    serviceId: service.id,
    providerId: visit.providerId,
    roomId: visit.roomId,
    departmentId: service.departmentId,
    locationId: visit.locationId,
    modality: service.modality,
    startsAt: instantText(visit.visit.startsAt),
    endsAt: instantText(visit.visit.endsAt),
    bufferBeforeMinutes: service.bufferBeforeMinutes,
    bufferAfterMinutes: service.bufferAfterMinutes,
    zone: visit.zone,
    channel: visit.channel,
    reasonCipher: encrypted("reason_cipher", visit.reason),
    notesCipher: encrypted("notes_cipher", visit.notes),
    policy: agreedPolicyOf(service.policy),
    rescheduleCount: 0,
    bookedAt: isoOf(context.nowMs),
  };
}

export interface ChangeFacts {
  readonly context: Context;
  readonly appointmentId: string;
  readonly kind: string;
  readonly actorRole: string;
  readonly requester?: string | undefined;
  readonly channel?: string | undefined;
  readonly reason?: string | undefined;
  readonly patientKey: Buffer | undefined;
  readonly fromStatus: string | null;
  readonly toStatus: string;
  readonly oldValues?: Readonly<Record<string, unknown>>;
  readonly newValues?: Readonly<Record<string, unknown>>;
}

/** One row per change; its reason is the patient's, and stands under the patient's key. */
export function changeRecord(facts: ChangeFacts): ChangeRecord {
  const { context, patientKey } = facts;
  const id = newId();
  const reason = facts.reason?.trim() ?? "";
  const place = { column: "appointment_change.reason_cipher", orgId: context.organisation.orgId, rowId: id };
  return {
    id,
    kind: facts.kind,
    at: isoOf(context.nowMs),
    actor_id: context.actor.personId,
    actor_role: facts.actorRole,
    requester: facts.requester ?? null,
    channel: facts.channel ?? null,
    reason_cipher: reason === "" || patientKey === undefined ? null : bytesText(encryptText(patientKey, place, reason)),
    from_status: facts.fromStatus,
    to_status: facts.toStatus,
    old_values: facts.oldValues ?? {},
    new_values: facts.newValues ?? {},
  };
}

export function confirmation(context: Context, about: Confirmation["about"], method: string): Confirmation {
  return { id: newId(), about, method, at: isoOf(context.nowMs), by_id: context.actor.personId };
}
