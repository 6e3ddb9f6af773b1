import { describe, expect, it } from "vitest";
import {
  agreedPolicyOf,
  bookingWindow,
  checkBooking,
  checkCancel,
  checkReschedule,
  defaultPolicy,
  isLateCancel,
  isOverridable,
  type Policy,
  policyFields,
  policyProblems,
  readAgreedPolicy,
  resolvePolicy,
} from "./index.ts";

const minute = 60_000;
const hour = 60 * minute;
const nowMs = 1_800_000_000_000;

describe("which rule holds", () => {
  it("takes the service's, then the department's, then the organisation's, then the default [BOOK-12]", () => {
    const organisation = { cancelDeadlineMinutes: 720, maxReschedules: 5, guestBooking: true };
    const department = { cancelDeadlineMinutes: 2880, maxReschedules: null };
    const service = { maxReschedules: 1, guestBooking: undefined };
    expect(resolvePolicy(organisation, department, service)).toEqual({
      ...defaultPolicy,
      cancelDeadlineMinutes: 2880,
      maxReschedules: 1,
      guestBooking: true,
    });
  });

  it("lets a narrower level say no and zero", () => {
    const policy = resolvePolicy({ guestBooking: true, minNoticeMinutes: 90 }, null, {
      guestBooking: false,
      minNoticeMinutes: 0,
    });
    expect(policy).toMatchObject({ guestBooking: false, minNoticeMinutes: 0 });
  });

  it("is the default where nobody says anything: 24 hours to cancel and to move, 5 minutes to hold [BOOK-05] [BOOK-12]", () => {
    expect(resolvePolicy({})).toEqual(defaultPolicy);
    expect(defaultPolicy).toMatchObject({
      cancelDeadlineMinutes: 1440,
      rescheduleDeadlineMinutes: 1440,
      holdMinutes: 5,
    });
    expect(defaultPolicy.guestBooking).toBe(false);
  });

  it("leaves out what is no rule", () => {
    expect(resolvePolicy({ colour: "red" } as object)).toEqual(defaultPolicy);
  });
});

describe("bounds", () => {
  it("accepts every default", () => {
    expect(policyProblems(defaultPolicy)).toEqual([]);
  });

  it("names every value outside them", () => {
    const problems = policyProblems({
      holdMinutes: 16,
      maxReschedules: -1,
      slotIntervalMinutes: 7.5,
      cancelDeadlineMinutes: null,
    });
    expect(problems).toEqual([
      { field: "maxReschedules", code: "too_low", least: 0, most: 50 },
      { field: "holdMinutes", code: "too_high", least: 2, most: 15 },
      { field: "slotIntervalMinutes", code: "not_whole", least: 5, most: 240 },
    ]);
  });

  it("has a rule for each field of a policy", () => {
    expect(Object.keys(policyFields)).toEqual(Object.keys(defaultPolicy));
  });
});

describe("booking window [BOOK-12]", () => {
  const policy: Policy = { ...defaultPolicy, minNoticeMinutes: 60, maxHorizonDays: 30 };

  it.each([
    { start: "a minute ago", fromNow: -minute, codes: ["in_past"] },
    { start: "now", fromNow: 0, codes: ["too_soon"] },
    { start: "in 59 minutes", fromNow: 59 * minute, codes: ["too_soon"] },
    { start: "in 60 minutes", fromNow: hour, codes: [] },
    { start: "in 30 days", fromNow: 30 * 24 * hour, codes: [] },
    { start: "in 30 days and a minute", fromNow: 30 * 24 * hour + minute, codes: ["too_far"] },
  ])("$start: $codes", ({ fromNow, codes }) => {
    const verdict = checkBooking(policy, { nowMs, startsAtMs: nowMs + fromNow, byGuest: false });
    expect(verdict.ok ? [] : verdict.reasons.map((reason) => reason.code)).toEqual(codes);
  });

  it("says every reason, and that a guest where guests may not book is beyond an override [BOOK-16]", () => {
    const verdict = checkBooking(policy, { nowMs, startsAtMs: nowMs + minute, byGuest: true });
    expect(verdict).toEqual({
      ok: false,
      reasons: [
        { code: "too_soon", soft: true, limitMs: nowMs + hour },
        { code: "guest_booking_off", soft: false },
      ],
    });
    expect(isOverridable(verdict)).toBe(false);
    expect(checkBooking({ ...policy, guestBooking: true }, { nowMs, startsAtMs: nowMs + hour, byGuest: true }).ok).toBe(
      true,
    );
  });

  it("lets staff override notice and horizon, never the past", () => {
    const check = (fromNow: number) => checkBooking(policy, { nowMs, startsAtMs: nowMs + fromNow, byGuest: false });
    expect(isOverridable(check(minute))).toBe(true);
    expect(isOverridable(check(31 * 24 * hour))).toBe(true);
    expect(isOverridable(check(-minute))).toBe(false);
    expect(isOverridable(check(2 * hour))).toBe(false);
  });

  it("is the window that search uses", () => {
    expect(bookingWindow(policy, nowMs)).toEqual({ earliestMs: nowMs + hour, latestMs: nowMs + 30 * 24 * hour });
  });
});

