import fc from "fast-check";
import { expect, it } from "vitest";
import { aContext, hour, startsAtMs } from "./a-visit.ts";
import {
  type Actor,
  actors,
  decide,
  type EditableFieldName,
  editableFields,
  noVisit,
  type Trigger,
  transitions,
  triggers,
  type Visit,
} from "./index.ts";

const step = fc.record({
  trigger: fc.constantFrom<Trigger>(...triggers),
  actor: fc.constantFrom<Actor>(...actors),
  nowMs: fc.integer({ min: startsAtMs - 72 * hour, max: startsAtMs + 72 * hour }),
  hasReason: fc.boolean(),
  overrides: fc.boolean(),
  wishedByClinic: fc.boolean(),
  isVisitDay: fc.boolean(),
  isVirtual: fc.boolean(),
  identityChecked: fc.boolean(),
  formsComplete: fc.boolean(),
  answersReminder: fc.boolean(),
  editedFields: fc.subarray(Object.keys(editableFields) as EditableFieldName[]),
});

const timed = { startsAtMs, endsAtMs: startsAtMs + hour };

/** Half of the steps of a walk are triggers of the visit's own status, or most walks would stop at the first hold. */
const walk = fc.array(fc.tuple(step, fc.nat(), fc.boolean()), { minLength: 1, maxLength: 14 });

function leadsOn(visit: Visit): readonly Trigger[] {
  return transitions.filter((row) => row.from.includes(visit.status)).map((row) => row.trigger);
}

it("a walk of random events never leaves the table [BOOK-10]", () => {
  const rowsSeen = new Set<number>();
  fc.assert(
    fc.property(walk, (steps) => {
      let visit: Visit = { ...noVisit, ...timed };
      for (const [{ trigger: any, actor, ...given }, pick, isGuided] of steps) {
        const onward = leadsOn(visit);
        const trigger = isGuided ? (onward[pick % Math.max(onward.length, 1)] ?? any) : any;
        const decision = decide(visit, trigger, actor, aContext(given));
        if (!decision.ok) continue;
        const { next, row } = decision;
        rowsSeen.add(row);
        checkStep(visit, trigger, row, next.status);
        checkCounters(visit, { ...visit, ...next });
        visit = { ...visit, ...next };
        checkFacts(visit);
      }
    }),
    { numRuns: 10_000 },
  );
  expect(rowsSeen.size).toBe(24);
}, 30_000);

function checkStep(visit: Visit, trigger: Trigger, number: number, to: string): void {
  const row = transitions.find(
    (any) => any.row === number && any.trigger === trigger && any.from.includes(visit.status),
  );
  if (row === undefined) throw new Error(`No row ${number} for ${trigger} on ${visit.status}`);
  const targets = transitions
    .filter((any) => any.row === number && any.trigger === trigger)
    .map((any) => (any.to === "same" ? visit.status : any.to === "before" ? visit.endedFrom : any.to));
  expect(targets).toContain(to);
}

function checkCounters(before: Visit, after: Visit): void {
  expect(after.version).toBe(after.status === "hold" ? 0 : before.version + 1);
  expect(after.sequence - before.sequence).toBeGreaterThanOrEqual(0);
  expect(after.sequence - before.sequence).toBeLessThanOrEqual(1);
  expect(after.sequence).toBeLessThanOrEqual(after.version);
}

function checkFacts(visit: Visit): void {
  const hasEnded = ["fulfilled", "cancelled", "noshow", "entered-in-error"].includes(visit.status);
  expect(visit.endedFrom !== null).toBe(hasEnded);
  expect(visit.endedAtMs !== null).toBe(hasEnded);
  if (visit.acknowledgedAtMs !== null) expect(["cancelled", "entered-in-error"]).toContain(visit.status);
  if (visit.rescheduleCount > 0) expect(visit.rescheduledAtMs).not.toBeNull();
}
