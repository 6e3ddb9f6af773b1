/**
 * An appointment as its life sees it: a status, and facts that are shown as its status without being one.
 *
 * Example: a visit that was moved and not yet confirmed is `booked` with `rescheduledAtMs` set; people read
 * 'Rescheduled'. Once the patient has confirmed it, `confirmedAtMs` is set as well and people read 'Confirmed'.
 *
 * Codes are FHIR's AppointmentStatus. All moments are milliseconds since 1970.
 */
export const appointmentStatuses = [
  "proposed",
  "pending",
  "booked",
  "arrived",
  "checked-in",
  "fulfilled",
  "cancelled",
  "noshow",
  "entered-in-error",
] as const;

export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** Before there is an appointment there is nothing, or a hold on a time. */
export const visitStatuses = ["none", "hold", ...appointmentStatuses] as const;

export type VisitStatus = (typeof visitStatuses)[number];

export interface Visit {
  readonly status: VisitStatus;
  /** Both or neither; neither only for a proposed or a cancelled one, and before there is an appointment. */
  readonly startsAtMs: number | null;
  readonly endsAtMs: number | null;
  readonly confirmedAtMs: number | null;
  readonly rescheduledAtMs: number | null;
  readonly startedAtMs: number | null;
  readonly acknowledgedAtMs: number | null;
  /** How and from which status it ended (fulfilled, cancelled, no-show, void): what an undo goes back to. */
  readonly endedFrom: AppointmentStatus | null;
  readonly endedAtMs: number | null;
  readonly rescheduleCount: number;
  /** Rises with every change; the ETag. */
  readonly version: number;
  /** Rises when a calendar entry has to change: time, place, provider, modality, cancelled or not. */
  readonly sequence: number;
}

/** The beginning of every walk through the table. */
export const noVisit: Visit = {
  status: "none",
  startsAtMs: null,
  endsAtMs: null,
  confirmedAtMs: null,
  rescheduledAtMs: null,
  startedAtMs: null,
  acknowledgedAtMs: null,
  endedFrom: null,
  endedAtMs: null,
  rescheduleCount: 0,
  version: 0,
  sequence: 0,
};

/** A hold that is still alive by the database's clock. */
export const heldVisit: Visit = { ...noVisit, status: "hold" };
