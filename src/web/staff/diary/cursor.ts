/**
 * The keyboard's place in the diary: a column and a minute. On a visit it covers the whole visit, so that one arrow
 * leaves it; in free time it moves by quarters of an hour.
 *
 * Example: a visit 10:00–10:40. From 09:45, down goes to the visit, down again to 10:40, then to 10:45.
 */
import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";
import { holdsTime, type Span, slotMinutes, spanOf } from "./geometry.ts";

export interface Cursor {
  readonly columnKey: string;
  readonly minute: number;
}

export type CursorKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown";

const keys = new Set<string>(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"]);

export function isCursorKey(key: string): key is CursorKey {
  return keys.has(key);
}

export function visitAt(column: DiaryColumn | undefined, minute: number): DiaryAppointment | undefined {
  return column?.appointments.find((one) => {
    const { from, to } = spanOf(one);
    return holdsTime(one) && from <= minute && minute < to;
  });
}

export function moveCursor(columns: readonly DiaryColumn[], shown: Span, at: Cursor, key: CursorKey): Cursor {
  const index = columns.findIndex((column) => column.key === at.columnKey);
  const column = columns[index];
  const inColumn = (minute: number): Cursor => ({
    columnKey: at.columnKey,
    minute: Math.min(Math.max(minute, shown.from), shown.to - slotMinutes),
  });
  const beside = (step: -1 | 1): Cursor => ({
    ...at,
    columnKey: columns[index + step]?.key ?? at.columnKey,
  });
  switch (key) {
    case "ArrowDown":
      return inColumn(minuteBelow(column, at.minute));
    case "ArrowUp":
      return inColumn(minuteAbove(column, at.minute));
    case "ArrowLeft":
      return beside(-1);
    case "ArrowRight":
      return beside(1);
    case "Home":
      return inColumn(shown.from);
    case "End":
      return inColumn(shown.to);
    case "PageUp":
      return inColumn(at.minute - 60);
    case "PageDown":
      return inColumn(at.minute + 60);
  }
}

function minuteBelow(column: DiaryColumn | undefined, minute: number): number {
  const visit = visitAt(column, minute);
  if (visit !== undefined) return spanOf(visit).to;
  const next = (Math.floor(minute / slotMinutes) + 1) * slotMinutes;
  // A visit that begins before the next quarter of an hour is not jumped over.
  const starts = liveSpans(column).map(({ from }) => from);
  return Math.min(next, ...starts.filter((from) => from > minute));
}

function minuteAbove(column: DiaryColumn | undefined, minute: number): number {
  const visit = visitAt(column, minute);
  const top = visit === undefined ? minute : spanOf(visit).from;
  const above = visitAt(column, top - 1);
  if (above !== undefined) return spanOf(above).from;
  const slot = (Math.ceil(top / slotMinutes) - 1) * slotMinutes;
  const ends = liveSpans(column).map(({ to }) => to);
  return Math.max(slot, ...ends.filter((to) => to < top));
}

function liveSpans(column: DiaryColumn | undefined): Span[] {
  return (column?.appointments ?? []).filter(holdsTime).map(spanOf);
}
