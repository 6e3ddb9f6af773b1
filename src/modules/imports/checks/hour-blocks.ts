/**
 * Working hours as blocks that can be compared: from which to which date, on which weekdays, at which times.
 *
 * Wall-clock times such as `08:30` and dates such as `2027-03-01` sort as text, so they are compared as they stand.
 * Two places of one person are compared by their wall clocks too: places in different zones are not told apart here.
 */
import type { HoursException, Weekday, WeeklyHours } from "../../../contract/clinic-file/index.ts";
import { addDays, type LocalDate, parseLocalDate, weekdayOf } from "../../../domain/time/index.ts";
import type { Path, Readable } from "../readable-part.ts";

export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface HourBlock {
  readonly path: Path;
  readonly location: string;
  readonly spans: readonly Span[];
  readonly isWeekly: boolean;
  /** Undefined where the author leaves it open. */
  readonly firstDate: LocalDate | undefined;
  readonly lastDate: LocalDate | undefined;
  holdsOn(date: LocalDate): boolean;
}

type ReadableException = Readable<HoursException>;

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const dayNameOf = (date: LocalDate): Weekday => weekdays[weekdayOf(date) - 1] ?? "mon";

/** Weekly hours do not hold on dates that are closed or that have other hours at the same place. */
export function weeklyBlock(
  hours: Readable<WeeklyHours>,
  spans: readonly Span[],
  path: Path,
  exceptions: readonly ReadableException[],
): HourBlock {
  const location = hours.location ?? "";
  const replaced = exceptions.filter(
    (entry) => isClosing(entry, location) || (entry.kind === "hours" && entry.location === location),
  );
  return {
    path,
    location,
    spans,
    isWeekly: true,
    firstDate: realDate(hours.validFrom),
    lastDate: realDate(hours.validTo),
    holdsOn: (date) => (hours.days ?? []).includes(dayNameOf(date)) && !replaced.some((entry) => covers(entry, date)),
  };
}

/** Other or extra hours: every day from the first to the last date, unless it is closed. */
export function datedBlock(
  exception: ReadableException,
  spans: readonly Span[],
  path: Path,
  exceptions: readonly ReadableException[],
): HourBlock {
  const location = exception.location ?? "";
  const closing = exceptions.filter((entry) => isClosing(entry, location));
  const firstDate = realDate(exception.firstDate);
  return {
    path,
    location,
    spans,
    isWeekly: false,
    firstDate,
    lastDate: realDate(exception.lastDate) ?? firstDate,
    holdsOn: (date) => covers(exception, date) && !closing.some((entry) => covers(entry, date)),
  };
}

/** The first weekday on which two blocks of one person hold at the same time, if there is one. */
export function collidingDay(a: HourBlock, b: HourBlock): Weekday | undefined {
  if (!a.spans.some((one) => b.spans.some((other) => one.from < other.to && other.from < one.to))) return undefined;
  const [first = "2001-01-01"] = [a.firstDate, b.firstDate]
    .filter((date) => date !== undefined)
    .toSorted()
    .reverse();
  const [last = "9999-12-31"] = [a.lastDate, b.lastDate].filter((date) => date !== undefined).toSorted();
  // Two weekly blocks repeat, apart from exceptions: eight weeks show it. Dated ones are looked at for a year.
  const days = a.isWeekly && b.isWeekly ? 56 : 366;
  for (let offset = 0; offset < days; offset += 1) {
    const date = addDays(first, offset);
    if (date > last) return undefined;
    if (a.holdsOn(date) && b.holdsOn(date)) return dayNameOf(date);
  }
  return undefined;
}

/** What is left of a span when its breaks are taken out. */
export function lessBreaks(outer: Span, breaks: readonly Span[]): Span[] {
  const open: Span[] = [];
  let from = outer.from;
  for (const pause of breaks.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from < pause.from) open.push({ from, to: pause.from });
    if (from < pause.to) from = pause.to;
  }
  if (from < outer.to) open.push({ from, to: outer.to });
  return open;
}

function isClosing(exception: ReadableException, location: string): boolean {
  return exception.kind === "closed" && (exception.location === undefined || exception.location === location);
}

function covers({ firstDate, lastDate }: ReadableException, date: LocalDate): boolean {
  const first = realDate(firstDate);
  const last = realDate(lastDate) ?? first;
  return first !== undefined && last !== undefined && first <= date && date <= last;
}

/** The schema reports a date that does not exist; here it counts as left out. */
function realDate(text: string | undefined): LocalDate | undefined {
  const parsed = text === undefined ? undefined : parseLocalDate(text);
  return parsed?.ok ? parsed.localDate : undefined;
}
