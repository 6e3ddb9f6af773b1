import { type AgreedPolicy, checkCancel, checkReschedule, isOverridable, type Verdict } from "../policy/index.ts";
import { type EditableFieldName, editableFields } from "./editable-fields.ts";
import type { Visit } from "./visit.ts";

/**
 * The conditions of the table, each a pure question about a visit and the moment. A guard answers null when all is well,
 * else the code of the refusal.
 *
 * Example: 'before-start' on a visit of 10:00 answers null at 9:59 and `visit_started` at 10:00.
 */
export interface LifecycleContext {
  readonly nowMs: number;
  /** What was agreed for this visit; for a new one, what holds now. */
  readonly policy: AgreedPolicy;
  /** A reason for the change was given. */
  readonly hasReason: boolean;
  /** Staff who hold `appointment.override` and said why: soft rules of the policy give way. */
  readonly overrides: boolean;
  /** The clinic wants the change, not the client: the client's limits do not apply, and it does not count for them. */
  readonly wishedByClinic: boolean;
  /** It is still the local day of the visit, where the visit takes place. */
  readonly isVisitDay: boolean;
  readonly isVirtual: boolean;
  /** The patient is who they say: name and a second identifier. */
  readonly identityChecked: boolean;
  /** Consents are given and forms due before the visit are done. */
  readonly formsComplete: boolean;
  /** The patient answers a reminder rather than coming on their own. */
  readonly answersReminder: boolean;
  readonly editedFields: readonly EditableFieldName[];
  readonly patientFields: readonly EditableFieldName[];
}

export type GuardCode =
  | "reason_required"
  | "visit_started"
  | "visit_ended"
  | "visit_not_started"
  | "too_early_to_arrive"
  | "grace_not_over"
  | "automatic_no_show_off"
  | "not_the_same_day"
  | "undo_too_late"
  | "nothing_to_undo"
  | "cancel_deadline_passed"
  | "reschedule_deadline_passed"
  | "too_many_reschedules"
  | "identity_not_checked"
  | "forms_missing"
  | "not_virtual"
  | "field_not_allowed";

type Guard = (visit: Visit, context: LifecycleContext) => GuardCode | null;

const holdsTime: readonly Visit["status"][] = ["proposed", "pending", "booked", "arrived", "checked-in"];
const minuteMs = 60_000;
const arrivalOpensMs = 60 * minuteMs;
const undoLastsMs = 24 * 60 * minuteMs;

export const guards = {
  "has-reason": (_, { hasReason }) => (hasReason ? null : "reason_required"),
  "before-start": (visit, { nowMs }) => (nowMs < startOf(visit) ? null : "visit_started"),
  "before-end": (visit, { nowMs }) => (nowMs < endOf(visit) ? null : "visit_ended"),
  /** A patient who came early may be seen early: then the visit has begun all the same. */
  "start-passed": (visit, { nowMs }) =>
    nowMs >= startOf(visit) || visit.startedAtMs !== null ? null : "visit_not_started",
  "grace-over": (visit, { nowMs, policy }) =>
    nowMs >= startOf(visit) + policy.noShowGraceMinutes * minuteMs ? null : "grace_not_over",
  "no-show-by-itself": (_, { policy }) => (policy.automaticNoShow ? null : "automatic_no_show_off"),
  "hour-before": (visit, { nowMs }) => (nowMs >= startOf(visit) - arrivalOpensMs ? null : "too_early_to_arrive"),
  "same-day": (_, { isVisitDay }) => (isVisitDay ? null : "not_the_same_day"),
  "ended-within-a-day": (visit, { nowMs }) => {
    if (visit.endedFrom === null || visit.endedAtMs === null) return "nothing_to_undo";
    return nowMs <= visit.endedAtMs + undoLastsMs ? null : "undo_too_late";
  },
  "may-cancel-alone": (visit, { nowMs, policy, answersReminder }) =>
    firstCode(checkCancel(policy, { nowMs, startsAtMs: startOf(visit), answersReminder })),
  "may-move-alone": (visit, context) => firstCode(moveVerdict(visit, context)),
  "may-move-for-client": (visit, context) => {
    if (context.wishedByClinic) return null;
    const verdict = moveVerdict(visit, context);
    return context.overrides && isOverridable(verdict) ? null : firstCode(verdict);
  },
  "identity-checked": (_, { identityChecked }) => (identityChecked ? null : "identity_not_checked"),
  "forms-done": (_, { formsComplete }) => (formsComplete ? null : "forms_missing"),
  virtual: (_, { isVirtual }) => (isVirtual ? null : "not_virtual"),
  "patient-fields": (_, { editedFields, patientFields }) =>
    editedFields.every((field) => patientFields.includes(field)) ? null : "field_not_allowed",
  "only-notes-once-begun": (visit, { nowMs, editedFields }) => {
    if (!editedFields.some((field) => editableFields[field].claimsTime)) return null;
    // What has ended holds no time, and is not given any.
    if (!holdsTime.includes(visit.status)) return "visit_ended";
    return nowMs >= startOf(visit) ? "visit_started" : null;
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;

function moveVerdict(visit: Visit, { nowMs, policy }: LifecycleContext): Verdict {
  return checkReschedule(policy, { nowMs, startsAtMs: startOf(visit), rescheduleCount: visit.rescheduleCount });
}

/** The guards ask the policy only what it can answer with one of these codes. */
function firstCode(verdict: Verdict): GuardCode | null {
  if (verdict.ok) return null;
  const code = verdict.reasons[0]?.code;
  if (code === "cancel_deadline_passed" || code === "reschedule_deadline_passed" || code === "too_many_reschedules") {
    return code;
  }
  throw new Error(`The policy answered ${code} to a question about an existing visit`);
}

/** A visit without a time has not started and does not end. */
function startOf(visit: Visit): number {
  return visit.startsAtMs ?? Number.POSITIVE_INFINITY;
}

function endOf(visit: Visit): number {
  return visit.endsAtMs ?? Number.POSITIVE_INFINITY;
}
