/** An appointment as the database keeps it. Names of service, provider, room and place come from the catalogue. */
import type { AppointmentStatus, Visit } from "../../domain/appointment/index.ts";
import type { AgreedPolicy } from "../../domain/policy/index.ts";
import { msOf } from "../../platform/clock/clock.ts";

export interface AppointmentRow {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly sequence: number;
  readonly status: AppointmentStatus;
  readonly confirmedAt: string | null;
  readonly rescheduledAt: string | null;
  readonly startedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly endedFrom: AppointmentStatus | null;
  readonly endedAt: string | null;
  readonly patientId: string;
  readonly serviceId: string;
  readonly providerId: string;
  readonly roomId: string | null;
  readonly departmentId: string;
  readonly locationId: string;
  readonly modality: "in-person" | "video" | "phone";
  readonly startsAt: string;
  readonly endsAt: string;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly zone: string;
  readonly channel: "online" | "phone" | "desk" | "link" | "import" | "api";
  readonly reasonCipher: Buffer | null;
  readonly notesCipher: Buffer | null;
  readonly policy: Partial<AgreedPolicy>;
  readonly rescheduleCount: number;
  readonly bookedAt: string;
}

/** For the select list of every query that gives appointment rows, from `appointment a`. */
export const appointmentColumns = `a.id, a.reference, a.version, a.sequence, a.status, a.confirmed_at as "confirmedAt",
  a.rescheduled_at as "rescheduledAt", a.started_at as "startedAt", a.acknowledged_at as "acknowledgedAt",
  a.ended_from as "endedFrom", a.ended_at as "endedAt", a.patient_id as "patientId", a.service_id as "serviceId",
  a.provider_id as "providerId", a.room_id as "roomId", a.department_id as "departmentId", a.location_id as "locationId",
  a.modality, a.starts_at as "startsAt", a.ends_at as "endsAt", a.buffer_before_minutes as "bufferBeforeMinutes",
  a.buffer_after_minutes as "bufferAfterMinutes", a.zone, a.channel, a.reason_cipher as "reasonCipher",
  a.notes_cipher as "notesCipher", a.policy, a.reschedule_count as "rescheduleCount", a.booked_at as "bookedAt"`;

const msOrNull = (iso: string | null): number | null => (iso === null ? null : msOf(iso));

/** The appointment as its lifecycle sees it. */
export function visitOf(row: AppointmentRow): Visit {
  return {
    status: row.status,
    startsAtMs: msOf(row.startsAt),
    endsAtMs: msOf(row.endsAt),
    confirmedAtMs: msOrNull(row.confirmedAt),
    rescheduledAtMs: msOrNull(row.rescheduledAt),
    startedAtMs: msOrNull(row.startedAt),
    acknowledgedAtMs: msOrNull(row.acknowledgedAt),
    endedFrom: row.endedFrom,
    endedAtMs: msOrNull(row.endedAt),
    rescheduleCount: row.rescheduleCount,
    version: row.version,
    sequence: row.sequence,
  };
}
