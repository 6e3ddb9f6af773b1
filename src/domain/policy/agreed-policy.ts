import type { Policy } from "./policy.ts";

/**
 * What was agreed when an appointment was booked, kept with it.
 *
 * Example: Mrs Pérez books on Monday and reads 'free to cancel until 24 hours before'. On Tuesday the clinic changes its
 * rule to 48 hours. Her visit keeps the 24 hours that she was shown; the next booking has 48.
 */
const agreedFields = [
  "cancelDeadlineMinutes",
  "rescheduleDeadlineMinutes",
  "maxReschedules",
  "lateCancelAllowed",
  "lateCancelByReminderAllowed",
  "noShowGraceMinutes",
  "automaticNoShow",
] as const satisfies readonly (keyof Policy)[];

export type AgreedPolicy = Pick<Policy, (typeof agreedFields)[number]>;

/** The snapshot to store with a new appointment. */
export function agreedPolicyOf(policy: Policy): AgreedPolicy {
  return Object.fromEntries(agreedFields.map((field) => [field, policy[field]])) as AgreedPolicy;
}

/** A stored snapshot as it reads today: what an older release did not know of is as the policy says now. */
export function readAgreedPolicy(stored: Partial<AgreedPolicy>, policyNow: Policy): AgreedPolicy {
  return { ...agreedPolicyOf(policyNow), ...stored };
}
