/**
 * Dates and times as people read them: 'Monday 14 December, 10:20 am', 'lunes 14 de diciembre, 10:20'.
 *
 * The server has worked out what the wall clock shows; nothing here turns a local time into an instant (DESIGN.md 5).
 * `Temporal` is the browser's own, or the polyfill's, loaded by `ensureTemporal` before the first page is drawn.
 */
import type { Locale, Moment } from "../../contract/values.ts";

/** English dates in the order day, month; the month is always a word, so that no reader mistakes it. */
const tags: Record<Locale, string> = { en: "en-GB", es: "es" };

export async function ensureTemporal(): Promise<void> {
  if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");
}

type DateStyle = Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month" | "year">;

const long: DateStyle = { weekday: "long", day: "numeric", month: "long" };
const short: DateStyle = { weekday: "short", day: "numeric", month: "short" };

function plainDate(localDate: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(localDate);
}

/** 'Monday 14 December', with the year when it is not this one. */
export function longDate(localDate: string, locale: Locale): string {
  const date = plainDate(localDate);
  const style = date.year === Temporal.Now.plainDateISO().year ? long : { ...long, year: "numeric" as const };
  return date.toLocaleString(tags[locale], style).replace(/^(\p{L}+),/u, "$1");
}

/** 'Mon 14 Dec' */
export function shortDate(localDate: string, locale: Locale): string {
  return plainDate(localDate)
    .toLocaleString(tags[locale], short)
    .replace(/^(\p{L}+),/u, "$1");
}

/** 'Friday 14 May 1982' */
export function dateWithYear(localDate: string, locale: Locale): string {
  return plainDate(localDate)
    .toLocaleString(tags[locale], { ...long, year: "numeric" })
    .replace(/^(\p{L}+),/u, "$1");
}

/** 'December 2026' */
export function monthAndYear(localDate: string, locale: Locale): string {
  return atStart(plainDate(localDate).toLocaleString(tags[locale], { month: "long", year: "numeric" }), locale);
}

/** Spanish writes weekdays and months small, but not at the start of a line: 'Lunes 14 de diciembre'. */
export function atStart(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Seven weekday names from Monday on. */
export function weekdayNames(locale: Locale, style: "long" | "short"): string[] {
  const monday = Temporal.PlainDate.from("2026-01-05");
  return Array.from({ length: 7 }, (_, index) =>
    monday.add({ days: index }).toLocaleString(tags[locale], { weekday: style }),
  );
}

/** '10:20 am' in English, '10:20' in Spanish. */
export function clockTime(localTime: string, locale: Locale): string {
  const time = Temporal.PlainTime.from(localTime);
  const style = locale === "en" ? { hour12: true } : { hourCycle: "h23" as const };
  return time
    .toLocaleString(tags[locale], { hour: "numeric", minute: "2-digit", ...style })
    .replace(/\b0:(?=\d\d\s?am)/, "12:");
}

/** 'Monday 14 December, 10:20 am' */
export function dateAndTime(moment: Pick<Moment, "localDate" | "localTime">, locale: Locale): string {
  return `${longDate(moment.localDate, locale)}, ${clockTime(moment.localTime, locale)}`;
}

/** An instant in the reader's own zone: for 'signed in on', 'changed on'. */
export function instantText(instant: string, locale: Locale, zone?: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(zone ?? Temporal.Now.timeZoneId());
  return dateAndTime(localParts(zoned), locale);
}

/**
 * What the reader's own clock shows at `moment`, when that differs from the clinic's clock; else null. Two zones with
 * the same clock that day (Madrid and Paris) are the same to a reader.
 */
export function readersClock(moment: Moment, locale: Locale, zone?: string | null) {
  const here = Temporal.Instant.from(moment.at).toZonedDateTimeISO(zone ?? Temporal.Now.timeZoneId());
  const local = localParts(here);
  if (local.localDate === moment.localDate && local.localTime === moment.localTime) return null;
  return {
    zoneName: atStart(zoneName(moment, locale), locale),
    time: local.localDate === moment.localDate ? clockTime(local.localTime, locale) : dateAndTime(local, locale),
  };
}

/** The clinic's zone in words, when its clock shows another time just now than the reader's; else null. */
export function foreignZone(clinicZone: string, locale: Locale, readersZone?: string | null): string | null {
  const now = Temporal.Now.instant();
  const there = now.toZonedDateTimeISO(clinicZone);
  if (there.offset === now.toZonedDateTimeISO(readersZone ?? Temporal.Now.timeZoneId()).offset) return null;
  return zoneName({ at: now.toString(), zone: clinicZone }, locale);
}

/** 'Eastern Time', 'hora de Europa central': words, because few know the abbreviations. */
function zoneName(moment: Pick<Moment, "at" | "zone">, locale: Locale): string {
  const zoned = Temporal.Instant.from(moment.at).toZonedDateTimeISO(moment.zone);
  const style = new Intl.DateTimeFormat(locale, { timeZone: moment.zone, timeZoneName: "longGeneric" });
  const part = style.formatToParts(zoned.epochMilliseconds).find(({ type }) => type === "timeZoneName");
  return part?.value ?? moment.zone;
}

function localParts(zoned: Temporal.ZonedDateTime) {
  return {
    localDate: zoned.toPlainDate().toString(),
    localTime: zoned.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}

/** Today on the wall at `zone`. */
export function today(zone?: string): string {
  return Temporal.Now.plainDateISO(zone).toString();
}

export function addDays(localDate: string, days: number): string {
  return plainDate(localDate).add({ days }).toString();
}

export function firstOfMonth(localDate: string): string {
  return plainDate(localDate).with({ day: 1 }).toString();
}

export function addMonths(localDate: string, months: number): string {
  return plainDate(localDate).add({ months }).toString();
}

export function daysInMonth(localDate: string): number {
  return plainDate(localDate).daysInMonth;
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(localDate: string): number {
  return plainDate(localDate).dayOfWeek;
}

export function daysBetween(from: string, to: string): number {
  return plainDate(from).until(plainDate(to), { largestUnit: "days" }).days;
}

/** `2026-02-31` is no date: null. */
export function parseDate(year: string, month: string, day: string): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

export function isDate(text: string): boolean {
  const [year = "", month = "", day = ""] = text.split("-");
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDate(year, month, day) !== null;
}

/** The k-th start of a range: `startsAt` and wall time moved on by the same minutes (one offset per range). */
export function later(startsAt: string, localTime: string, minutes: number) {
  return {
    at: Temporal.Instant.from(startsAt).add({ minutes }).toString(),
    localTime: Temporal.PlainTime.from(localTime).add({ minutes }).toString({ smallestUnit: "minute" }),
  };
}