describe("moving and cancelling [BOOK-12]", () => {
  const agreed = agreedPolicyOf(defaultPolicy);
  const startsAtMs = nowMs + 24 * hour;

  it.each([
    { when: "24 hours before", at: nowMs, count: 0, codes: [] },
    { when: "a millisecond later", at: nowMs + 1, count: 0, codes: ["reschedule_deadline_passed"] },
    { when: "moved three times already", at: nowMs, count: 3, codes: ["too_many_reschedules"] },
    { when: "both", at: nowMs + hour, count: 4, codes: ["reschedule_deadline_passed", "too_many_reschedules"] },
  ])("move, $when: $codes", ({ at, count, codes }) => {
    const verdict = checkReschedule(agreed, { nowMs: at, startsAtMs, rescheduleCount: count });
    expect(verdict.ok ? [] : verdict.reasons.map((reason) => reason.code)).toEqual(codes);
    expect(isOverridable(verdict)).toBe(codes.length > 0);
  });

  it.each([
    { when: "at the deadline", at: nowMs, allowed: false, reminder: false, ok: true, late: false },
    { when: "after it, from the portal", at: nowMs + 1, allowed: false, reminder: false, ok: false, late: true },
    { when: "after it, where allowed", at: nowMs + 1, allowed: true, reminder: false, ok: true, late: true },
    { when: "after it, from a reminder", at: nowMs + 1, allowed: false, reminder: true, ok: true, late: true },
    { when: "at the start, from a reminder", at: startsAtMs, allowed: true, reminder: true, ok: false, late: true },
  ])("cancel $when: allowed $ok, late $late", ({ at, allowed, reminder, ok, late }) => {
    const visit = { nowMs: at, startsAtMs, answersReminder: reminder };
    expect(checkCancel({ ...agreed, lateCancelAllowed: allowed }, visit).ok).toBe(ok);
    expect(isLateCancel(agreed, visit)).toBe(late);
  });

  it("refuses a late answer to a reminder where the organisation says so", () => {
    const strict = { ...agreed, lateCancelByReminderAllowed: false };
    const verdict = checkCancel(strict, { nowMs: nowMs + hour, startsAtMs, answersReminder: true });
    expect(verdict).toEqual({ ok: false, reasons: [{ code: "cancel_deadline_passed", soft: true, limitMs: nowMs }] });
  });

  it("keeps what was agreed when the rules change afterwards", () => {
    const stored = agreedPolicyOf({ ...defaultPolicy, cancelDeadlineMinutes: 1440 });
    expect(readAgreedPolicy(stored, { ...defaultPolicy, cancelDeadlineMinutes: 2880 }).cancelDeadlineMinutes).toBe(
      1440,
    );
    expect(readAgreedPolicy({}, { ...defaultPolicy, cancelDeadlineMinutes: 2880 }).cancelDeadlineMinutes).toBe(2880);
  });
});
