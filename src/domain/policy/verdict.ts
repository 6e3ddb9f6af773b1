/**
 * What the policy says of one act: fine, or every reason against it, not only the first.
 *
 * A soft reason gives way to permitted staff who state why (the override is kept and reported); a hard one never does.
 * `limitMs` is the moment at which the rule turns, for a sentence like 'you could move it until Monday 10:00'.
 */
export type PolicyReason =
  | { readonly code: "in_past"; readonly soft: false }
  | { readonly code: "guest_booking_off"; readonly soft: false }
  | { readonly code: "too_soon" | "too_far"; readonly soft: true; readonly limitMs: number }
  | {
      readonly code: "reschedule_deadline_passed" | "cancel_deadline_passed";
      readonly soft: true;
      readonly limitMs: number;
    }
  | { readonly code: "too_many_reschedules"; readonly soft: true; readonly limit: number };

export type PolicyCode = PolicyReason["code"];

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly PolicyReason[] };

export function verdictOf(reasons: readonly PolicyReason[]): Verdict {
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

/** True when nothing but soft rules stands in the way, so that permitted staff may go on with a reason. */
export function isOverridable(verdict: Verdict): boolean {
  return !verdict.ok && verdict.reasons.every((reason) => reason.soft);
}
