/**
 * A visit's time as people read it, with the weekday and the zone's full name: 'Sunday, 1 November 2026', '1:30 am
 * (Eastern Standard Time)'. The full name tells the two half past ones of an autumn night apart.
 */
import type { Locale } from "../../contract/values.ts";

/** English dates in the order day, month; the month is always a word, so that no reader mistakes it. */
const tags: Readonly<Record<Locale, string>> = { en: "en-GB", es: "es" };

/** Narrow spaces would make a text message twice as long (UCS-2). */
const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

export function longDate(at: Temporal.ZonedDateTime, locale: Locale): string {
  const style = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return plainSpaces(at.toLocaleString(tags[locale], style));
}

export function shortDate(at: Temporal.ZonedDateTime, locale: Locale): string {
  const style = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  return plainSpaces(at.toLocaleString(tags[locale], style));
}

export function clockTime(at: Temporal.ZonedDateTime, locale: Locale): string {
  // h12 alone writes noon as '0:05 pm' in British English.
  const style = locale === "en" ? ({ hourCycle: "h12" } as const) : ({ hourCycle: "h23" } as const);
  return plainSpaces(at.toLocaleString(tags[locale], { hour: "numeric", minute: "2-digit", ...style }));
}

export function zoneName(at: Temporal.ZonedDateTime, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tags[locale], { timeZone: at.timeZoneId, timeZoneName: "long" });
  const part = format.formatToParts(at.epochMilliseconds).find(({ type }) => type === "timeZoneName");
  return plainSpaces(part?.value ?? at.timeZoneId);
}

/** '1:30 am (Eastern Standard Time)' */
export function clockTimeWithZone(at: Temporal.ZonedDateTime, locale: Locale): string {
  return `${clockTime(at, locale)} (${zoneName(at, locale)})`;
}
