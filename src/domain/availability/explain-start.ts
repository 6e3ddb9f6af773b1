/**
 * 'Why not?' and 'then who?': all reasons against a wanted start, and the resources it would take.
 *
 * Example: `explainStart(visitCase, { startsAt, providerId: null })` is empty as soon as one provider could; otherwise it
 * holds the reasons of all of them, each once.
 */
import type { Minute, TimeRange } from "../time/index.ts";
import { type AssignedPart, type Examination, examineStart, type StartReason } from "./examine-start.ts";
import type { VisitCase } from "./visit-case.ts";
import { providerRequirement } from "./visit-plan.ts";

/** `providerId: null` means any provider of the case. */
export type WantedStart = { readonly startsAt: Minute; readonly providerId: string | null };

export type Assignment =
  | {
      readonly ok: true;
      readonly providerId: string;
      readonly visit: TimeRange;
      readonly parts: readonly AssignedPart[];
    }
  | { readonly ok: false; readonly code: "not_free"; readonly reasons: readonly StartReason[] };

/** Empty exactly when `findStarts` offers the start (within its window). */
export function explainStart(visitCase: VisitCase, wanted: WantedStart): StartReason[] {
  const assignment = assign(visitCase, wanted);
  return assignment.ok ? [] : [...assignment.reasons];
}

/** The same case and start always give the same resources: the first provider that can, and candidates in their order. */
export function assign(visitCase: VisitCase, wanted: WantedStart): Assignment {
  const { role, candidates } = providerRequirement(visitCase);
  const asked = candidates.filter(({ resourceId }) => wanted.providerId === null || resourceId === wanted.providerId);
  const examined: Examination[] = [];
  for (const provider of asked) {
    const examination = examineStart(visitCase, wanted.startsAt, provider);
    if (examination.reasons.length === 0) {
      return { ok: true, providerId: provider.resourceId, visit: examination.visit, parts: examination.parts };
    }
    examined.push(examination);
  }
  if (asked.length === 0) {
    return {
      ok: false,
      code: "not_free",
      reasons: [{ code: "service_not_offered", role, resourceId: wanted.providerId }],
    };
  }
  return { ok: false, code: "not_free", reasons: eachOnce(examined.flatMap(({ reasons }) => reasons)) };
}

function eachOnce(reasons: readonly StartReason[]): StartReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
