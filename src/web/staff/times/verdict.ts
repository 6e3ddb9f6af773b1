/**
 * What the server says of a wanted time, in the three words that the diary shows while something is dragged:
 * free, possible with an override, taken.
 *
 * Example: a visit dropped at 17:50, ten minutes after the doctor's hours, has one soft reason: 'override' for a
 * receptionist who may override, 'taken' for one who may not. Add a visit that stands there, and it is 'taken' for both.
 */
import type { Alternative, RefusalReason } from "../../../contract/routes/availability.ts";
import type { Moment } from "../../../contract/values.ts";

export type Verdict =
  | { readonly kind: "none" }
  | { readonly kind: "checking" }
  | { readonly kind: "free"; readonly start: Moment }
  | {
      readonly kind: "override";
      readonly start: Moment;
      readonly reasons: readonly RefusalReason[];
    }
  | {
      readonly kind: "taken";
      readonly reasons: readonly RefusalReason[];
      readonly alternatives: readonly Alternative[];
    };

interface Explanation {
  readonly bookable: boolean;
  readonly start: Moment | null;
  readonly reasons: readonly RefusalReason[];
  readonly alternatives: readonly Alternative[];
}

export function verdictOf(answer: Explanation, mayOverride: boolean): Verdict {
  const { start, reasons, alternatives } = answer;
  if (start !== null && answer.bookable) return { kind: "free", start };
  const isSoft = start !== null && reasons.length > 0 && reasons.every(({ soft }) => soft);
  if (isSoft && mayOverride) return { kind: "override", start, reasons };
  return { kind: "taken", reasons, alternatives };
}

/** What a booking or a move sends along when soft rules are overridden; nothing when none is. */
export function overrideOf(verdict: Verdict, reason: string) {
  if (verdict.kind !== "override") return {};
  return {
    override: {
      rules: [...new Set(verdict.reasons.map(({ code }) => code))],
      reason,
    },
  };
}
