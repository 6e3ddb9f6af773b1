/**
 * Inside Cita an instant is a whole number of UTC minutes since 1970; every range is half-open.
 * Appointments never start at a fraction of a minute, and whole numbers make ranges cheap to compare,
 * to store as bits, and impossible to confuse with a wall-clock time.
 *
 * Example: `2026-03-16T13:00:00Z` is minute 29,561,100. A visit of 30 minutes from there is
 * `{ startsAt: 29561100, endsAt: 29561130 }`, and another one may start at 29,561,130.
 */
import { type LocalDate, type LocalTime, localDateOfDay, localTimeOfMinute } from "./local-text.ts";

declare const minuteBrand: unique symbol;

/** Whole UTC minutes since 1970-01-01T00:00Z. */
export type Minute = number & { readonly [minuteBrand]: "Minute" };

/** An instant as it travels: UTC, whole minutes, as in `2026-03-16T13:00:00Z`. */
export type InstantText = `${LocalDate}T${LocalTime}:00Z`;

/** Half-open: `startsAt` belongs to it, `endsAt` no longer does. */
export type TimeRange = { readonly startsAt: Minute; readonly endsAt: Minute };

export type InstantRefusal = { readonly ok: false; readonly code: "malformed_instant" | "not_a_whole_minute" };

export const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;

/** Takes a number that is known to be a minute; a fraction here is a bug in the caller. */
export function asMinute(value: number): Minute {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole minute: ${value}`);
  return value as Minute;
}

export function addMinutes(minute: Minute, minutes: number): Minute {
  return asMinute(minute + minutes);
}

/** The minute in which the instant lies. */
export function minuteOfInstant(instant: Temporal.Instant): Minute {
  return minuteOfEpochMs(instant.epochMilliseconds);
}

export function instantOfMinute(minute: Minute): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(minute * MS_PER_MINUTE);
}

/** The minute in which the millisecond lies. */
export function minuteOfEpochMs(epochMs: number): Minute {
  return asMinute(Math.floor(epochMs / MS_PER_MINUTE));
}

export function epochMsOfMinute(minute: Minute): number {
  return minute * MS_PER_MINUTE;
}

export function instantText(minute: Minute): InstantText {
  const dayNumber = Math.floor(minute / MINUTES_PER_DAY);
  return `${localDateOfDay(dayNumber)}T${localTimeOfMinute(minute - dayNumber * MINUTES_PER_DAY)}:00Z`;
}

// Seconds and an offset are accepted because other systems send them; a time without an offset is not an instant.
const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

export function parseInstant(text: string): { readonly ok: true; readonly minute: Minute } | InstantRefusal {
  if (!INSTANT_PATTERN.test(text)) return { ok: false, code: "malformed_instant" };
  let instant: Temporal.Instant;
  try {
    instant = Temporal.Instant.from(text);
  } catch {
    return { ok: false, code: "malformed_instant" };
  }
  if (instant.epochNanoseconds % 60_000_000_000n !== 0n) return { ok: false, code: "not_a_whole_minute" };
  return { ok: true, minute: minuteOfInstant(instant) };
}
