/**
 * What people write: a date `2026-03-16` and a time `09:30`, with no zone. Both are checked as strictly as a
 * receptionist would: 31 February and 24:61 do not exist, and are refused instead of being rounded to something near.
 *
 * Example: `parseLocalDate('2027-02-29')` is `{ ok: false, code: 'impossible_date' }`; 2028 has that day.
 *
 * For arithmetic a local date is its *day number* (days since 1970-01-01), and a local time its minute of the day.
 */
export type LocalDate = `${number}-${number}-${number}`;
export type LocalTime = `${number}:${number}`;

/** 1 is Monday, 7 is Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type LocalDateRefusal = { readonly ok: false; readonly code: "malformed_date" | "impossible_date" };
export type LocalTimeRefusal = { readonly ok: false; readonly code: "malformed_time" | "impossible_time" };

const MS_PER_DAY = 86_400_000;

export function parseLocalDate(text: string): { readonly ok: true; readonly localDate: LocalDate } | LocalDateRefusal {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return { ok: false, code: "malformed_date" };
  const dayNumber = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY;
  // Date.UTC turns 31 February into 3 March: only a date that comes back unchanged exists.
  if (localDateOfDay(dayNumber) !== text) return { ok: false, code: "impossible_date" };
  return { ok: true, localDate: text as LocalDate };
}

export function parseLocalTime(text: string): { readonly ok: true; readonly localTime: LocalTime } | LocalTimeRefusal {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return { ok: false, code: "malformed_time" };
  if (Number(match[1]) > 23 || Number(match[2]) > 59) return { ok: false, code: "impossible_time" };
  return { ok: true, localTime: text as LocalTime };
}

/** Days since 1970-01-01 of a date that has been parsed. */
export function dayOfLocalDate(localDate: LocalDate): number {
  const epochMs = Date.parse(`${localDate}T00:00:00Z`);
  if (Number.isNaN(epochMs)) throw new RangeError(`not a local date: ${localDate}`);
  return epochMs / MS_PER_DAY;
}

/** A search names the same few hundred dates thousands of times; writing each anew took a quarter of its time. */
const datesOfDays = new Map<number, LocalDate>();
const datesKeptAtMost = 20_000;

export function localDateOfDay(dayNumber: number): LocalDate {
  const known = datesOfDays.get(dayNumber);
  if (known !== undefined) return known;
  const localDate = new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
  if (datesOfDays.size >= datesKeptAtMost) datesOfDays.clear();
  datesOfDays.set(dayNumber, localDate);
  return localDate;
}

export function addDays(localDate: LocalDate, days: number): LocalDate {
  return localDateOfDay(dayOfLocalDate(localDate) + days);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfDay(dayNumber: number): Weekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function weekdayOf(localDate: LocalDate): Weekday {
  return weekdayOfDay(dayOfLocalDate(localDate));
}

/** `09:30` is 570. */
export function minuteOfDay(localTime: LocalTime): number {
  return Number(localTime.slice(0, 2)) * 60 + Number(localTime.slice(3, 5));
}

export function localTimeOfMinute(minuteOfTheDay: number): LocalTime {
  return `${twoDigits(Math.floor(minuteOfTheDay / 60))}:${twoDigits(minuteOfTheDay % 60)}` as LocalTime;
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
