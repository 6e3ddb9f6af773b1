import type { AgreedPolicy } from "./agreed-policy.ts";
import type { Policy } from "./policy.ts";
import { type PolicyReason, type Verdict, verdictOf } from "./verdict.ts";

/**
 * Is it too early, too late, or too often? All moments are milliseconds since 1970, and every limit is still in time.
 *
 * Example: minimum notice 60 minutes, now 9:00. A visit at 10:00 can be booked, one at 9:59 cannot ('too_soon', soft:
 * the desk may book it and say why), one at 8:45 never ('in_past').
 */
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** The first and the last start that can be booked now, both included. */
export function bookingWindow(
  policy: Policy,
  nowMs: number,
): { readonly earliestMs: number; readonly latestMs: number } {
  return {
    earliestMs: nowMs + policy.minNoticeMinutes * minuteMs,
    latestMs: nowMs + policy.maxHorizonDays * dayMs,
  };
}

export function checkBooking(
  policy: Policy,
  booking: { readonly nowMs: number; readonly startsAtMs: number; readonly byGuest: boolean },
): Verdict {
  const { nowMs, startsAtMs, byGuest } = booking;
  const { earliestMs, latestMs } = bookingWindow(policy, nowMs);
  const reasons: PolicyReason[] = [];
  if (startsAtMs < nowMs) reasons.push({ code: "in_past", soft: false });
  else if (startsAtMs < earliestMs) reasons.push({ code: "too_soon", soft: true, limitMs: earliestMs });
  if (startsAtMs > latestMs) reasons.push({ code: "too_far", soft: true, limitMs: latestMs });
  if (byGuest && !policy.guestBooking) reasons.push({ code: "guest_booking_off", soft: false });
  return verdictOf(reasons);
}

/** The last moment at which a patient may move the visit alone. */
export function rescheduleUntilMs(policy: Pick<Policy, "rescheduleDeadlineMinutes">, startsAtMs: number): number {
  return startsAtMs - policy.rescheduleDeadlineMinutes * minuteMs;
}

/** May the visit that starts at `startsAtMs` be moved? Whether its new time can be booked is `checkBooking`'s question. */
export function checkReschedule(
  policy: AgreedPolicy,
  visit: { readonly nowMs: number; readonly startsAtMs: number; readonly rescheduleCount: number },
): Verdict {
  const limitMs = rescheduleUntilMs(policy, visit.startsAtMs);
  const reasons: PolicyReason[] = [];
  if (visit.nowMs > limitMs) reasons.push({ code: "reschedule_deadline_passed", soft: true, limitMs });
  if (visit.rescheduleCount >= policy.maxReschedules) {
    reasons.push({ code: "too_many_reschedules", soft: true, limit: policy.maxReschedules });
  }
  return verdictOf(reasons);
}

/** The last moment at which cancelling is free of consequences. */
export function cancelUntilMs(policy: Pick<Policy, "cancelDeadlineMinutes">, startsAtMs: number): number {
  return startsAtMs - policy.cancelDeadlineMinutes * minuteMs;
}

/** True after the deadline: the cancellation goes on record as late, whoever makes it for the patient. */
export function isLateCancel(
  policy: AgreedPolicy,
  visit: { readonly nowMs: number; readonly startsAtMs: number },
): boolean {
  return visit.nowMs > cancelUntilMs(policy, visit.startsAtMs);
}

/** May a patient cancel alone? Late only before the start, and where the policy lets it. Staff may until the end. */
export function checkCancel(
  policy: AgreedPolicy,
  visit: { readonly nowMs: number; readonly startsAtMs: number; readonly answersReminder: boolean },
): Verdict {
  if (!isLateCancel(policy, visit)) return { ok: true };
  const isLateAllowed = policy.lateCancelAllowed || (visit.answersReminder && policy.lateCancelByReminderAllowed);
  if (isLateAllowed && visit.nowMs < visit.startsAtMs) return { ok: true };
  return verdictOf([{ code: "cancel_deadline_passed", soft: true, limitMs: cancelUntilMs(policy, visit.startsAtMs) }]);
}
