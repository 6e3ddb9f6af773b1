/**
 * Visits of one column that overlap (planned overbooking) stand side by side.
 *
 * Example: 10:00–10:30 and 10:15–10:45 share the width, lanes 0 and 1 of 2; 10:45–11:00 has it alone again.
 */
import { spanOf } from "./geometry.ts";

export interface Lane {
  readonly lane: number;
  readonly lanes: number;
}

interface Timed {
  readonly id: string;
  readonly localStart: string;
  readonly localEnd: string;
}

export function lanesOf(visits: readonly Timed[]): ReadonlyMap<string, Lane> {
  const placed = new Map<string, Lane>();
  const sorted = visits.map((visit) => ({ id: visit.id, ...spanOf(visit) })).sort((a, b) => a.from - b.from);
  let cluster: { id: string; lane: number }[] = [];
  let laneEnds: number[] = [];
  const close = () => {
    for (const { id, lane } of cluster) placed.set(id, { lane, lanes: laneEnds.length });
    cluster = [];
    laneEnds = [];
  };
  for (const { id, from, to } of sorted) {
    if (laneEnds.every((end) => end <= from)) close();
    const free = laneEnds.findIndex((end) => end <= from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = to;
    cluster.push({ id, lane });
  }
  close();
  return placed;
}
