/** The columns of an appointment as `book_visit` takes them, and the row that answers are made from. */
import type { AppointmentRow } from "./appointment-row.ts";

const hex = (bytes: Buffer | null): string | null => (bytes === null ? null : `\\x${bytes.toString("hex")}`);

export interface Origins {
  readonly bookedBy: string | null;
  readonly identityCheckedBy: string | null;
  /** Soft rules set aside, by whom and why is in the change's reason. */
  readonly overrides: readonly string[];
}

/** Every column, because a record made from JSON knows no defaults. */
export function appointmentRecord(row: AppointmentRow, localStart: string, origins: Origins): Record<string, unknown> {
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    sequence: row.sequence,
    status: row.status,
    confirmed_at: row.confirmedAt,
    rescheduled_at: row.rescheduledAt,
    started_at: row.startedAt,
    acknowledged_at: row.acknowledgedAt,
    ended_from: row.endedFrom,
    ended_at: row.endedAt,
    patient_id: row.patientId,
    service_id: row.serviceId,
    provider_id: row.providerId,
    room_id: row.roomId,
    department_id: row.departmentId,
    location_id: row.locationId,
    modality: row.modality,
    starts_at: row.startsAt,
    ends_at: row.endsAt,
    buffer_before_minutes: row.bufferBeforeMinutes,
    buffer_after_minutes: row.bufferAfterMinutes,
    zone: row.zone,
    local_start: localStart,
    channel: row.channel,
    reason_cipher: hex(row.reasonCipher),
    notes_cipher: hex(row.notesCipher),
    policy: row.policy,
    overrides: origins.overrides.length === 0 ? null : origins.overrides,
    reschedule_count: row.rescheduleCount,
    identity_checked_by: origins.identityCheckedBy,
    booked_by: origins.bookedBy,
    booked_at: row.bookedAt,
  };
}

export interface ChangeRecord {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly actor_id: string | null;
  readonly actor_role: string;
  readonly requester: string | null;
  readonly channel: string | null;
  readonly reason_cipher: string | null;
  readonly from_status: string | null;
  readonly to_status: string;
  readonly old_values: Readonly<Record<string, unknown>>;
  readonly new_values: Readonly<Record<string, unknown>>;
}

export const bytesText = hex;
