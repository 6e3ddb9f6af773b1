/** What the made-up history is planned from, and what it is made of. All times are whole UTC minutes. */
import type { Opening } from "../../../domain/schedule/index.ts";
import type { LocalDate, Minute, ZoneId } from "../../../domain/time/index.ts";
import type { VisitTheme } from "./visit-reasons.ts";

export interface HistoryPatient {
  readonly id: string;
  readonly birthDate: LocalDate;
  readonly sex: "female" | "male";
  readonly locale: "en" | "es";
}

export interface HistoryProvider {
  readonly id: string;
  /** Expanded for the whole time that the history shall fill, past and future. */
  readonly openings: readonly Opening[];
}

interface HistoryRoom {
  readonly id: string;
  readonly locationId: string;
}

export interface HistoryService {
  readonly id: string;
  readonly theme: VisitTheme;
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly slotIntervalMinutes: number;
  readonly maxHorizonDays: number;
  readonly isOnlineBookable: boolean;
  readonly providers: readonly { readonly providerId: string; readonly durationMinutes: number | null }[];
  /** Rooms of which the visit takes one; empty where it takes none. */
  readonly roomIds: readonly string[];
}

export interface HistoryInput {
  readonly seed: number;
  /** What lies before it has happened, what lies after it is still to come. */
  readonly now: Minute;
  readonly zone: ZoneId;
  /** How many appointments; fewer come back when the openings or the patients cannot carry them. */
  readonly count: number;
  readonly patients: readonly HistoryPatient[];
  readonly providers: readonly HistoryProvider[];
  readonly rooms: readonly HistoryRoom[];
  readonly services: readonly HistoryService[];
}

/** A visit that would fit: its provider and room are free of all other places in the list. */
export interface VisitPlace {
  readonly service: HistoryService;
  readonly providerId: string;
  readonly locationId: string;
  readonly roomId: string | null;
  readonly startsAt: Minute;
  readonly endsAt: Minute;
}

export type Requester = "patient" | "provider" | "clinic";

/** Facts and times of one appointment; the statuses are those of LIFECYCLE. */
export interface PlannedVisit {
  readonly patientId: string;
  readonly serviceId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly roomId: string | null;
  readonly startsAt: Minute;
  readonly endsAt: Minute;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly status: "booked" | "checked-in" | "fulfilled" | "noshow" | "cancelled";
  readonly bookedAt: Minute;
  readonly channel: "online" | "phone" | "desk";
  /** In the patient's language. */
  readonly reason: string;
  readonly confirmation: { readonly at: Minute; readonly method: "verbal" | "email" | "sms" | "portal" } | null;
  /** The time that it was booked for at first. */
  readonly move: {
    readonly at: Minute;
    readonly requester: Requester;
    readonly fromStartsAt: Minute;
    readonly fromEndsAt: Minute;
  } | null;
  readonly cancellation: { readonly at: Minute; readonly requester: Requester; readonly reason: string } | null;
  /** Of who came: at the desk, identity checked, called in, left. */
  readonly arrivedAt: Minute | null;
  readonly checkedInAt: Minute | null;
  readonly startedAt: Minute | null;
  readonly finishedAt: Minute | null;
  readonly noShowAt: Minute | null;
}
