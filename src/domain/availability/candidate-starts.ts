/**
 * The starts of a visit that one candidate can serve: its part lies in open hours, and the part with its buffers
 * touches no claim, no closure and no live hold.
 *
 * Example: a room open 09:00–12:00, claimed 10:00–10:30, wanted for 30 minutes with 10 minutes of cleaning after: the
 * visit can start at any minute of 09:00–09:20 and of 10:30–11:30 (cleaning may run past closing time).
 */
import { MINUTES_PER_DAY, type Minute } from "../time/index.ts";
import { andShifted, keepRuns, type Stretch, stretchesOf } from "./bit-operations.ts";
import { ALL_ONES, type Bits, clearRange, setRange, startOfUtcDay, WORDS_PER_DAY } from "./bits.ts";
import type { Candidate, Requirement, VisitCase } from "./visit-case.ts";
import { providerMinutes, providerRequirement, visitMinutes } from "./visit-plan.ts";

/**
 * The UTC days on which all bits of one search are laid out. Inside lies every minute that a start in the window can
 * need; `padWords` at both ends stay closed, so that a shift never leaves the array.
 */
export type Frame = { readonly from: Minute; readonly wordCount: number; readonly padWords: number };

export function frameOf(visitCase: VisitCase): Frame {
  const provider = providerRequirement(visitCase);
  const longest = Math.max(1, ...provider.candidates.map((candidate) => providerMinutes(provider, candidate)));
  const before = Math.max(...visitCase.requirements.map((each) => each.bufferBeforeMinutes));
  const after = Math.max(...visitCase.requirements.map((each) => each.bufferAfterMinutes));
  const offset = Math.max(...visitCase.requirements.map((each) => Math.abs(each.offsetMinutes)));
  const reach = before + offset + visitMinutes(visitCase, longest) + after;
  const insideFrom = startOfUtcDay(visitCase.window.startsAt - reach);
  const insideDays = Math.max(1, Math.ceil((visitCase.window.endsAt + reach - insideFrom) / MINUTES_PER_DAY));
  // Twice the reach, for the margin around a stretch and the shift from there, and two words for rounding.
  const padDays = Math.ceil((2 * reach + 128) / MINUTES_PER_DAY);
  return {
    from: (insideFrom - padDays * MINUTES_PER_DAY) as Minute,
    wordCount: (insideDays + 2 * padDays) * WORDS_PER_DAY,
    padWords: padDays * WORDS_PER_DAY,
  };
}

/**
 * Bit = minute at which the visit (not the part) can start, as far as this candidate is concerned. All work is done on
 * the stretches around open hours: nights and closed days, two thirds of the words, cost one comparison each.
 */
export function candidateStarts(
  frame: Frame,
  requirement: Requirement,
  candidate: Candidate,
  minutes: number,
  nowMs: number,
): Uint32Array {
  const { offsetMinutes, bufferBeforeMinutes, bufferAfterMinutes } = requirement;
  const claimMinutes = bufferBeforeMinutes + minutes + bufferAfterMinutes;
  const margin = Math.ceil(claimMinutes / 32) + 1;
  const starts = openWords(frame, candidate);
  // Stretches so far apart that their margins do not meet: what is cut short in one must be whole in the next.
  const stretches = stretchesOf(starts, 2 * margin);
  const wider = stretches.map(({ first, end }) => ({ first: first - margin, end: end + margin }));
  const free = freeWords(frame, candidate, wider, nowMs);
  if (claimMinutes === minutes) {
    // Without buffers the part needs the same minutes open and free: one run instead of two.
    for (const stretch of stretches) andShifted(starts, free, 0, stretch);
    for (const stretch of stretches) keepRuns(starts, minutes, stretch);
  } else {
    for (const stretch of stretches) keepRuns(starts, minutes, stretch);
    for (const stretch of wider) keepRuns(free, claimMinutes, stretch);
    for (const stretch of stretches) andShifted(starts, free, -bufferBeforeMinutes, stretch);
  }
  return offsetMinutes === 0 ? starts : moved(frame, starts, offsetMinutes);
}

/** The patient is a candidate without hours and buffers, there for the whole visit. */
export function patientStarts(
  frame: Frame,
  { claimed, holds, ownClaims = [] }: NonNullable<VisitCase["patient"]>,
  minutes: number,
  nowMs: number,
): Uint32Array {
  const candidate: Candidate = { resourceId: "patient", open: null, claimed, holds, ownClaims };
  const requirement: Requirement = {
    role: "patient",
    candidates: [candidate],
    offsetMinutes: 0,
    durationMinutes: minutes,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
  };
  return candidateStarts(frame, requirement, candidate, minutes, nowMs);
}

function openWords(frame: Frame, { open }: Candidate): Uint32Array {
  const words = new Uint32Array(frame.wordCount);
  const inside = { first: frame.padWords, end: frame.wordCount - frame.padWords };
  if (open === null) return words.fill(ALL_ONES, inside.first, inside.end);
  const skip = (open.from - frame.from) / 32;
  const first = Math.max(inside.first, skip);
  const end = Math.min(inside.end, skip + open.words.length);
  if (first < end) words.set(open.words.subarray(first - skip, end - skip), first);
  return words;
}

/** Only the given stretches are filled. Minutes that `claimed` does not cover stay zero, not free. */
function freeWords(frame: Frame, candidate: Candidate, stretches: readonly Stretch[], nowMs: number): Uint32Array {
  const { claimed } = candidate;
  const words = new Uint32Array(frame.wordCount);
  const skip = (claimed.from - frame.from) / 32;
  for (const stretch of stretches) {
    const end = Math.min(stretch.end, skip + claimed.words.length);
    for (let index = Math.max(stretch.first, skip); index < end; index += 1) {
      words[index] = ~(claimed.words[index - skip] as number);
    }
  }
  const free: Bits = { from: frame.from, words };
  for (const own of candidate.ownClaims ?? []) setRange(free, own);
  for (const closure of candidate.closures ?? []) clearRange(free, closure);
  for (const hold of candidate.holds) {
    if (hold.expiresAtMs > nowMs) clearRange(free, hold);
  }
  return words;
}

/** From starts of the part to starts of the visit. */
function moved(frame: Frame, source: Uint32Array, minutes: number): Uint32Array {
  const inside = { first: frame.padWords, end: frame.wordCount - frame.padWords };
  const words = new Uint32Array(frame.wordCount).fill(ALL_ONES, inside.first, inside.end);
  andShifted(words, source, minutes, inside);
  return words;
}
