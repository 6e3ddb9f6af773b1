/** Asks the evaluator whether a wanted visit can be had, and which resources it takes. */
import {
  type AssignedPart,
  assign,
  relaxCase,
  type SoftRule,
  type StartReason,
} from "../../domain/availability/index.ts";
import {
  addMinutes,
  instantText,
  type Minute,
  subtractRanges,
  type TimeRange,
  type ZoneId,
} from "../../domain/time/index.ts";
import type { Duties } from "../_kernel/index.ts";
import { type CalendarCache, type CaseQuestion, visitCases } from "../availability/index.ts";

export interface VisitPlan {
  readonly ok: true;
  readonly providerId: string;
  readonly roomId: string | null;
  readonly locationId: string;
  readonly zone: ZoneId;
  readonly visit: TimeRange;
  readonly parts: readonly AssignedPart[];
  /** Soft rules that only an override made possible; empty for an ordinary visit. */
  readonly overridden: readonly string[];
  /** Lets go of what is reserved; to be called when the booking has ended, either way. */
  readonly release: () => void;
}
export interface NoPlan {
  readonly ok: false;
  readonly reasons: readonly StartReason[];
}

export interface WantedPlan extends Omit<CaseQuestion, "window" | "providerIds"> {
  readonly providerId: string | null;
  readonly startsAt: Minute;
  /** Reason codes that permitted staff set aside. */
  readonly setAside?: readonly string[] | undefined;
  /**
   * Names the request that is about to book what is planned. Until it ends, other requests of this node are planned
   * around its time and room, instead of running into it in the database; its own repeats are not.
   */
  readonly onTheWay?: string | undefined;
}

const softRuleOf: Readonly<Record<string, SoftRule>> = {
  outside_hours: "hours",
  too_soon: "notice",
  too_far: "horizon",
  off_grid: "grid",
};

/**
 * The patient's own time is left to the database at first: reading it takes longer than the booking itself, and it is
 * hardly ever taken. Only a refusal is worked out with it, so that it lists every reason.
 */
export async function planVisit(cache: CalendarCache, wanted: WantedPlan): Promise<VisitPlan | NoPlan> {
  for (let tries = 1; ; tries += 1) {
    const plan = await planFrom(cache, { ...wanted, patientId: null });
    if (!plan.ok) return planFrom(cache, { ...wanted, saysWhy: true });
    const release = tries > triesAtMost ? () => {} : reserve(cache, wanted, plan);
    // Others were planned at the same moment and were quicker: there may be another room.
    if (release !== null) return { ...plan, release };
  }
}

/** After that the database decides: it would, in any case. */
const triesAtMost = 10;

function reserve(cache: CalendarCache, { orgId, service, onTheWay, holder }: WantedPlan, plan: VisitPlan) {
  if (onTheWay === undefined) return plan.release;
  const claims = claimsOfVisit({ ...service, ...plan, ...plan.visit, patientId: null });
  return cache.reserve(orgId, claims, { onTheWay, holder: holder?.toString("hex") });
}

async function planFrom(cache: CalendarCache, wanted: WantedPlan): Promise<VisitPlan | NoPlan> {
  const { providerId, startsAt, setAside = [] } = wanted;
  const cases = await visitCases(cache, {
    ...wanted,
    providerIds: providerId === null ? undefined : [providerId],
    window: { startsAt, endsAt: addMinutes(startsAt, 1) },
  });
  const reasons: StartReason[] = [];
  const rules = setAside.flatMap((code) => softRuleOf[code] ?? []);
  for (const { locationId, visitCase } of cases) {
    const strict = assign(visitCase, { startsAt, providerId });
    const answer =
      strict.ok || rules.length === 0 ? strict : assign(relaxCase(visitCase, rules), { startsAt, providerId });
    if (!answer.ok) {
      reasons.push(...answer.reasons);
      continue;
    }
    return {
      ok: true,
      providerId: answer.providerId,
      roomId: answer.parts.find(({ role }) => role === "room")?.resourceId ?? null,
      release: () => {},
      locationId,
      zone: visitCase.zone,
      visit: answer.visit,
      parts: answer.parts,
      overridden: strict.ok ? [] : [...new Set(strict.reasons.map(({ code }) => code))],
    };
  }
  if (cases.length === 0) reasons.push({ code: "service_not_offered", role: "provider", resourceId: providerId });
  return { ok: false, reasons };
}

/** A request and its repeats go by one name. They let go a turn after the answer: by then the commit is made known. */
export const onTheWay = ({ actorKey, idempotencyKey }: Duties): string => `${actorKey} ${idempotencyKey}`;

/** One claim as the database's functions take it: resource, start, end. */
export interface WantedClaim {
  readonly r: string;
  readonly s: string;
  readonly e: string;
}

export interface ClaimRange extends TimeRange {
  readonly resourceId: string;
}

export const asWanted = (claims: readonly ClaimRange[]): WantedClaim[] =>
  claims.map(({ resourceId, startsAt, endsAt }) => ({
    r: resourceId,
    s: instantText(startsAt),
    e: instantText(endsAt),
  }));

/** What a visit takes: provider and room with their buffers, the patient for the visit itself. */
export function claimsOfVisit(visit: ClaimedVisit): ClaimRange[] {
  const { startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes } = visit;
  const wide = { startsAt: addMinutes(startsAt, -bufferBeforeMinutes), endsAt: addMinutes(endsAt, bufferAfterMinutes) };
  return [
    { resourceId: visit.providerId, ...wide },
    ...(visit.roomId === null ? [] : [{ resourceId: visit.roomId, ...wide }]),
    ...(visit.patientId === null ? [] : [{ resourceId: visit.patientId, startsAt, endsAt }]),
  ];
}

export interface ClaimedVisit extends TimeRange {
  readonly providerId: string;
  readonly roomId: string | null;
  readonly patientId: string | null;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** What a hold on a new time must claim: all but what the moved appointment has already. */
export function withoutOwn(
  claims: readonly ClaimRange[],
  own: ReadonlyMap<string, readonly TimeRange[]> | undefined,
): ClaimRange[] {
  if (own === undefined) return [...claims];
  return claims.flatMap(({ resourceId, startsAt, endsAt }) =>
    subtractRanges([{ startsAt, endsAt }], own.get(resourceId) ?? []).map((range) => ({ resourceId, ...range })),
  );
}
