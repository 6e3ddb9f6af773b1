/**
 * One resource's time in memory: claimed bits, open bits per place, live holds, closures (DESIGN.md 4).
 *
 * Filled by a few range queries, then kept right by the changes that commits publish. A stale bit costs one polite
 * refusal, never a double booking: the constraint decides.
 */
import {
  type Bits,
  bitsOfRanges,
  clearRange,
  type HeldRange,
  setRange,
  startOfUtcDay,
} from "../../domain/availability/index.ts";
import { type ClosedTime, expandClosedTimes, expandOpenings } from "../../domain/schedule/index.ts";
import { asMinute, isOverlapping, MINUTES_PER_DAY, type Minute, type TimeRange } from "../../domain/time/index.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { MinuteRange, ResourceDelta } from "../_kernel/index.ts";
import type { HolidayRow, ScheduleOf } from "../openings/index.ts";

export interface Hold extends HeldRange {
  readonly id: string;
  readonly holder: string;
}

export interface Closure extends TimeRange {
  readonly id: string;
}

export interface ResourceCalendar {
  readonly resourceId: string;
  /** What the bits cover. */
  readonly window: TimeRange;
  readonly claimed: Bits;
  readonly schedule: ScheduleOf;
  readonly holidays: readonly HolidayRow[];
  readonly closures: readonly Closure[];
  holds: Hold[];
  /** Open bits per location, expanded when first asked for. */
  readonly open: Map<string, Bits>;
  closedTimes: readonly ClosedTime[] | null;
}

export interface ClaimRow {
  readonly resourceId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly holdId: string | null;
  readonly holder: Buffer | null;
  readonly expiresAtMs: number | null;
}

export const rangeOf = ([startsAt, endsAt]: MinuteRange): TimeRange => ({
  startsAt: asMinute(startsAt),
  endsAt: asMinute(endsAt),
});

/** Whole UTC days from before `from` to after `to`, so that buffers and zones at the edges are covered. */
export function coveringWindow(from: number, to: number): TimeRange {
  const startsAt = startOfUtcDay(from - 2 * MINUTES_PER_DAY);
  return { startsAt, endsAt: (startOfUtcDay(to) + 3 * MINUTES_PER_DAY) as Minute };
}

export function makeCalendar(
  resourceId: string,
  window: TimeRange,
  claims: readonly ClaimRow[],
  rest: Pick<ResourceCalendar, "schedule" | "holidays" | "closures">,
): ResourceCalendar {
  const claimed = bitsOfRanges(window, []);
  const holds: Hold[] = [];
  for (const { startsAt, endsAt, holdId, holder, expiresAtMs } of claims) {
    const range = rangeOf([startsAt, endsAt]);
    if (holdId === null) setRange(claimed, range);
    else holds.push({ ...range, id: holdId, holder: holder?.toString("hex") ?? "", expiresAtMs: expiresAtMs ?? 0 });
  }
  return { resourceId, window, claimed, holds, open: new Map(), closedTimes: null, ...rest };
}

export function openAt(calendar: ResourceCalendar, locationId: string): Bits {
  if (calendar.open.size === 0) {
    const { rules, exceptions } = calendar.schedule;
    const byPlace = new Map<string, TimeRange[]>();
    for (const opening of expandOpenings(rules, exceptions, calendar.holidays, calendar.window)) {
      byPlace.set(opening.locationId, [...(byPlace.get(opening.locationId) ?? []), opening]);
    }
    for (const [place, ranges] of byPlace) calendar.open.set(place, bitsOfRanges(calendar.window, ranges));
  }
  const known = calendar.open.get(locationId) ?? bitsOfRanges(calendar.window, []);
  calendar.open.set(locationId, known);
  return known;
}

export function closedTimesAt(calendar: ResourceCalendar, locationId: string): readonly ClosedTime[] {
  const { rules, exceptions } = calendar.schedule;
  calendar.closedTimes ??= expandClosedTimes(rules, exceptions, calendar.holidays, calendar.window);
  return calendar.closedTimes.filter((time) => time.locationId === locationId);
}

/** Applies a published change; freeing before taking, so that a visit moved by a quarter of an hour ends up taken. */
export function applyDelta(calendar: ResourceCalendar, delta: ResourceDelta): void {
  for (const range of delta.freed ?? []) clearRange(calendar.claimed, rangeOf(range));
  for (const range of delta.taken ?? []) setRange(calendar.claimed, rangeOf(range));
  if (delta.endedHoldId !== undefined) calendar.holds = calendar.holds.filter(({ id }) => id !== delta.endedHoldId);
  if (delta.hold !== undefined) {
    const { id, holder, range, expiresAtMs } = delta.hold;
    calendar.holds = calendar.holds.filter((hold) => hold.id !== id || hold.startsAt !== range[0]);
    calendar.holds.push({ ...rangeOf(range), id, holder, expiresAtMs });
  }
}

export interface ResourceTime extends TimeRange {
  readonly resourceId: string;
}

export interface Reservation {
  /** Names the request; it does not stand in the way of its own repeats. */
  readonly onTheWay: string;
  /** Nor do the holds of the person who asks. */
  readonly holder: string | undefined;
  readonly nowMs: number;
  readonly expiresAtMs: number;
}

type CalendarOf = (resourceId: string) => ResourceCalendar | null | undefined;

/**
 * Shows time as held in the calendars that are here, until what it gives is called or the reservation lapses. Null: since
 * the visit was planned, somebody else's hold or reservation has come in its way.
 */
export function reserveTime(
  calendarOf: CalendarOf,
  times: readonly ResourceTime[],
  { onTheWay, holder, nowMs, expiresAtMs }: Reservation,
): (() => void) | null {
  const isInTheWay = (time: TimeRange) => (hold: Hold) =>
    hold.expiresAtMs > nowMs && hold.holder !== onTheWay && hold.holder !== holder && isOverlapping(hold, time);
  if (times.some((time) => calendarOf(time.resourceId)?.holds.some(isInTheWay(time)))) return null;
  const id = newId();
  for (const { resourceId, startsAt, endsAt } of times) {
    calendarOf(resourceId)?.holds.push({ id, holder: onTheWay, expiresAtMs, startsAt, endsAt });
  }
  return () => {
    for (const { resourceId } of times) {
      const calendar = calendarOf(resourceId);
      if (calendar != null) calendar.holds = calendar.holds.filter((hold) => hold.id !== id);
    }
  };
}
