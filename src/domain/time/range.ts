/**
 * Sets of time as sorted, disjoint, half-open ranges.
 *
 * Example: 09–12 and 11–14 merge to 09–14; taking 12–13 off leaves 09–12 and 13–14.
 */
import type { Minute, TimeRange } from "./minute.ts";

export function isOverlapping(a: TimeRange, b: TimeRange): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Sorted, without empty ranges; overlapping and touching ones become one. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = ranges.filter((range) => range.startsAt < range.endsAt).sort((a, b) => a.startsAt - b.startsAt);
  const merged: { startsAt: Minute; endsAt: Minute }[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.endsAt < range.startsAt)
      merged.push({ startsAt: range.startsAt, endsAt: range.endsAt });
    else if (last.endsAt < range.endsAt) last.endsAt = range.endsAt;
  }
  return merged;
}

/** What of `ranges` lies in none of `taken`; neither list needs to be sorted. */
export function subtractRanges(ranges: readonly TimeRange[], taken: readonly TimeRange[]): TimeRange[] {
  const cuts = mergeRanges(taken);
  const left: TimeRange[] = [];
  for (const range of mergeRanges(ranges)) {
    let from = range.startsAt;
    for (const cut of cuts) {
      if (cut.endsAt <= from) continue;
      if (cut.startsAt >= range.endsAt) break;
      if (cut.startsAt > from) left.push({ startsAt: from, endsAt: cut.startsAt });
      from = cut.endsAt;
    }
    if (from < range.endsAt) left.push({ startsAt: from, endsAt: range.endsAt });
  }
  return left;
}

export function clipRanges(ranges: readonly TimeRange[], window: TimeRange): TimeRange[] {
  return ranges
    .filter((range) => isOverlapping(range, window))
    .map((range) => ({
      startsAt: Math.max(range.startsAt, window.startsAt) as Minute,
      endsAt: Math.min(range.endsAt, window.endsAt) as Minute,
    }));
}
