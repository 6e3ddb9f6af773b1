export { type AgreedPolicy, agreedPolicyOf, readAgreedPolicy } from "./agreed-policy.ts";
export {
  bookingWindow,
  cancelUntilMs,
  checkBooking,
  checkCancel,
  checkReschedule,
  isLateCancel,
  rescheduleUntilMs,
} from "./check-policy.ts";
export {
  defaultPolicy,
  type NumberRule,
  type Policy,
  type PolicyPart,
  policyFields,
  type YesNoRule,
} from "./policy.ts";
export { type PolicyProblem, policyProblems, resolvePolicy } from "./resolve-policy.ts";
export { isOverridable, type PolicyCode, type PolicyReason, type Verdict } from "./verdict.ts";
