/**
 * Turns the rules of one resource into the times at which it is open, per location: shifts of the week (or the date's
 * own hours), less breaks and holidays, plus extra hours, less what is closed. Clock time is cut and joined first and
 * only then made instants, so that an hour that the clock skips is not there and one that it repeats is there twice.
 *
 * Example: New York, Sundays 01:00–04:00. On 2026-03-08 the clock skips 02:00–03:00 and the opening lasts two hours,
 * 06:00Z–08:00Z; on 2026-11-01 it repeats 01:00–02:00 and the opening lasts four, 05:00Z–09:00Z.
 */
import {
  clipRanges,
  dayOfLocalDate,
  instantsOfWallRange,
  localDatesIn,
  MINUTES_PER_DAY,
  type Minute,
  mergeRanges,
  subtractRanges,
  type TimeRange,
  weekdayOfDay,
  type ZoneId,
} from "../time/index.ts";
import type { ClosedTime, Holiday, Opening, OpeningRule, ScheduleException } from "./opening.ts";

/** Rules and exceptions must be those of one resource (or of nobody in particular); the window is where answers are wanted. */
export function expandOpenings(
  rules: readonly OpeningRule[],
  exceptions: readonly ScheduleException[],
  holidays: readonly Holiday[],
  window: TimeRange,
): Opening[] {
  refuseSeveralResources(rules, exceptions);
  const openings: Opening[] = [];
  for (const place of placesOf(rules, exceptions)) {
    const sheet = clockSheetOf(place, exceptions, holidays, window);
    const regular = subtractRanges(sheet.shifts, [...sheet.breaks, ...sheet.holidays]);
    const instants = toInstants(mergeRanges([...regular, ...sheet.extras]), place.zone);
    const open = subtractRanges(instants, closedInstants(place, exceptions));
    for (const range of clipRanges(open, window)) openings.push({ locationId: place.locationId, ...range });
  }
  return openings.sort((a, b) => a.startsAt - b.startsAt || (a.locationId < b.locationId ? -1 : 1));
}

/** Breaks, holidays and closed times in the window, sorted; the reasons to give for a time that is not open. */
export function expandClosedTimes(
  rules: readonly OpeningRule[],
  exceptions: readonly ScheduleException[],
  holidays: readonly Holiday[],
  window: TimeRange,
): ClosedTime[] {
  refuseSeveralResources(rules, exceptions);
  const closed: ClosedTime[] = [];
  for (const place of placesOf(rules, exceptions)) {
    const sheet = clockSheetOf(place, exceptions, holidays, window);
    const add = (why: ClosedTime["why"], ranges: readonly TimeRange[]): void => {
      for (const range of clipRanges(mergeRanges(ranges), window))
        closed.push({ locationId: place.locationId, ...range, why });
    };
    add("holiday", toInstants(sheet.holidays, place.zone));
    add("closed_day", closedInstants(place, exceptions));
    add("break", toInstants(sheet.breaks, place.zone));
  }
  return closed.sort((a, b) => a.startsAt - b.startsAt);
}

type Place = { readonly locationId: string; readonly zone: ZoneId; readonly rules: readonly OpeningRule[] };

/** Everything that begins near the window, in minutes of the place's wall clock (see `instantsOfWallRange`). */
type ClockSheet = { shifts: TimeRange[]; breaks: TimeRange[]; holidays: TimeRange[]; extras: TimeRange[] };

function placesOf(rules: readonly OpeningRule[], exceptions: readonly ScheduleException[]): Place[] {
  const zones = new Map<string, ZoneId>();
  for (const rule of rules) zones.set(rule.locationId, rule.zone);
  for (const { resourceId, locationId, kind, zone } of exceptions) {
    // Somebody's own extra hours can be at a place where that person has no weekly rule at all.
    if (resourceId !== null && locationId !== null && kind !== "closed" && !zones.has(locationId))
      zones.set(locationId, zone);
  }
  return [...zones].map(([locationId, zone]) => ({
    locationId,
    zone,
    rules: rules.filter((rule) => rule.locationId === locationId),
  }));
}

