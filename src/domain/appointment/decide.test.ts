import { describe, expect, it } from "vitest";
import { aContext, aVisit, hour, minute, startsAtMs } from "./a-visit.ts";
import { type Actor, allowedTriggers, decide, type LifecycleContext, type Trigger, type Visit } from "./index.ts";

interface Case {
  readonly says: string;
  readonly trigger: Trigger;
  readonly actor: Actor;
  readonly visit?: Partial<Visit>;
  /** Minutes after the start; before it where negative. */
  readonly at?: number;
  readonly with?: Partial<LifecycleContext>;
  readonly answer: string;
}

const lateCancel = { policy: { ...aContext().policy, lateCancelAllowed: true } };
const byItself = { policy: { ...aContext().policy, automaticNoShow: true } };

const cases: readonly Case[] = [
  { says: "confirms until the start", trigger: "confirm", actor: "patient", at: -1, answer: "row 9" },
  { says: "does not confirm what has begun", trigger: "confirm", actor: "desk", at: 0, answer: "visit_started" },
  { says: "cancels 24 hours before", trigger: "cancel", actor: "patient", at: -1440, answer: "row 10" },
  {
    says: "does not cancel later alone",
    trigger: "cancel",
    actor: "guest",
    at: -1439,
    answer: "cancel_deadline_passed",
  },
  {
    says: "cancels late where allowed",
    trigger: "cancel",
    actor: "patient",
    at: -10,
    with: lateCancel,
    answer: "row 10",
  },
  {
    says: "cancels late in answer to a reminder",
    trigger: "cancel",
    actor: "link",
    at: -10,
    with: { answersReminder: true },
    answer: "row 10",
  },
  {
    says: "needs a reason to cancel",
    trigger: "cancel",
    actor: "patient",
    with: { hasReason: false },
    answer: "reason_required",
  },
  { says: "cancels for the client until the end", trigger: "cancel", actor: "desk", at: 29, answer: "row 10" },
  { says: "cancels nothing that is over", trigger: "cancel", actor: "administrator", at: 30, answer: "visit_ended" },
  { says: "moves 24 hours before", trigger: "reschedule", actor: "patient", at: -1440, answer: "row 11" },
  {
    says: "does not move later alone",
    trigger: "reschedule",
    actor: "link",
    at: -1439,
    answer: "reschedule_deadline_passed",
  },
  {
    says: "does not move a fourth time",
    trigger: "reschedule",
    actor: "patient",
    visit: { rescheduleCount: 3 },
    answer: "too_many_reschedules",
  },
  {
    says: "moves later only by override",
    trigger: "reschedule",
    actor: "desk",
    at: -60,
    answer: "reschedule_deadline_passed",
  },
  {
    says: "moves later by override",
    trigger: "reschedule",
    actor: "desk",
    at: -60,
    with: { overrides: true },
    answer: "row 11",
  },
  {
    says: "has no override as a patient",
    trigger: "reschedule",
    actor: "patient",
    at: -60,
    with: { overrides: true },
    answer: "reschedule_deadline_passed",
  },
  {
    says: "moves on the clinic's wish at any time",
    trigger: "reschedule",
    actor: "clinician",
    at: -60,
    with: { wishedByClinic: true },
    answer: "row 11",
  },
  {
    says: "has no clinic's wish as a patient",
    trigger: "reschedule",
    actor: "patient",
    at: -60,
    with: { wishedByClinic: true },
    answer: "reschedule_deadline_passed",
  },
  { says: "arrives an hour before", trigger: "arrive", actor: "patient", at: -60, answer: "row 13" },
  { says: "does not arrive earlier", trigger: "arrive", actor: "desk", at: -61, answer: "too_early_to_arrive" },
  {
    says: "comes late the same day",
    trigger: "arrive",
    actor: "desk",
    visit: { status: "noshow" },
    at: 120,
    answer: "row 19",
  },
  {
    says: "does not come the next day",
    trigger: "arrive",
    actor: "desk",
    visit: { status: "noshow" },
    with: { isVisitDay: false },
    answer: "not_the_same_day",
  },
  {
    says: "checks in whom it knows",
    trigger: "check-in",
    actor: "desk",
    visit: { status: "arrived" },
    answer: "row 14",
  },
  {
    says: "checks in nobody unknown",
    trigger: "check-in",
    actor: "desk",
    with: { identityChecked: false },
    answer: "identity_not_checked",
  },
  {
    says: "checks in nobody without forms",
    trigger: "check-in",
    actor: "desk",
    with: { formsComplete: false },
    answer: "forms_missing",
  },
  { says: "checks in alone only by video", trigger: "check-in", actor: "patient", answer: "not_virtual" },
  { says: "checks in by video", trigger: "check-in", actor: "patient", with: { isVirtual: true }, answer: "row 14" },
  {
    says: "completes once the time has come",
    trigger: "complete",
    actor: "clinician",
    visit: { status: "arrived" },
    at: 0,
    answer: "row 16",
  },
  {
    says: "does not complete before it",
    trigger: "complete",
    actor: "clinician",
    visit: { status: "arrived" },
    at: -1,
    answer: "visit_not_started",
  },
  {
    says: "completes one who was seen early",
    trigger: "complete",
    actor: "desk",
    visit: { status: "checked-in", startedAtMs: startsAtMs - hour },
    at: -1,
    answer: "row 16",
  },
  { says: "enters a visit late", trigger: "complete", actor: "desk", at: 600, answer: "row 17" },
  { says: "marks a no-show after the grace", trigger: "no-show", actor: "desk", at: 15, answer: "row 18" },
  { says: "marks none within it", trigger: "no-show", actor: "clinician", at: 14, answer: "grace_not_over" },
  {
    says: "marks none by itself by default",
    trigger: "no-show",
    actor: "system",
    at: 15,
    answer: "automatic_no_show_off",
  },
  {
    says: "marks it by itself where asked",
    trigger: "no-show",
    actor: "system",
    at: 15,
    with: byItself,
    answer: "row 18",
  },
  {
    says: "approves until the start",
    trigger: "approve",
    actor: "supervisor",
    visit: { status: "pending" },
    at: 0,
    answer: "visit_started",
  },
  {
    says: "needs a reason to decline",
    trigger: "decline",
    actor: "desk",
    visit: { status: "pending" },
    with: { hasReason: false },
    answer: "reason_required",
  },
  {
    says: "needs a reason for one who left",
    trigger: "leave",
    actor: "desk",
    visit: { status: "arrived" },
    with: { hasReason: false },
    answer: "reason_required",
  },
  {
    says: "needs a reason to void",
    trigger: "void",
    actor: "supervisor",
    with: { hasReason: false },
    answer: "reason_required",
  },
  {
    says: "edits the patient's own fields",
    trigger: "edit",
    actor: "patient",
    with: { editedFields: ["reason"] },
    answer: "row 23",
  },
  {
    says: "edits no other",
    trigger: "edit",
    actor: "patient",
    with: { editedFields: ["reason", "room"] },
    answer: "field_not_allowed",
  },
  {
    says: "edits the room before the start",
    trigger: "edit",
    actor: "desk",
    at: -1,
    with: { editedFields: ["room"] },
    answer: "row 23",
  },
  {
    says: "edits only notes once begun",
    trigger: "edit",
    actor: "desk",
    at: 0,
    with: { editedFields: ["notes", "room"] },
    answer: "visit_started",
  },
  {
    says: "edits notes at any time",
    trigger: "edit",
    actor: "clinician",
    at: 9999,
    with: { editedFields: ["notes"] },
    answer: "row 23",
  },
];

