/**
 * The hours of a clinic file as the rules of `domain/schedule`, with the file's keys as ids.
 *
 * Example: `days: [mon, tue], from 09:00 to 17:00, break 12:00–13:00` becomes four rules, an opening and a break for
 * each of the two days; `firstDate 2027-08-02, lastDate 2027-08-06` becomes five exceptions, one a date.
 */
import type {
  ClinicFile,
  HoursException,
  ProviderEntry,
  Weekday,
  WeeklyHours,
} from "../../contract/clinic-file/index.ts";
import type { Holiday, OpeningRule, ScheduleException } from "../../domain/schedule/index.ts";
import {
  addDays,
  type LocalDate,
  MINUTES_PER_DAY,
  minuteOfDay,
  parseLocalDate,
  parseLocalTime,
  type Weekday as WeekdayNumber,
} from "../../domain/time/index.ts";

const weekdayNumbers: Readonly<Record<Weekday, WeekdayNumber>> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};

export function openingRulesOf(provider: ProviderEntry, clinic: ClinicFile): OpeningRule[] {
  return provider.hours.flatMap((hours, row) =>
    hours.days.flatMap((day) => [
      rule(provider, clinic, hours, day, hours, "open", `${provider.key}-${row}-${day}`),
      ...hours.breaks.map((pause, index) =>
        rule(provider, clinic, hours, day, pause, "break", `${provider.key}-${row}-${day}-break-${index}`),
      ),
    ]),
  );
}

function rule(
  provider: ProviderEntry,
  clinic: ClinicFile,
  hours: WeeklyHours,
  day: Weekday,
  times: { readonly from: string; readonly to: string },
  effect: OpeningRule["effect"],
  id: string,
): OpeningRule {
  return {
    id,
    resourceId: provider.key,
    locationId: hours.location,
    zone: zoneOf(clinic, hours.location),
    weekday: weekdayNumbers[day],
    fromMinute: minuteOf(times.from),
    toMinute: minuteOf(times.to),
    validFrom: hours.validFrom === undefined ? null : dateOf(hours.validFrom),
    validTo: hours.validTo === undefined ? null : dateOf(hours.validTo),
    effect,
  };
}

/** One row per date and stretch of time: hours with a break in them are two. */
export function scheduleExceptionsOf(provider: ProviderEntry, clinic: ClinicFile): ScheduleException[] {
  return provider.exceptions.flatMap((exception) =>
    datesOf(exception).flatMap((localDate) =>
      stretchesOf(exception).map(({ fromMinute, toMinute }) => ({
        resourceId: provider.key,
        locationId: exception.location ?? null,
        zone: exception.location === undefined ? clinic.organisation.zone : zoneOf(clinic, exception.location),
        localDate,
        kind: exception.kind,
        fromMinute,
        toMinute,
      })),
    ),
  );
}

export function holidaysOf(clinic: ClinicFile): Holiday[] {
  return clinic.holidays.flatMap(({ date, locations }) =>
    (locations ?? [null]).map((locationId) => ({ localDate: dateOf(date), locationId })),
  );
}

function stretchesOf(exception: HoursException): { fromMinute: number; toMinute: number }[] {
  if (exception.kind === "closed") return [{ fromMinute: 0, toMinute: MINUTES_PER_DAY }];
  const stretches: { fromMinute: number; toMinute: number }[] = [];
  let fromMinute = minuteOf(exception.from);
  for (const pause of exception.breaks.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (fromMinute < minuteOf(pause.from)) stretches.push({ fromMinute, toMinute: minuteOf(pause.from) });
    fromMinute = minuteOf(pause.to);
  }
  if (fromMinute < minuteOf(exception.to)) stretches.push({ fromMinute, toMinute: minuteOf(exception.to) });
  return stretches;
}

function datesOf({ firstDate, lastDate }: HoursException): LocalDate[] {
  const last = dateOf(lastDate ?? firstDate);
  const dates: LocalDate[] = [];
  for (let date = dateOf(firstDate); date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function zoneOf(clinic: ClinicFile, locationKey: string): string {
  const location = clinic.locations.find(({ key }) => key === locationKey);
  if (!location) throw new Error(`the file was checked, and yet has no location ${locationKey}`);
  return location.zone;
}

function minuteOf(text: string): number {
  const parsed = parseLocalTime(text);
  if (!parsed.ok) throw new Error(`the file was checked, and yet has a time ${text}`);
  return minuteOfDay(parsed.localTime);
}

function dateOf(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(`the file was checked, and yet has a date ${text}`);
  return parsed.localDate;
}
