/**
 * Birth dates as text, `2026-03-16`. A day that never was, one still to come, and one before anybody now alive was born
 * are each refused with their own code.
 *
 * Example: on 2026-03-16, '2026-02-31' is impossible, '2026-03-17' lies in the future, '1890-01-01' is too long ago.
 */
const oldestYears = 130;

export type BirthDateCode = "malformed" | "impossible" | "in_future" | "too_long_ago";

export type BirthDateCheck = { readonly ok: true } | { readonly ok: false; readonly code: BirthDateCode };

/** `today` is the local date where the question is asked. */
export function checkBirthDate(text: string, today: string): BirthDateCheck {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return { ok: false, code: "malformed" };
  if (!isCalendarDate(Number(match[1]), Number(match[2]), Number(match[3]))) return { ok: false, code: "impossible" };
  if (text > today) return { ok: false, code: "in_future" };
  const oldest = `${String(Number(today.slice(0, 4)) - oldestYears).padStart(4, "0")}${today.slice(4)}`;
  return text < oldest ? { ok: false, code: "too_long_ago" } : { ok: true };
}

export function isCalendarDate(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** One slip of the fingers apart: day and month exchanged, or one digit wrong or two neighbours swapped. */
export function isNearBirthDate(a: string, b: string): boolean {
  if (a === b) return false;
  const [year, month, day] = a.split("-");
  if (b === `${year}-${day}-${month}`) return true;
  const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = -1, second = -1] = differing;
  if (differing.length === 1) return true;
  return differing.length === 2 && a[first] === b[second] && a[second] === b[first];
}
