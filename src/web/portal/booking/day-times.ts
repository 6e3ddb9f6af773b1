/**
 * The starts of one local day as a person picks them: one button per time and place, whoever is free.
 *
 * Example: Dr A is free at 10:00 and 10:20, Dr B at 10:20. With 'anyone' the day shows 10:00 and 10:20; tapping 10:20
 * leaves the choice between A and B to the clinic.
 */
import type { Answer } from "../../api/index.ts";
import { later } from "../../i18n/dates.ts";

export type Availability = Answer<"availability.search">;
export type PartOfDay = "morning" | "afternoon" | "evening";

export interface DayTime {
  readonly at: string;
  readonly localTime: string;
  readonly offset: string;
  readonly locationId: string;
  readonly providerIds: readonly string[];
}

export function dayTimes(found: Availability, localDate: string): DayTime[] {
  const byStart = new Map<string, DayTime>();
  for (const { providerId, days } of found.providers) {
    const ranges = days.find((day) => day.localDate === localDate)?.ranges ?? [];
    for (const range of ranges) {
      for (let index = 0; index < range.count; index++) {
        const { at, localTime } = later(range.startsAt, range.localTime, index * range.stepMinutes);
        const key = `${at} ${range.locationId}`;
        const known = byStart.get(key);
        const { locationId, offset } = range;
        byStart.set(key, {
          at,
          localTime,
          offset,
          locationId,
          providerIds: [...(known?.providerIds ?? []), providerId],
        });
      }
    }
  }
  return [...byStart.values()].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** Until noon, until five, later: as the server's search counts parts of the day. */
export function partOfDay(localTime: string): PartOfDay {
  if (localTime < "12:00") return "morning";
  return localTime < "17:00" ? "afternoon" : "evening";
}

/** The first times of a window in order, for a short list. */
export function firstTimes(found: Availability, count: number): (DayTime & { readonly localDate: string })[] {
  const times: (DayTime & { readonly localDate: string })[] = [];
  for (const localDate of found.daysWithTimes) {
    for (const time of dayTimes(found, localDate)) times.push({ ...time, localDate });
    if (times.length >= count) break;
  }
  return times.slice(0, count);
}

/** In an autumn night the same clock time comes twice; only then the offset is part of its name. */
export function isAmbiguous(time: DayTime, times: readonly DayTime[]): boolean {
  return times.some(
    (other) => other.at !== time.at && other.localTime === time.localTime && other.locationId === time.locationId,
  );
}
