/**
 * Between the wall clock of a place and the instant. A wall-clock time can have happened once, never (the clock went
 * forward over it), or twice (the clock went back), and the three are kept apart: nobody is booked into an hour that
 * does not exist, and of two hours with the same name it is always clear which one is meant.
 *
 * Example: in New York 2026-03-08 02:30 is a gap (the next valid instant is 03:00 EDT, 07:00Z), and 2026-11-01 01:30
 * is a fold: 05:30Z (EDT, -04:00) and 06:30Z (EST, -05:00). That day lasts from 04:00Z to 05:00Z: 25 hours.
 */
import {
  dayOfLocalDate,
  type LocalDate,
  type LocalTime,
  localDateOfDay,
  localTimeOfMinute,
  minuteOfDay,
  twoDigits,
  type Weekday,
  weekdayOfDay,
} from "./local-text.ts";
import { MINUTES_PER_DAY, type Minute, type TimeRange } from "./minute.ts";
import { offsetMinutesAt, type ZoneId, zoneSpansAround } from "./zone.ts";

export type LocalMoment = {
  readonly localDate: LocalDate;
  readonly localTime: LocalTime;
  readonly weekday: Weekday;
  /** As in `+02:00`; tells the two instances of a repeated hour apart. */
  readonly offset: string;
};

export type ResolvedLocal =
  | { readonly kind: "single"; readonly minute: Minute }
  | { readonly kind: "gap"; readonly nextValid: Minute }
  | { readonly kind: "fold"; readonly earlier: Minute; readonly later: Minute };

export function localOf(minute: Minute, zone: ZoneId): LocalMoment {
  const offset = offsetMinutesAt(zone, minute);
  const wall = minute + offset;
  const dayNumber = Math.floor(wall / MINUTES_PER_DAY);
  return {
    localDate: localDateOfDay(dayNumber),
    localTime: localTimeOfMinute(wall - dayNumber * MINUTES_PER_DAY),
    weekday: weekdayOfDay(dayNumber),
    offset: offsetText(offset),
  };
}

export function localDateOf(minute: Minute, zone: ZoneId): LocalDate {
  return localDateOfDay(Math.floor((minute + offsetMinutesAt(zone, minute)) / MINUTES_PER_DAY));
}

export function resolveLocal(localDate: LocalDate, localTime: LocalTime, zone: ZoneId): ResolvedLocal {
  return resolveWall(dayOfLocalDate(localDate) * MINUTES_PER_DAY + minuteOfDay(localTime), zone);
}

/** From the first instant of the local date to the first instant of the next: 23, 24 or 25 hours, or 23.5 in Lord Howe. */
export function localDayBounds(localDate: LocalDate, zone: ZoneId): TimeRange {
  const dayNumber = dayOfLocalDate(localDate);
  return { startsAt: startOfDay(dayNumber, zone), endsAt: startOfDay(dayNumber + 1, zone) };
}

/** The local dates from the one of the first minute to the one of the last, in order. */
export function localDatesIn(range: TimeRange, zone: ZoneId): LocalDate[] {
  if (range.startsAt >= range.endsAt) return [];
  const last = localDateOf((range.endsAt - 1) as Minute, zone);
  const dates: LocalDate[] = [];
  for (let day = dayOfLocalDate(localDateOf(range.startsAt, zone)); day <= dayOfLocalDate(last); day += 1) {
    dates.push(localDateOfDay(day));
  }
  return dates;
}

/**
 * All instants at which the wall clock reads a time in the range. `wallFrom` and `wallTo` count minutes of the wall
 * clock since 1970-01-01 00:00 (day number × 1440 + minute of the day). What a gap leaves out is simply not there; what
 * a fold repeats is there twice.
 */
export function instantsOfWallRange(wallFrom: number, wallTo: number, zone: ZoneId): TimeRange[] {
  const ranges: TimeRange[] = [];
  for (const span of zoneSpansAround(zone, wallFrom, wallTo)) {
    const startsAt = Math.max(span.from, wallFrom - span.offsetMinutes);
    const endsAt = Math.min(span.to, wallTo - span.offsetMinutes);
    if (startsAt >= endsAt) continue;
    const last = ranges.at(-1);
    if (last?.endsAt === startsAt) ranges[ranges.length - 1] = { startsAt: last.startsAt, endsAt: endsAt as Minute };
    else ranges.push({ startsAt: startsAt as Minute, endsAt: endsAt as Minute });
  }
  return ranges;
}

function resolveWall(wall: number, zone: ZoneId): ResolvedLocal {
  const spans = zoneSpansAround(zone, wall, wall + 1);
  const found = spans
    .map((span) => ({ span, minute: wall - span.offsetMinutes }))
    .filter(({ span, minute }) => minute >= span.from && minute < span.to);
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    return { kind: "fold", earlier: first.minute as Minute, later: second.minute as Minute };
  }
  if (first !== undefined) return { kind: "single", minute: first.minute as Minute };
  // In a gap the clock jumps over the wanted time where a new span starts: that instant is the next valid one.
  const after = spans.find((span) => span.from + span.offsetMinutes > wall);
  if (after === undefined) throw new RangeError(`no instant near wall minute ${wall} in ${zone}`);
  return { kind: "gap", nextValid: after.from as Minute };
}

function startOfDay(dayNumber: number, zone: ZoneId): Minute {
  const midnight = resolveWall(dayNumber * MINUTES_PER_DAY, zone);
  if (midnight.kind === "gap") return midnight.nextValid;
  return midnight.kind === "fold" ? midnight.earlier : midnight.minute;
}

function offsetText(offsetMinutes: number): string {
  const absolute = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? "-" : "+"}${twoDigits(Math.floor(absolute / 60))}:${twoDigits(absolute % 60)}`;
}
