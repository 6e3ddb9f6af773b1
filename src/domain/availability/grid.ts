/**
 * Visits start on a grid of the wall clock, counted from local midnight: every 15 minutes means :00, :15, :30, :45 as
 * the clock on the clinic's wall shows them, whatever the zone's offset and whatever the clock did that night.
 *
 * Example: in Kathmandu (+05:45) a grid of 60 minutes has 09:00 local, 03:15Z. In Lord Howe, where the clock moves by
 * 30 minutes, a grid of 20 minutes still reads 09:00, 09:20, 09:40 on the day of the change.
 */
import { MINUTES_PER_DAY, offsetMinutesAt, type TimeRange, type ZoneId, zoneSpanAt } from "../time/index.ts";
import type { Bits } from "./bits.ts";

export function isOnGrid(minute: number, zone: ZoneId, stepMinutes: number): boolean {
  return minuteOfTheDay(minute + offsetMinutesAt(zone, minute)) % stepMinutes === 0;
}

/** Sets the grid's minutes of the range. */
export function setGrid(bits: Bits, range: TimeRange, zone: ZoneId, stepMinutes: number): void {
  let at: number = range.startsAt;
  while (at < range.endsAt) {
    const span = zoneSpanAt(zone, at);
    const end = Math.min(span.to, range.endsAt);
    setGridOfSpan(bits, at, end, span.offsetMinutes, stepMinutes);
    at = end;
  }
}

function setGridOfSpan(bits: Bits, from: number, end: number, offsetMinutes: number, stepMinutes: number): void {
  let wall = from + offsetMinutes;
  const wallEnd = end + offsetMinutes;
  while (wall < wallEnd) {
    const midnight = wall - minuteOfTheDay(wall);
    // The grid begins anew at each midnight: with 50 minutes the last start is 23:20 and the next 00:00.
    const dayEnd = Math.min(midnight + MINUTES_PER_DAY, wallEnd);
    for (let at = midnight + Math.ceil((wall - midnight) / stepMinutes) * stepMinutes; at < dayEnd; at += stepMinutes) {
      const bit = at - offsetMinutes - bits.from;
      bits.words[bit >>> 5] = (bits.words[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    wall = dayEnd;
  }
}

function minuteOfTheDay(wall: number): number {
  return ((wall % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}
