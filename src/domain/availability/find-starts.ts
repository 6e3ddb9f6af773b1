/**
 * Answers of the search in the forms that pages need: all starts as compact ranges, the first start per provider, and
 * the number of starts per date. (Writing each start as text costs eighty times the finding, so ranges travel.)
 *
 * Example: 09:00, 09:15, 09:30 and 11:00 on a grid of 15 minutes are two ranges, 09:00–09:30 and 11:00–11:00.
 */
import { type LocalDate, localDatesIn, localDayBounds, MINUTES_PER_DAY, type Minute } from "../time/index.ts";
import { lowestBit, orInto, visitSetBits } from "./bit-operations.ts";
import { countSet } from "./bits.ts";
import { allowedRange, type ProviderBits, searchBits } from "./search-bits.ts";
import type { VisitCase } from "./visit-case.ts";
import { providerRequirement, visitMinutes } from "./visit-plan.ts";

/** Every `stepMinutes` from `firstStart` to `lastStart`, both included. */
export type StartRange = { readonly firstStart: Minute; readonly lastStart: Minute; readonly stepMinutes: number };

export type ProviderStarts = {
  readonly providerId: string;
  /** What the patient sees: from the visit's start to the end of its last part. */
  readonly visitMinutes: number;
  readonly ranges: readonly StartRange[];
};

export type FirstStart = { readonly providerId: string; readonly visitMinutes: number; readonly startsAt: Minute };

/** One entry per provider candidate, in the case's order; without a free time its ranges are empty. */
export function findStarts(visitCase: VisitCase): ProviderStarts[] {
  return searchBits(visitCase).map((provider) => ({
    providerId: provider.providerId,
    visitMinutes: visitMinutes(visitCase, provider.durationMinutes),
    ranges: startRanges(provider, visitCase.stepMinutes),
  }));
}

/** All starts of compact ranges, in order. */
export function startsOfRanges(ranges: readonly StartRange[]): Minute[] {
  return ranges.flatMap(({ firstStart, lastStart, stepMinutes }) =>
    Array.from(
      { length: (lastStart - firstStart) / stepMinutes + 1 },
      (_, n) => (firstStart + n * stepMinutes) as Minute,
    ),
  );
}

/** The first start of each provider who has one, soonest first. Looks at a few days first and widens from there. */
export function nextFree(visitCase: VisitCase): FirstStart[] {
  const found: FirstStart[] = [];
  const range = allowedRange(visitCase);
  const role = providerRequirement(visitCase);
  let waiting = role.candidates;
  let days = 2;
  for (let from = range.startsAt; from < range.endsAt && waiting.length > 0; days *= 2) {
    const to = Math.min(from + days * MINUTES_PER_DAY, range.endsAt) as Minute;
    const part = withProviders({ ...visitCase, window: { startsAt: from, endsAt: to } }, waiting);
    const ids = new Set<string>();
    for (const provider of searchBits(part)) {
      const startsAt = firstStart(provider);
      if (startsAt === null) continue;
      ids.add(provider.providerId);
      found.push({
        providerId: provider.providerId,
        visitMinutes: visitMinutes(visitCase, provider.durationMinutes),
        startsAt,
      });
    }
    waiting = waiting.filter((candidate) => !ids.has(candidate.resourceId));
    from = to;
  }
  const order = new Map(role.candidates.map((candidate, index) => [candidate.resourceId, index]));
  const rank = (first: FirstStart): number => order.get(first.providerId) ?? 0;
  return found.sort((a, b) => a.startsAt - b.startsAt || rank(a) - rank(b));
}

/** The local dates of the window that have a start, with the number of different start times, whoever the provider. */
export function availableDays(visitCase: VisitCase): { readonly localDate: LocalDate; readonly startCount: number }[] {
  const [first, ...rest] = searchBits(visitCase);
  if (first === undefined) return [];
  const anybody = { from: first.starts.from, words: first.starts.words.slice() };
  for (const provider of rest) orInto(anybody.words, provider.starts.words);
  return localDatesIn(visitCase.window, visitCase.zone)
    .map((localDate) => ({ localDate, startCount: countSet(anybody, localDayBounds(localDate, visitCase.zone)) }))
    .filter(({ startCount }) => startCount > 0);
}

function startRanges(provider: ProviderBits, stepMinutes: number): StartRange[] {
  const ranges: StartRange[] = [];
  let first: number | null = null;
  let last = 0;
  const push = (): void => {
    if (first !== null) ranges.push({ firstStart: first as Minute, lastStart: last as Minute, stepMinutes });
  };
  visitSetBits(provider.starts.words, (bit) => {
    const start = provider.starts.from + bit;
    if (first === null || start !== last + stepMinutes) {
      push();
      first = start;
    }
    last = start;
  });
  push();
  return ranges;
}

function firstStart(provider: ProviderBits): Minute | null {
  const { from, words } = provider.starts;
  const index = words.findIndex((word) => word !== 0);
  const word = words[index];
  return word === undefined ? null : ((from + index * 32 + lowestBit(word)) as Minute);
}

function withProviders(visitCase: VisitCase, candidates: VisitCase["requirements"][number]["candidates"]): VisitCase {
  const provider = providerRequirement(visitCase);
  return {
    ...visitCase,
    requirements: visitCase.requirements.map((each) => (each === provider ? { ...provider, candidates } : each)),
  };
}
