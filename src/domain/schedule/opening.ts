/**
 * When a resource is open is said in wall-clock time of a place: 'Mondays 09:00 to 17:00 in Madrid' stays that across
 * clock changes. Weekly rules say the usual, exceptions say what is different on one date, holidays close places.
 *
 * Example: `{ weekday: 1, fromMinute: 540, toMinute: 1020, effect: 'open' }` with a break 780–840 is Mondays 09–13 and
 * 14–17. `fromMinute: 1320, toMinute: 1800` is a night: 22:00 to 06:00 of the next day.
 */
import type { LocalDate, Minute, Weekday, ZoneId } from "../time/index.ts";

export type OpeningRule = {
  readonly id: string;
  readonly resourceId: string;
  readonly locationId: string;
  /** The location's zone. */
  readonly zone: ZoneId;
  readonly weekday: Weekday;
  /** Minutes of the wall clock since midnight of the weekday; `toMinute` may exceed 1440, up to the end of the next day. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Both inclusive: the first and last date on which the rule begins a shift. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly effect: "open" | "break";
};

/**
 * - `closed` takes the time off, whatever else says open.
 * - `hours` replaces the shifts and breaks that begin on the date; several rows of one date add up.
 * - `extra` adds time, on a holiday too.
 *
 * Without `resourceId` it concerns everybody at the location, without `locationId` every place. Such a general `hours`
 * or `extra` row opens only those who have a rule in force there on that date.
 */
export type ScheduleException = {
  readonly resourceId: string | null;
  readonly locationId: string | null;
  readonly zone: ZoneId;
  readonly localDate: LocalDate;
  readonly kind: "closed" | "hours" | "extra";
  readonly fromMinute: number;
  readonly toMinute: number;
};

/** Closes the place from midnight to midnight of its own clock; without `locationId` it closes every place. */
export type Holiday = { readonly localDate: LocalDate; readonly locationId: string | null };

export type Opening = { readonly locationId: string; readonly startsAt: Minute; readonly endsAt: Minute };

/** Why a time that might have been open is not; only to word a refusal, the openings themselves decide. */
export type ClosedTime = {
  readonly locationId: string;
  readonly startsAt: Minute;
  readonly endsAt: Minute;
  readonly why: "break" | "holiday" | "closed_day";
};
