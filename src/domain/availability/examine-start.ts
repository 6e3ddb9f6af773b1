/**
 * One wanted start under the magnifying glass: every reason why it cannot be, or who does which part if it can. It asks
 * plain questions of each candidate and shares no shortcut with the search; the tests hold both to the same answer.
 *
 * Example: wanted Monday 12:45 with Dr Ruiz, who has lunch at 13:00 and a visit at 12:30, while both rooms are taken:
 * `outside_hours` (break), `provider_busy`, and `room_busy` for each room.
 */
import { isOverlapping, type Minute, subtractRanges, type TimeRange } from "../time/index.ts";
import { countSet, endOf, isAllSet } from "./bits.ts";
import { isOnGrid } from "./grid.ts";
import { matchParts } from "./matching.ts";
import {
  assertSoundCase,
  type Candidate,
  type ClosedReason,
  earliestStart,
  latestStart,
  type Requirement,
  type VisitCase,
} from "./visit-case.ts";
import {
  otherRequirements,
  partMinutes,
  providerMinutes,
  providerRequirement,
  spansOf,
  visitMinutes,
} from "./visit-plan.ts";

export type StartReason =
  | { readonly code: "in_past" }
  | { readonly code: "too_soon"; readonly earliestStart: Minute }
  | { readonly code: "too_far"; readonly latestStart: Minute }
  | { readonly code: "off_grid"; readonly stepMinutes: number }
  | { readonly code: "patient_busy" }
  | PartReason;

/** `resourceId` is null where no single resource is to blame. */
export type PartReason =
  | { readonly code: "service_not_offered"; readonly role: string; readonly resourceId: string | null }
  | {
      readonly code: "outside_hours";
      readonly role: string;
      readonly resourceId: string;
      readonly why: ClosedReason | "no_hours";
    }
  | { readonly code: "in_closure"; readonly role: string; readonly resourceId: string }
  | { readonly code: "provider_busy"; readonly role: string; readonly resourceId: string }
  | { readonly code: "held"; readonly role: string; readonly resourceId: string; readonly expiresAtMs: number }
  /** Any part but the provider's: the role says whether it is a room, a nurse, a device. */
  | { readonly code: "room_busy"; readonly role: string; readonly resourceId: string | null };

/** A part as it would be booked: `work` is the part itself, `claim` includes its buffers. */
export type AssignedPart = {
  readonly role: string;
  readonly resourceId: string;
  readonly work: TimeRange;
  readonly claim: TimeRange;
};

export type Examination = {
  readonly reasons: readonly StartReason[];
  readonly visit: TimeRange;
  readonly parts: readonly AssignedPart[];
};

/** For one provider candidate. `parts` is complete, in the order of the requirements, exactly when `reasons` is empty. */
export function examineStart(visitCase: VisitCase, startsAt: Minute, provider: Candidate): Examination {
  assertSoundCase(visitCase);
  const role = providerRequirement(visitCase);
  const minutes = providerMinutes(role, provider);
  const visit: TimeRange = { startsAt, endsAt: (startsAt + visitMinutes(visitCase, minutes)) as Minute };
  const others = otherRequirements(visitCase).map((requirement) => {
    const candidates = requirement.candidates.filter(({ resourceId }) => resourceId !== provider.resourceId);
    const spans = spansOf(requirement, partMinutes(requirement, minutes), startsAt);
    const verdicts = candidates.map((candidate) => ({
      resourceId: candidate.resourceId,
      reasons: partReasons(visitCase, requirement, candidate, spans, "room_busy"),
    }));
    return { requirement, spans, verdicts };
  });
  const chosen = matchParts(
    others.map(({ verdicts }) =>
      verdicts.filter(({ reasons }) => reasons.length === 0).map(({ resourceId }) => resourceId),
    ),
  );
  const providerSpans = spansOf(role, minutes, startsAt);
  const reasons: StartReason[] = [
    ...limitReasons(visitCase, startsAt),
    ...patientReasons(visitCase, visit),
    ...partReasons(visitCase, role, provider, providerSpans, "provider_busy"),
    ...others.flatMap(({ requirement, verdicts }, index) => {
      if (chosen[index] !== null) return [];
      const blame = verdicts.flatMap((verdict) => verdict.reasons);
      // Nobody left to ask, or everybody who could is needed for another part of the same visit.
      if (verdicts.length === 0)
        return [{ code: "service_not_offered" as const, role: requirement.role, resourceId: null }];
      const isShared = verdicts.some((verdict) => verdict.reasons.length === 0);
      return isShared ? [...blame, { code: "room_busy" as const, role: requirement.role, resourceId: null }] : blame;
    }),
  ];
  if (reasons.length > 0) return { reasons, visit, parts: [] };
  const partOf = (requirement: Requirement): AssignedPart => {
    const index = others.findIndex((other) => other.requirement === requirement);
    const [other, resourceId] = [others[index], chosen[index]];
    // Without reasons every other part has its resource, so what is not among them is the provider's own.
    if (other === undefined || resourceId === undefined || resourceId === null) {
      return { role: role.role, resourceId: provider.resourceId, ...providerSpans };
    }
    return { role: requirement.role, resourceId, ...other.spans };
  };
  return { reasons, visit, parts: visitCase.requirements.map(partOf) };
}

