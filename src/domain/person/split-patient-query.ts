import { isCalendarDate } from "./birth-date.ts";

/**
 * One search box takes everything: a name, a birth date, a phone number, an e-mail address, a record number.
 *
 * Example: 'ana garcia 2/5/1980' is the name 'ana garcia' and a date that may be 2 May or 5 February; '+34 600 123 456' is
 * a number, to be tried as a phone and as a record number.
 */
export interface PatientQueryParts {
  readonly name: string;
  readonly birthDates: readonly string[];
  readonly email: string | null;
  /** As typed: its digits with what stands between them. */
  readonly number: string | null;
}

export function splitPatientQuery(text: string): PatientQueryParts {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const email = words.find((word) => word.includes("@")) ?? null;
  const dates = words.filter((word) => readDates(word).length > 0);
  const others = words.filter((word) => !word.includes("@") && !dates.includes(word));
  const numbers = others.filter((word) => /^[+(]?[\d]|\d.*\d/.test(word));
  return {
    name: others.filter((word) => !numbers.includes(word)).join(" "),
    birthDates: dates.flatMap(readDates),
    email,
    number: numbers.length === 0 ? null : numbers.join(" "),
  };
}

/** Year first is plain; otherwise day and month may stand in either order, and both readings count. */
function readDates(word: string): readonly string[] {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(word);
  if (yearFirst !== null) return dateText(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(word);
  if (yearLast === null) return [];
  const [, first, second, year] = yearLast;
  return [...new Set([...dateText(year, second, first), ...dateText(year, first, second)])];
}

function dateText(year = "", month = "", day = ""): readonly string[] {
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return [];
  return [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`];
}
