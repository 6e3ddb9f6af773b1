/**
 * A date as the desk types it while somebody says it: day, month, year, with whatever stands between them.
 *
 * Example: `22/3/1979`, `22.03.1979`, `22 3 1979` and `22031979` are 1979-03-22; `31/2/1984` is no date.
 */
import { parseDate } from "../../i18n/dates.ts";

export function dateFromTyped(text: string): string | null {
  const parts = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  const [, day = "", month = "", year = ""] = parts ?? [];
  return parseDate(year, month, day);
}

/** `1979-03-22` as it would be typed: `22/03/1979`. */
export function typedFromDate(localDate: string): string {
  return localDate.split("-").reverse().join("/");
}
