/**
 * Hours that a person can work: forwards, with breaks inside, and in one place at a time.
 *
 * Example: mon–fri 09:00–17:00 in the main building and mon 13:00–18:00 in the annex collide on Mondays at 13:00,
 * unless their validity keeps them apart or a break leaves that time free.
 */
import type { HoursException, WeeklyHours } from "../../../contract/clinic-file/index.ts";
import type { Report } from "../finding.ts";
import { entriesOf, type ReadableClinic } from "../readable-clinic.ts";
import type { Path, Readable } from "../readable-part.ts";
import { collidingDay, datedBlock, type HourBlock, lessBreaks, type Span, weeklyBlock } from "./hour-blocks.ts";

type ReadableException = Readable<HoursException>;

export function checkHours(file: ReadableClinic, report: Report): void {
  for (const [index, provider] of entriesOf(file.providers)) {
    const path: Path = ["providers", index];
    const exceptions = [...entriesOf(provider.exceptions)];
    const allExceptions = exceptions.map(([, exception]) => exception);
    const blocks: HourBlock[] = [];
    for (const [row, hours] of entriesOf(provider.hours)) {
      const rowPath: Path = [...path, "hours", row];
      const open = openSpans(hours, rowPath, report);
      checkDates(hours.validFrom, hours.validTo, [...rowPath, "validTo"], report);
      if (open.length > 0) blocks.push(weeklyBlock(hours, open, rowPath, allExceptions));
    }
    for (const [row, exception] of exceptions) {
      const rowPath: Path = [...path, "exceptions", row];
      checkDates(exception.firstDate, exception.lastDate, [...rowPath, "lastDate"], report);
      if (exception.kind === "closed") continue;
      const open = openSpans(exception, rowPath, report);
      if (open.length > 0) blocks.push(datedBlock(exception, open, rowPath, allExceptions));
    }
    reportCollisions(blocks, report);
  }
}

function checkDates(first: string | undefined, last: string | undefined, path: Path, report: Report): void {
  if (first !== undefined && last !== undefined && last < first)
    report(path, "reversed_dates", { from: first, to: last });
}

type Hours = Readable<WeeklyHours> | Exclude<ReadableException, { readonly kind?: "closed" | undefined }>;

/** When the hours are open, breaks taken out; empty when they cannot be read. */
function openSpans(hours: Hours, path: Path, report: Report): Span[] {
  const outer = spanOf(hours, path, report);
  if (!outer) return [];
  const breaks: Span[] = [];
  for (const [row, pause] of entriesOf(hours.breaks)) {
    const pausePath: Path = [...path, "breaks", row];
    const inner = spanOf(pause, pausePath, report);
    if (!inner) continue;
    if (inner.from < outer.from || inner.to > outer.to) {
      report(pausePath, "break_outside_hours", { ...inner, outerFrom: outer.from, outerTo: outer.to });
    } else if (breaks.some((other) => inner.from < other.to && other.from < inner.to)) {
      report(pausePath, "overlapping_breaks", { ...inner });
    }
    breaks.push(inner);
  }
  return lessBreaks(outer, breaks);
}

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

function spanOf(hours: Readable<Span>, path: Path, report: Report): Span | undefined {
  const { from, to } = hours;
  if (from === undefined || to === undefined || !wallTime.test(from) || !wallTime.test(to)) return undefined;
  if (from < to) return { from, to };
  report([...path, "to"], "reversed_hours", { from, to });
  return undefined;
}

function reportCollisions(blocks: readonly HourBlock[], report: Report): void {
  for (const [index, block] of blocks.entries()) {
    for (const earlier of blocks.slice(0, index)) {
      const day = collidingDay(earlier, block);
      if (day === undefined) continue;
      const { location } = block;
      if (location === earlier.location) report(block.path, "overlapping_hours", { day }, earlier.path);
      else {
        const params = { day, location, otherLocation: earlier.location };
        report(block.path, "overlapping_hours_elsewhere", params, earlier.path);
      }
    }
  }
}
