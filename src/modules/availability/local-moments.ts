/** Instants as a person at the place reads them; only the server turns one into the other (DESIGN.md 5). */

import type { StartRange } from "../../contract/routes/availability.ts";
import type { Moment } from "../../contract/values.ts";
import type { StartRange as FoundRange } from "../../domain/availability/index.ts";
import {
  instantText,
  type LocalDate,
  localOf,
  type Minute,
  minuteOfEpochMs,
  type TimeRange,
  type ZoneId,
  zoneSpanAt,
} from "../../domain/time/index.ts";
import { msOf } from "../../platform/clock/clock.ts";

export const minuteOfIso = (iso: string): Minute => minuteOfEpochMs(msOf(iso));

export function momentOf(minute: Minute, zone: ZoneId): Moment {
  const { localDate, localTime, offset } = localOf(minute, zone);
  return { at: instantText(minute), localDate, localTime, offset, zone };
}

export const momentOfIso = (iso: string, zone: ZoneId): Moment => momentOf(minuteOfIso(iso), zone);

export type PartOfDay = "morning" | "afternoon" | "evening";

/** Morning is before 12:00, evening from 17:00, on the wall. */
const partBounds: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  morning: [0, 720],
  afternoon: [720, 1020],
  evening: [1020, 1440],
};

export interface DayOfRanges {
  readonly localDate: LocalDate;
  readonly ranges: StartRange[];
}

/** Splits found starts at midnights and clock changes, so that each range is of one local day and one offset. */
export function rangesByDay(
  found: readonly FoundRange[],
  {
    zone,
    locationId,
    window,
    partOfDay,
  }: { zone: ZoneId; locationId: string; window: TimeRange; partOfDay?: PartOfDay | undefined },
): DayOfRanges[] {
  const days = new Map<LocalDate, StartRange[]>();
  for (const { firstStart, lastStart, stepMinutes } of found) {
    let at: number = Math.max(firstStart, window.startsAt);
    while (at <= lastStart && at < window.endsAt) {
      const local = localOf(at as Minute, zone);
      const minuteOfTheDay = Number(local.localTime.slice(0, 2)) * 60 + Number(local.localTime.slice(3));
      const [from, to] = partOfDay === undefined ? [0, 1440] : partBounds[partOfDay];
      const span = zoneSpanAt(zone, at);
      const runEnd = Math.min(
        lastStart + 1,
        window.endsAt,
        span.to,
        at + ((minuteOfTheDay < to ? to : 1440) - minuteOfTheDay),
      );
      if (minuteOfTheDay < from || minuteOfTheDay >= to) {
        const next = minuteOfTheDay < from ? at + (from - minuteOfTheDay) : at + (1440 - minuteOfTheDay);
        at += Math.max(1, Math.ceil((next - at) / stepMinutes)) * stepMinutes;
        continue;
      }
      const count = Math.ceil((runEnd - at) / stepMinutes);
      const ranges = days.get(local.localDate) ?? [];
      ranges.push({
        locationId,
        startsAt: instantText(at as Minute),
        localTime: local.localTime,
        offset: local.offset,
        count,
        stepMinutes,
      });
      days.set(local.localDate, ranges);
      at += count * stepMinutes;
    }
  }
  return [...days].map(([localDate, ranges]) => ({ localDate, ranges }));
}
