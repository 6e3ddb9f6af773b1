/** One appointment of the past or the future as it is imported: a planned visit that its source can name. */
import type { PlannedVisit } from "../synthetic/history-types.ts";

export interface HistoryVisit extends PlannedVisit {
  /** Names the appointment in its source: imported again, it is not created again. */
  readonly key: string;
  /** Line of the file, counted from 1. */
  readonly at: number;
  readonly notes: string | null;
}

/** A made-up history as it is imported; the same seed makes the same keys. */
export function asHistoryVisits(source: string, planned: readonly PlannedVisit[]): HistoryVisit[] {
  return planned.map((visit, index) => ({ ...visit, key: `${source}-${index + 1}`, at: index + 1, notes: null }));
}