function clockSheetOf(
  place: Place,
  exceptions: readonly ScheduleException[],
  holidays: readonly Holiday[],
  window: TimeRange,
): ClockSheet {
  const sheet: ClockSheet = { shifts: [], breaks: [], holidays: [], extras: [] };
  const exceptionsByDay = groupByDay(exceptions.filter((exception) => isAt(exception, place)));
  const holidaysHere = new Set(
    holidays.filter((holiday) => isAt(holiday, place)).map((holiday) => dayOfLocalDate(holiday.localDate)),
  );
  const rules = place.rules.map((rule) => ({ rule, ...validDays(rule) }));
  for (const day of daysThatReachInto(window, place.zone)) {
    const inForce = rules.filter(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay).map(({ rule }) => rule);
    const special = (exceptionsByDay.get(day) ?? []).filter((exception) => isOwn(exception) || inForce.length > 0);
    const hours = special.filter((exception) => exception.kind === "hours");
    if (hours.length > 0) {
      sheet.shifts.push(...hours.map((exception) => wallRange(day, exception)));
    } else {
      for (const rule of inForce) {
        if (rule.weekday !== weekdayOfDay(day)) continue;
        (rule.effect === "open" ? sheet.shifts : sheet.breaks).push(wallRange(day, rule));
      }
    }
    const extras = special.filter((exception) => exception.kind === "extra");
    sheet.extras.push(...extras.map((exception) => wallRange(day, exception)));
    if (holidaysHere.has(day)) sheet.holidays.push(wallRange(day, { fromMinute: 0, toMinute: MINUTES_PER_DAY }));
  }
  return sheet;
}

function closedInstants(place: Place, exceptions: readonly ScheduleException[]): TimeRange[] {
  return exceptions
    .filter((exception) => exception.kind === "closed" && isAt(exception, place))
    .flatMap((exception) => toInstants([wallRange(dayOfLocalDate(exception.localDate), exception)], exception.zone));
}

/** A shift may begin on the day before and run past midnight, so that day is looked at too. */
function daysThatReachInto(window: TimeRange, zone: ZoneId): number[] {
  const days = localDatesIn(window, zone).map(dayOfLocalDate);
  const first = days[0];
  return first === undefined ? [] : [first - 1, ...days];
}

function groupByDay(exceptions: readonly ScheduleException[]): Map<number, ScheduleException[]> {
  return Map.groupBy(exceptions, (exception) => dayOfLocalDate(exception.localDate));
}

function validDays(rule: OpeningRule): { firstDay: number; lastDay: number } {
  return {
    firstDay: rule.validFrom === null ? Number.NEGATIVE_INFINITY : dayOfLocalDate(rule.validFrom),
    lastDay: rule.validTo === null ? Number.POSITIVE_INFINITY : dayOfLocalDate(rule.validTo),
  };
}

function isAt(row: { readonly locationId: string | null }, place: Place): boolean {
  return row.locationId === null || row.locationId === place.locationId;
}

function isOwn(exception: ScheduleException): boolean {
  return exception.resourceId !== null && exception.locationId !== null;
}

function wallRange(day: number, hours: { readonly fromMinute: number; readonly toMinute: number }): TimeRange {
  const midnight = day * MINUTES_PER_DAY;
  return { startsAt: (midnight + hours.fromMinute) as Minute, endsAt: (midnight + hours.toMinute) as Minute };
}

function toInstants(wallRanges: readonly TimeRange[], zone: ZoneId): TimeRange[] {
  return wallRanges.flatMap((range) => instantsOfWallRange(range.startsAt, range.endsAt, zone));
}

function refuseSeveralResources(rules: readonly OpeningRule[], exceptions: readonly ScheduleException[]): void {
  const ids = new Set([...rules, ...exceptions].map((row) => row.resourceId).filter((id) => id !== null));
  if (ids.size > 1) throw new Error("openings are expanded for one resource at a time");
}
