/**
 * Where things stand in a column of the diary: minutes after the local midnight, as the wall clock shows them.
 *
 * Example: a visit from 23:30 to 00:15 ends at minute 1440 of its day; the rest is the next column's. The hours shown
 * are those that anybody is open or booked, rounded outwards: open 08:30–17:15 shows 8 to 18.
 */
import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";

export const minutesOfDay = 1440;
/** Steps of the cursor and of a click into free time. */
export const slotMinutes = 15;
/** Steps of dragging. */
export const dragMinutes = 5;
/** A visit shorter than this is still drawn so high that it can be read and hit. */
export const leastMinutes = 10;

export interface Span {
  readonly from: number;
  readonly to: number;
}

type LocalTimes = Pick<DiaryAppointment, "localStart" | "localEnd">;

export function minuteOf(localTime: string): number {
  return Number(localTime.slice(0, 2)) * 60 + Number(localTime.slice(3, 5));
}

export function localTimeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function spanOf({ localStart, localEnd }: LocalTimes): Span {
  const from = minuteOf(localStart);
  const to = minuteOf(localEnd);
  return { from, to: to <= from ? minutesOfDay : to };
}

/** The hours to draw: at least five, so that an empty day still looks like a day. */
export function hoursShown(columns: readonly DiaryColumn[]): Span {
  const spans = columns.flatMap((column) => [
    ...column.blocks.filter(({ kind }) => kind === "open").map(spanOf),
    ...column.appointments.map(spanOf),
  ]);
  if (spans.length === 0) return { from: 8 * 60, to: 18 * 60 };
  const from = Math.floor(Math.min(...spans.map((span) => span.from)) / 60) * 60;
  const to = Math.ceil(Math.max(...spans.map((span) => span.to)) / 60) * 60;
  return { from, to: Math.min(minutesOfDay, Math.max(to, from + 5 * 60)) };
}

const freed: ReadonlySet<DiaryAppointment["shown"]> = new Set(["cancelled", "acknowledged", "entered-in-error"]);

/** Whether a visit still has its time; what was cancelled is shown aside, and its time is free for others. */
export function holdsTime({ shown }: Pick<DiaryAppointment, "shown">): boolean {
  return !freed.has(shown);
}

/** Somebody who has neither hours nor visits that day; the diary leaves them out until they are asked for. */
export function isOff({ blocks, appointments }: DiaryColumn): boolean {
  return appointments.length === 0 && blocks.every(({ kind }) => kind !== "open");
}

export function snapTo(step: number, minute: number): number {
  return Math.round(minute / step) * step;
}

/**
 * The start that a click into free time means: the quarter of an hour below the pointer, but never inside the visit
 * before it. At 10:37, after a visit until 10:35, it is 10:35, not 10:30.
 */
export function startInGap(minute: number, appointments: readonly DiaryAppointment[]): number {
  const slot = Math.floor(minute / slotMinutes) * slotMinutes;
  const ends = appointments
    .filter(holdsTime)
    .map((one) => spanOf(one).to)
    .filter((end) => end > slot && end <= minute);
  return Math.max(slot, ...ends);
}

export interface Gap extends Span {
  readonly minutes: number;
}

/** Open time without a visit, break, closure, hold or buffer: what the desk can fill. */
export function gapsOf(column: DiaryColumn, least = 10): Gap[] {
  const open = column.blocks.filter(({ kind }) => kind === "open").map(spanOf);
  const filled = [
    ...column.blocks.filter(({ kind }) => kind !== "open").map(spanOf),
    ...column.appointments.filter(holdsTime).map(spanOf),
  ].sort((a, b) => a.from - b.from);
  return open
    .flatMap((span) => {
      const gaps: Span[] = [];
      let at = span.from;
      for (const { from, to } of filled) {
        if (from > at && from < span.to) gaps.push({ from: at, to: from });
        if (from < span.to) at = Math.max(at, to);
      }
      if (at < span.to) gaps.push({ from: at, to: span.to });
      return gaps;
    })
    .map((gap) => ({ ...gap, minutes: gap.to - gap.from }))
    .filter(({ minutes }) => minutes >= least)
    .sort((a, b) => a.from - b.from);
}