function limitReasons(visitCase: VisitCase, startsAt: Minute): StartReason[] {
  const reasons: StartReason[] = [];
  const earliest = earliestStart(visitCase);
  const latest = latestStart(visitCase);
  if (startsAt * 60_000 < visitCase.nowMs) reasons.push({ code: "in_past" });
  else if (startsAt < earliest) reasons.push({ code: "too_soon", earliestStart: earliest });
  if (latest !== null && startsAt > latest) reasons.push({ code: "too_far", latestStart: latest });
  if (!isOnGrid(startsAt, visitCase.zone, visitCase.stepMinutes))
    reasons.push({ code: "off_grid", stepMinutes: visitCase.stepMinutes });
  return reasons;
}

function patientReasons(visitCase: VisitCase, visit: TimeRange): StartReason[] {
  const { patient, nowMs } = visitCase;
  if (patient === null) return [];
  const isHeld = patient.holds.some((hold) => hold.expiresAtMs > nowMs && isOverlapping(hold, visit));
  return isHeld || isClaimed(patient, visit, []) ? [{ code: "patient_busy" }] : [];
}

function partReasons(
  visitCase: VisitCase,
  requirement: Requirement,
  candidate: Candidate,
  { work, claim }: { readonly work: TimeRange; readonly claim: TimeRange },
  busy: "provider_busy" | "room_busy",
): PartReason[] {
  const who = { role: requirement.role, resourceId: candidate.resourceId };
  const reasons: PartReason[] = [];
  if (candidate.open !== null && !isAllSet(candidate.open, work)) {
    const closed = candidate.closedTimes?.find((time) => isOverlapping(time, work));
    reasons.push({ code: "outside_hours", ...who, why: closed?.why ?? "no_hours" });
  }
  const closures = (candidate.closures ?? []).filter((closure) => isOverlapping(closure, claim));
  if (closures.length > 0) reasons.push({ code: "in_closure", ...who });
  // A closure's own claims are the closure, not somebody else's visit.
  if (isClaimed(candidate, claim, closures)) reasons.push({ code: busy, ...who });
  const held = candidate.holds.filter((hold) => hold.expiresAtMs > visitCase.nowMs && isOverlapping(hold, claim));
  if (held.length > 0)
    reasons.push({ code: "held", ...who, expiresAtMs: Math.max(...held.map((hold) => hold.expiresAtMs)) });
  return reasons;
}

/**
 * Is a minute of the span claimed that is neither the moved visit's own nor in `besides`? What the bits do not cover is
 * unknown, and counts as claimed.
 */
function isClaimed(
  { claimed, ownClaims = [] }: Pick<Candidate, "claimed" | "ownClaims">,
  span: TimeRange,
  besides: readonly TimeRange[],
): boolean {
  return subtractRanges([span], [...ownClaims, ...besides]).some(
    (range) => range.startsAt < claimed.from || range.endsAt > endOf(claimed) || countSet(claimed, range) > 0,
  );
}
