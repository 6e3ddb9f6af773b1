/**
 * The one exact search: for each provider the minutes at which the whole visit can start. A part with several
 * candidates is an OR of their starts, the visit is the AND of its parts with the grid, the notice, the horizon and the
 * patient. Only where two parts share candidates is each remaining start checked by a matching.
 *
 * Example: Dr Ruiz can start 09:00–11:00, room 1 09:00–09:30, room 2 10:00–12:00, grid 30: starts are 09:00, 09:30,
 * 10:00, 10:30, 11:00.
 */
import type { Minute, TimeRange } from "../time/index.ts";
import { andInto, orInto, visitSetBits } from "./bit-operations.ts";
import type { Bits } from "./bits.ts";
import { candidateStarts, type Frame, frameOf, patientStarts } from "./candidate-starts.ts";
import { setGrid } from "./grid.ts";
import { matchParts } from "./matching.ts";
import {
  assertSoundCase,
  type Candidate,
  earliestStart,
  latestStart,
  type Requirement,
  type VisitCase,
} from "./visit-case.ts";
import { otherRequirements, partMinutes, providerMinutes, providerRequirement, visitMinutes } from "./visit-plan.ts";

export type ProviderBits = {
  readonly providerId: string;
  /** Of the provider's own part. */
  readonly durationMinutes: number;
  /** Bit = a start that can be booked. */
  readonly starts: Bits;
};

type OtherPart = {
  readonly byCandidate: readonly { readonly resourceId: string; readonly starts: Uint32Array }[];
  readonly anybody: Uint32Array;
};

/** What all providers with the same length have in common. */
type Context = { readonly parts: readonly OtherPart[]; readonly isShared: boolean; readonly base: Uint32Array };

export function searchBits(visitCase: VisitCase): ProviderBits[] {
  assertSoundCase(visitCase);
  const frame = frameOf(visitCase);
  const range = allowedRange(visitCase);
  const grid: Bits = { from: frame.from, words: new Uint32Array(frame.wordCount) };
  setGrid(grid, range, visitCase.zone, visitCase.stepMinutes);
  const provider = providerRequirement(visitCase);
  const contexts = new Map<number, Context>();
  return provider.candidates.map((candidate) => {
    const minutes = providerMinutes(provider, candidate);
    let context = contexts.get(minutes);
    if (context === undefined) {
      const parts = otherRequirements(visitCase).map((requirement) =>
        otherPart(frame, requirement, minutes, visitCase.nowMs),
      );
      context = {
        parts,
        isShared: haveSharedCandidates(parts),
        base: withPatient(frame, visitCase, grid.words, minutes),
      };
      contexts.set(minutes, context);
    }
    const starts = candidateStarts(frame, provider, candidate, minutes, visitCase.nowMs);
    andInto(starts, context.base);
    for (const part of context.parts) andInto(starts, anybodyBut(part, candidate));
    if (context.isShared) keepMatched(starts, context.parts, candidate);
    return { providerId: candidate.resourceId, durationMinutes: minutes, starts: { from: frame.from, words: starts } };
  });
}

/** The window, cut by notice and horizon. */
export function allowedRange(visitCase: VisitCase): TimeRange {
  const latest = latestStart(visitCase);
  return {
    startsAt: Math.max(visitCase.window.startsAt, earliestStart(visitCase)) as Minute,
    endsAt: (latest === null ? visitCase.window.endsAt : Math.min(visitCase.window.endsAt, latest + 1)) as Minute,
  };
}

function withPatient(frame: Frame, visitCase: VisitCase, grid: Uint32Array, minutesOfProvider: number): Uint32Array {
  if (visitCase.patient === null) return grid;
  const words = patientStarts(frame, visitCase.patient, visitMinutes(visitCase, minutesOfProvider), visitCase.nowMs);
  andInto(words, grid);
  return words;
}

function otherPart(frame: Frame, requirement: Requirement, minutesOfProvider: number, nowMs: number): OtherPart {
  const minutes = partMinutes(requirement, minutesOfProvider);
  const anybody = new Uint32Array(frame.wordCount);
  const byCandidate = requirement.candidates.map((candidate) => {
    const starts = candidateStarts(frame, requirement, candidate, minutes, nowMs);
    orInto(anybody, starts);
    return { resourceId: candidate.resourceId, starts };
  });
  return { byCandidate, anybody };
}

/** A provider who could also do another part (a doctor among the assistants) cannot do both. */
function anybodyBut(part: OtherPart, provider: Candidate): Uint32Array {
  if (!part.byCandidate.some(({ resourceId }) => resourceId === provider.resourceId)) return part.anybody;
  const words = new Uint32Array(part.anybody.length);
  for (const { resourceId, starts } of part.byCandidate) {
    if (resourceId !== provider.resourceId) orInto(words, starts);
  }
  return words;
}

function haveSharedCandidates(parts: readonly OtherPart[]): boolean {
  const ids = parts.flatMap((part) => part.byCandidate.map(({ resourceId }) => resourceId));
  return new Set(ids).size < ids.length;
}

function keepMatched(starts: Uint32Array, parts: readonly OtherPart[], provider: Candidate): void {
  visitSetBits(starts.slice(), (bit) => {
    const index = bit >>> 5;
    const mask = 1 << (bit & 31);
    const free = parts.map((part) =>
      part.byCandidate
        .filter((each) => each.resourceId !== provider.resourceId && ((each.starts[index] ?? 0) & mask) !== 0)
        .map(({ resourceId }) => resourceId),
    );
    if (matchParts(free).includes(null)) starts[index] = (starts[index] ?? 0) & ~mask;
  });
}
