/**
 * The rules an organisation sets for booking, moving and cancelling [BOOK-12].
 *
 * Each rule has a default and bounds. A service's own value wins over its department's, that one over the
 * organisation's, and what nobody has set is the default (see `resolve-policy.ts`).
 *
 * Example: with `cancelDeadlineMinutes` 1440 a patient cancels a visit of Tuesday 10:00 until Monday 10:00, that minute
 * included. After it, an answer to a reminder still cancels and is on record as late; elsewhere only where
 * `lateCancelAllowed` says so.
 */
export interface Policy {
  /** A visit is booked this long before its start, or earlier. */
  readonly minNoticeMinutes: number;
  /** A visit is booked at most this many days of 24 hours ahead. */
  readonly maxHorizonDays: number;
  readonly cancelDeadlineMinutes: number;
  readonly rescheduleDeadlineMinutes: number;
  /** How often one appointment may be moved. */
  readonly maxReschedules: number;
  /** How long a chosen time is kept for the person who books. */
  readonly holdMinutes: number;
  /** Distance between the starts that are offered. */
  readonly slotIntervalMinutes: number;
  /** A patient may cancel after the deadline from anywhere, on record as late. */
  readonly lateCancelAllowed: boolean;
  /** The same, but in answer to a reminder: a seat given back late is better than an empty one. */
  readonly lateCancelByReminderAllowed: boolean;
  /** How long after the start a patient who has not come is a no-show. */
  readonly noShowGraceMinutes: number;
  /** No-shows are marked by the system once the grace has passed. */
  readonly automaticNoShow: boolean;
  /** People without an account may book, with a verified contact [BOOK-16]. */
  readonly guestBooking: boolean;
}

/** What one level sets. Null and missing both mean 'as the level above says'. */
export type PolicyPart = { readonly [Field in keyof Policy]?: Policy[Field] | null | undefined };

export interface NumberRule {
  readonly kind: "number";
  readonly unit: "minutes" | "days" | "times";
  readonly default: number;
  readonly least: number;
  readonly most: number;
}

export interface YesNoRule {
  readonly kind: "yes-no";
  readonly default: boolean;
}

type PolicyFields = { readonly [Field in keyof Policy]: Policy[Field] extends boolean ? YesNoRule : NumberRule };

const day = 1440;

export const policyFields: PolicyFields = {
  minNoticeMinutes: { kind: "number", unit: "minutes", default: 60, least: 0, most: 90 * day },
  maxHorizonDays: { kind: "number", unit: "days", default: 180, least: 1, most: 730 },
  cancelDeadlineMinutes: { kind: "number", unit: "minutes", default: day, least: 0, most: 30 * day },
  rescheduleDeadlineMinutes: { kind: "number", unit: "minutes", default: day, least: 0, most: 30 * day },
  maxReschedules: { kind: "number", unit: "times", default: 3, least: 0, most: 50 },
  holdMinutes: { kind: "number", unit: "minutes", default: 5, least: 2, most: 15 },
  slotIntervalMinutes: { kind: "number", unit: "minutes", default: 15, least: 5, most: 240 },
  lateCancelAllowed: { kind: "yes-no", default: false },
  lateCancelByReminderAllowed: { kind: "yes-no", default: true },
  noShowGraceMinutes: { kind: "number", unit: "minutes", default: 15, least: 5, most: 120 },
  automaticNoShow: { kind: "yes-no", default: false },
  guestBooking: { kind: "yes-no", default: false },
};

export const defaultPolicy: Policy = {
  minNoticeMinutes: policyFields.minNoticeMinutes.default,
  maxHorizonDays: policyFields.maxHorizonDays.default,
  cancelDeadlineMinutes: policyFields.cancelDeadlineMinutes.default,
  rescheduleDeadlineMinutes: policyFields.rescheduleDeadlineMinutes.default,
  maxReschedules: policyFields.maxReschedules.default,
  holdMinutes: policyFields.holdMinutes.default,
  slotIntervalMinutes: policyFields.slotIntervalMinutes.default,
  lateCancelAllowed: policyFields.lateCancelAllowed.default,
  lateCancelByReminderAllowed: policyFields.lateCancelByReminderAllowed.default,
  noShowGraceMinutes: policyFields.noShowGraceMinutes.default,
  automaticNoShow: policyFields.automaticNoShow.default,
  guestBooking: policyFields.guestBooking.default,
};
