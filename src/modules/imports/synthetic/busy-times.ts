/**
 * Who is busy when, kept by day so that a look-up stays short with thousands of visits.
 *
 * Times are half-open: a visit until 10:00 and one from 10:00 do not meet.
 */
import { MINUTES_PER_DAY } from "../../../domain/time/index.ts";

export interface BusyTimes {
  isFree(id: string, from: number, to: number): boolean;
  add(id: string, from: number, to: number): void;
}

export function busyTimes(): BusyTimes {
  const byDay = new Map<string, { from: number; to: number }[]>();
  const daysOf = (from: number, to: number) => {
    const first = Math.floor(from / MINUTES_PER_DAY);
    const last = Math.floor((to - 1) / MINUTES_PER_DAY);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  };
  return {
    isFree: (id, from, to) =>
      daysOf(from, to).every((day) => !byDay.get(`${id} ${day}`)?.some((time) => time.from < to && from < time.to)),
    add: (id, from, to) => {
      for (const day of daysOf(from, to)) {
        const times = byDay.get(`${id} ${day}`);
        if (times) times.push({ from, to });
        else byDay.set(`${id} ${day}`, [{ from, to }]);
      }
    },
  };
}
