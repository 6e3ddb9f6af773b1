/**
 * What to offer instead of a time that cannot be had: the nearest times with the same provider, then the nearest of
 * other providers at the place, then other places, each with the reason why it is in the list.
 *
 * Example: wanted 10:00 with Dr Ruiz. Offered: Dr Ruiz 10:15, 09:30 and 10:45, then Dr Soto 10:00, then Dr Lima at the
 * north clinic 10:00.
 */
import type { Minute } from "../time/index.ts";
import type { WantedStart } from "./explain-start.ts";
import { findStarts, type ProviderStarts, type StartRange } from "./find-starts.ts";
import type { VisitCase } from "./visit-case.ts";

export type Alternative = {
  /** Which of the given cases; 0 is the place that was asked for. */
  readonly caseIndex: number;
  readonly providerId: string;
  readonly startsAt: Minute;
  readonly visitMinutes: number;
  /** `nearest_time` where any provider was wanted. */
  readonly reason: "same_provider" | "nearest_time" | "other_provider" | "other_place";
  /** Negative is earlier than wanted. */
  readonly minutesAway: number;
};

const SAME_PROVIDER_FIRST = 3;
const PER_OTHER_PROVIDER = 1;

/**
 * The first case is the one that was asked for, further ones are other places. At most `limit`, and never fewer than
 * three where the windows of the cases hold three. The wanted start itself is not an alternative.
 */
export function alternatives(cases: readonly VisitCase[], wanted: WantedStart, limit = 6): Alternative[] {
  const all = cases.flatMap((visitCase, caseIndex) =>
    findStarts(visitCase).map((provider) => nearest(provider, caseIndex, wanted, limit)),
  );
  const preferred = all.flatMap((ofProvider) => ofProvider.slice(0, quotaOf(ofProvider[0]))).sort(byRank);
  const further = all.flatMap((ofProvider) => ofProvider.slice(quotaOf(ofProvider[0]))).sort(byDistance);
  return [...preferred, ...further].slice(0, limit).sort(byRank);
}

function quotaOf(alternative: Alternative | undefined): number {
  return alternative !== undefined && RANK[alternative.reason] === 0 ? SAME_PROVIDER_FIRST : PER_OTHER_PROVIDER;
}

function reasonFor(providerId: string, caseIndex: number, wanted: WantedStart): Alternative["reason"] {
  if (caseIndex > 0) return "other_place";
  if (wanted.providerId === null) return "nearest_time";
  return wanted.providerId === providerId ? "same_provider" : "other_provider";
}

const RANK = { same_provider: 0, nearest_time: 0, other_provider: 1, other_place: 2 } as const;

function byRank(a: Alternative, b: Alternative): number {
  return RANK[a.reason] - RANK[b.reason] || byDistance(a, b);
}

/** Of two equally near times the earlier one; then the order of cases. */
function byDistance(a: Alternative, b: Alternative): number {
  return Math.abs(a.minutesAway) - Math.abs(b.minutesAway) || a.startsAt - b.startsAt || a.caseIndex - b.caseIndex;
}

function nearest(provider: ProviderStarts, caseIndex: number, wanted: WantedStart, limit: number): Alternative[] {
  const { providerId, visitMinutes } = provider;
  const reason = reasonFor(providerId, caseIndex, wanted);
  return provider.ranges
    .flatMap((range) => nearestOfRange(range, wanted.startsAt, limit))
    .map(
      (startsAt) =>
        ({ caseIndex, providerId, startsAt, visitMinutes, reason, minutesAway: startsAt - wanted.startsAt }) as const,
    )
    .filter(({ minutesAway }) => minutesAway !== 0 || RANK[reason] > 0)
    .sort(byDistance)
    .slice(0, limit);
}

/** The few starts of the range around the wanted time, without writing all of them out. */
function nearestOfRange({ firstStart, lastStart, stepMinutes }: StartRange, wanted: Minute, limit: number): Minute[] {
  const lastIndex = (lastStart - firstStart) / stepMinutes;
  const around = Math.min(Math.max(Math.round((wanted - firstStart) / stepMinutes), 0), lastIndex);
  const from = Math.max(0, around - limit);
  const to = Math.min(lastIndex, around + limit);
  return Array.from({ length: to - from + 1 }, (_, n) => (firstStart + (from + n) * stepMinutes) as Minute);
}
