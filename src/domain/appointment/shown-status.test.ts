import { expect, it } from "vitest";
import { aContext, aVisit } from "./a-visit.ts";
import { decide, heldVisit, shownStatus, type Visit } from "./index.ts";

const at = 1_700_000_000_000;

it.each<[Partial<Visit>, string]>([
  [{}, "scheduled"],
  [{ confirmedAtMs: at }, "confirmed"],
  [{ rescheduledAtMs: at }, "rescheduled"],
  [{ rescheduledAtMs: at, confirmedAtMs: at }, "confirmed"],
  [{ status: "proposed" }, "proposed"],
  [{ status: "pending", rescheduledAtMs: at }, "requested"],
  [{ status: "arrived", confirmedAtMs: at }, "arrived"],
  [{ status: "arrived", startedAtMs: at }, "in-progress"],
  [{ status: "checked-in" }, "checked-in"],
  [{ status: "checked-in", startedAtMs: at }, "in-progress"],
  [{ status: "fulfilled", startedAtMs: at }, "completed"],
  [{ status: "cancelled" }, "cancelled"],
  [{ status: "cancelled", acknowledgedAtMs: at }, "acknowledged"],
  [{ status: "noshow" }, "no-show"],
  [{ status: "entered-in-error" }, "entered-in-error"],
])("a visit with %o is shown as %s [BOOK-10]", (given, shown) => {
  expect(shownStatus(aVisit(given))).toBe(shown);
});

it("shows a moved visit as rescheduled until it is confirmed [BOOK-07]", () => {
  const confirmed = aVisit({ confirmedAtMs: at });
  const moved = decide(confirmed, "reschedule", "patient", aContext());
  if (!moved.ok) throw new Error(moved.code);
  expect(shownStatus(moved.next)).toBe("rescheduled");
  const again = decide({ ...confirmed, ...moved.next }, "confirm", "patient", aContext());
  if (!again.ok) throw new Error(again.code);
  expect(shownStatus(again.next)).toBe("confirmed");
});

it("has no words for what is not an appointment yet", () => {
  expect(() => shownStatus(heldVisit)).toThrow();
});