describe("conditions of the table [BOOK-10]", () => {
  it.each(cases)("$actor $says", ({ trigger, actor, visit, at, with: given, answer }) => {
    const moment = at === undefined ? {} : { nowMs: startsAtMs + at * minute };
    const decision = decide(aVisit(visit), trigger, actor, aContext({ ...moment, ...given }));
    expect(decision.ok ? `row ${decision.row}` : decision.code).toBe(answer);
  });

  it.each(["noshow", "fulfilled", "cancelled"] as const)(
    "takes %s back within 24 hours, to what it was before",
    (status) => {
      const ended = aVisit({ status, endedFrom: "arrived", endedAtMs: startsAtMs, acknowledgedAtMs: startsAtMs });
      const undo = (nowMs: number, more: Partial<LifecycleContext> = {}) =>
        decide(ended, "undo", "desk", aContext({ nowMs, ...more }));
      expect(undo(startsAtMs + 24 * hour)).toMatchObject({
        ok: true,
        row: 20,
        next: { status: "arrived", endedFrom: null, endedAtMs: null, acknowledgedAtMs: null },
      });
      expect(undo(startsAtMs + 24 * hour + 1)).toMatchObject({ ok: false, code: "undo_too_late" });
      expect(undo(startsAtMs, { hasReason: false })).toMatchObject({ ok: false, code: "reason_required" });
      const imported = { ...ended, endedFrom: null };
      expect(decide(imported, "undo", "desk", aContext())).toMatchObject({ ok: false, code: "nothing_to_undo" });
    },
  );
});

describe("what to offer", () => {
  it("is what a patient may still do two hours before [BOOK-12]", () => {
    const context = aContext({ nowMs: startsAtMs - 2 * hour, hasReason: false });
    expect(allowedTriggers(aVisit(), "patient", context)).toEqual(["confirm", "edit"]);
    expect(decide(aVisit(), "cancel", "patient", context)).toEqual({
      ok: false,
      code: "cancel_deadline_passed",
      allowed: ["confirm", "edit"],
    });
  });

  it("is what the desk may do when the patient is due, a reason still to be given", () => {
    const context = aContext({ nowMs: startsAtMs - 10 * minute, hasReason: false, identityChecked: false });
    expect(allowedTriggers(aVisit(), "desk", context)).toEqual(["confirm", "cancel", "edit", "arrive", "check-in"]);
  });

  it("is nothing on a record entered in error, for anybody", () => {
    expect(allowedTriggers(aVisit({ status: "entered-in-error" }), "administrator", aContext())).toEqual([]);
  });
});
