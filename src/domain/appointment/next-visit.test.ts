import { describe, expect, it } from "vitest";
import { aContext, aVisit, startsAtMs } from "./a-visit.ts";
import { type Actor, decide, heldVisit, type LifecycleContext, type Trigger, type Visit } from "./index.ts";

describe("version and sequence", () => {
  const steps: readonly [Trigger, Actor, Partial<Visit>, Partial<LifecycleContext>, number][] = [
    ["confirm", "patient", {}, {}, 0],
    ["reschedule", "patient", {}, {}, 1],
    ["cancel", "patient", {}, {}, 1],
    ["acknowledge", "desk", { status: "cancelled" }, {}, 0],
    ["undo", "desk", { status: "cancelled", endedFrom: "booked", endedAtMs: startsAtMs }, {}, 1],
    ["undo", "desk", { status: "fulfilled", endedFrom: "booked", endedAtMs: startsAtMs }, {}, 0],
    ["leave", "desk", { status: "arrived" }, {}, 1],
    ["edit", "desk", {}, { editedFields: ["notes", "room"] }, 0],
    ["edit", "desk", {}, { editedFields: ["notes", "length"] }, 1],
    ["edit", "desk", {}, { editedFields: ["provider"] }, 1],
    ["void", "supervisor", {}, {}, 1],
    ["void", "supervisor", { status: "cancelled" }, {}, 0],
    ["reroute", "system", {}, {}, 1],
  ];

  it.each(steps)(
    "%s by %s on %o with %o raises the sequence by %i [BOOK-07] [BOOK-19]",
    (trigger, actor, visit, given, rise) => {
      const decision = decide(aVisit({ version: 3, sequence: 1, ...visit }), trigger, actor, aContext(given));
      expect(decision).toMatchObject({ ok: true, next: { version: 4, sequence: 1 + rise } });
    },
  );

  it("begin at 1 and 0 with the booking", () => {
    expect(decide(heldVisit, "book", "patient", aContext())).toMatchObject({
      ok: true,
      next: { version: 1, sequence: 0 },
    });
  });

  it("count the moves that the client wished for, not the clinic's [BOOK-12]", () => {
    const count = (wishedByClinic: boolean) => {
      const decision = decide(aVisit({ rescheduleCount: 1 }), "reschedule", "desk", aContext({ wishedByClinic }));
      return decision.ok ? decision.next.rescheduleCount : null;
    };
    expect([count(false), count(true)]).toEqual([2, 1]);
  });
});
