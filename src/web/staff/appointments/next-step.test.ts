import { describe, expect, test } from "vitest";
import { nextStep } from "./next-step.ts";

describe("the usual next step [BOOK-10]", () => {
  test.each([
    ["booked, before its time", ["confirm", "reschedule", "cancel", "edit"], "scheduled", null],
    ["booked, at the desk", ["arrive", "cancel", "no-show", "complete"], "scheduled", "arrive"],
    ["arrived", ["check-in", "start", "leave"], "arrived", "check-in"],
    ["checked in", ["start", "complete", "leave"], "checked-in", "start"],
    ["begun", ["start", "complete", "leave"], "in-progress", "complete"],
    ["cancelled", ["acknowledge", "undo"], "cancelled", "acknowledge"],
  ] as const)("%s", (_, allowed, shown, step) => {
    expect(nextStep(allowed, shown)).toBe(step);
  });
});
