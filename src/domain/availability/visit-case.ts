/**
 * A case is everything that is needed to say when a service can be had: what the visit requires, who could do each
 * part, when they are open, what is already claimed or held, and the limits on booking ahead. Search, booking, the
 * desk's check and 'why not?' all answer from one case, so that what is offered can be booked.
 *
 * Example: 'ultrasound, 30 minutes, with 10 minutes to clean the room' has two requirements: role `provider` with two
 * doctors as candidates, 30 minutes; role `room` with three rooms, `durationMinutes: 'as_provider'`, buffer after 10.
 */
import type { Minute, TimeRange, ZoneId } from "../time/index.ts";
import type { Bits } from "./bits.ts";

/** Counts only while `expiresAtMs` is later than the case's `nowMs`. Leave out the holder's own hold. */
export type HeldRange = TimeRange & { readonly expiresAtMs: number };

export type ClosedReason = "break" | "holiday" | "closed_day";

export type Candidate = {
  readonly resourceId: string;
  /** Hours at the visit's place; null for what has no hours of its own. Minutes not covered are closed. */
  readonly open: Bits | null;
  /** Every claim: visits, buffers, closures. Minutes not covered count as claimed, so cover a day around the window. */
  readonly claimed: Bits;
  readonly holds: readonly HeldRange[];
  /** Time off, maintenance, absence: no visit goes in, whether or not its claims fill it already. */
  readonly closures?: readonly TimeRange[];
  /** The claims of the visit that is being moved: they do not stand in its own way. */
  readonly ownClaims?: readonly TimeRange[];
  /** A provider's own length for this service, where it differs; of other candidates it is not read. */
  readonly durationMinutes?: number;
  /** Only words the refusal 'outside hours'; `open` decides. From `expandClosedTimes`. */
  readonly closedTimes?: readonly (TimeRange & { readonly why: ClosedReason })[];
};

export type Requirement = {
  readonly role: string;
  /** In order of preference: `assign` takes the first that fits. */
  readonly candidates: readonly Candidate[];
  /** From the start of the visit to the start of this part. */
  readonly offsetMinutes: number;
  /** `as_provider`: as long as the chosen provider's own part. */
  readonly durationMinutes: number | "as_provider";
  /** Claimed together with the part, but not necessarily within open hours. */
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
};

export type VisitCase = {
  /** The zone of the visit's place; the grid is of its wall clock. */
  readonly zone: ZoneId;
  readonly stepMinutes: number;
  /** Starts are looked for in here. */
  readonly window: TimeRange;
  readonly nowMs: number;
  readonly noticeMinutes: number;
  /** Null: as far ahead as one likes. */
  readonly horizonMinutes: number | null;
  /** The first requirement with this role is the one people choose from; with no provider it may be the room. */
  readonly providerRole: string;
  readonly requirements: readonly Requirement[];
  /** Once known; busy from the visit's start to its end. */
  readonly patient: Pick<Candidate, "claimed" | "holds" | "ownClaims"> | null;
};

export type SoftRule = "hours" | "buffers" | "grid" | "notice" | "horizon";

/** The case without rules that permitted staff may override with a reason; what is claimed stays claimed. */
export function relaxCase(visitCase: VisitCase, softRules: readonly SoftRule[]): VisitCase {
  const without = new Set(softRules);
  return {
    ...visitCase,
    stepMinutes: without.has("grid") ? 1 : visitCase.stepMinutes,
    noticeMinutes: without.has("notice") ? 0 : visitCase.noticeMinutes,
    horizonMinutes: without.has("horizon") ? null : visitCase.horizonMinutes,
    requirements: visitCase.requirements.map((requirement) => ({
      ...requirement,
      bufferBeforeMinutes: without.has("buffers") ? 0 : requirement.bufferBeforeMinutes,
      bufferAfterMinutes: without.has("buffers") ? 0 : requirement.bufferAfterMinutes,
      candidates: without.has("hours")
        ? requirement.candidates.map((candidate) => ({ ...candidate, open: null }))
        : requirement.candidates,
    })),
  };
}

/** Lengths and steps are whole minutes from 1 up, buffers from 0; anything else is a bug in whoever made the case. */
export function assertSoundCase(visitCase: VisitCase): void {
  const durations = visitCase.requirements.flatMap(({ durationMinutes, candidates }) => [
    ...(durationMinutes === "as_provider" ? [] : [durationMinutes]),
    ...candidates.flatMap((candidate) => candidate.durationMinutes ?? []),
  ]);
  const buffers = visitCase.requirements.flatMap((each) => [each.bufferBeforeMinutes, each.bufferAfterMinutes]);
  const isSound =
    [visitCase.stepMinutes, ...durations].every((minutes) => Number.isInteger(minutes) && minutes >= 1) &&
    buffers.every((minutes) => Number.isInteger(minutes) && minutes >= 0) &&
    [visitCase.noticeMinutes, visitCase.horizonMinutes ?? 0].every(Number.isInteger);
  if (!isSound) throw new RangeError("a case needs whole minutes: lengths and step from 1, buffers from 0");
}

/** The earliest start that the notice allows: not before now, and whole minutes only. */
export function earliestStart(visitCase: VisitCase): Minute {
  return (Math.ceil(visitCase.nowMs / 60_000) + visitCase.noticeMinutes) as Minute;
}

/** The latest start that the horizon allows, itself included. */
export function latestStart(visitCase: VisitCase): Minute | null {
  return visitCase.horizonMinutes === null
    ? null
    : ((Math.floor(visitCase.nowMs / 60_000) + visitCase.horizonMinutes) as Minute);
}
