/**
 * Walks an imported visit through the life of an appointment (domain/appointment): each step at the moment at which it is
 * said to have happened, by the same table and guards as today's visits. What comes out is the appointment as it stands,
 * and its changes.
 *
 * Example: booked on the 2nd, moved on the 5th, attended on the 9th is version 5 (booked, moved, arrived, checked in,
 * completed) and sequence 1, because the calendar entry changed once.
 */
import {
  type AppointmentTrigger,
  decide,
  type LifecycleContext,
  noVisit,
  type Trigger,
  type Visit,
} from "../../../domain/appointment/index.ts";
import type { AgreedPolicy } from "../../../domain/policy/index.ts";
import { epochMsOfMinute, type Minute } from "../../../domain/time/index.ts";
import type { Requester } from "../synthetic/history-types.ts";
import type { HistoryVisit } from "./history-visit.ts";

export interface LifeStep {
  /** As `appointment_change.kind`. */
  readonly kind: string;
  readonly atMs: number;
  readonly actorRole: "patient" | "staff";
  readonly requester: Requester | null;
  readonly reason: string | null;
  readonly before: Visit;
  readonly after: Visit;
}

export type VisitLife =
  | { readonly ok: true; readonly visit: Visit; readonly steps: readonly LifeStep[] }
  /** The step that the table does not allow at that moment. */
  | { readonly ok: false; readonly step: string };

interface Step {
  readonly trigger: Trigger;
  readonly kind: string;
  readonly at: Minute;
  readonly byPatient?: boolean;
  readonly requester?: Requester;
  readonly reason?: string;
}

export function lifeOf(imported: HistoryVisit, policy: AgreedPolicy): VisitLife {
  const { move, startsAt, endsAt } = imported;
  let visit: Visit = {
    ...noVisit,
    startsAtMs: epochMsOfMinute(move?.fromStartsAt ?? startsAt),
    endsAtMs: epochMsOfMinute(move?.fromEndsAt ?? endsAt),
  };
  const steps: LifeStep[] = [];
  for (const step of stepsOf(imported, policy)) {
    const decision = decide(visit, step.trigger, "administrator", contextOf(step, policy));
    if (!decision.ok) return { ok: false, step: step.kind };
    const isMove = step.trigger === "reschedule";
    const after: Visit = {
      ...decision.next,
      startsAtMs: isMove ? epochMsOfMinute(startsAt) : visit.startsAtMs,
      endsAtMs: isMove ? epochMsOfMinute(endsAt) : visit.endsAtMs,
    };
    steps.push({
      kind: step.kind,
      atMs: epochMsOfMinute(step.at),
      actorRole: step.byPatient ? "patient" : "staff",
      requester: step.requester ?? null,
      reason: step.reason ?? null,
      before: visit,
      after,
    });
    visit = after;
  }
  return visit.status === imported.status ? { ok: true, visit, steps } : { ok: false, step: imported.status };
}

/** In the order of time; steps of one minute stay in the order of a visit. */
function stepsOf(visit: HistoryVisit, policy: AgreedPolicy): Step[] {
  const { status, bookedAt, channel, confirmation, move, cancellation, startsAt } = visit;
  const at = (trigger: AppointmentTrigger, kind: string, minute: Minute | null): Step[] =>
    minute === null ? [] : [{ trigger, kind, at: minute }];
  const missedAt = visit.noShowAt ?? ((startsAt + policy.noShowGraceMinutes) as Minute);
  const booking: Step = {
    trigger: "book-directly",
    kind: "booked",
    at: bookedAt,
    byPatient: channel === "online",
    requester: "patient",
  };
  const later: Step[] = [
    ...(move ? [clientStep("reschedule", "moved", move)] : []),
    ...(confirmation
      ? [
          {
            trigger: "confirm",
            kind: "confirmed",
            at: confirmation.at,
            byPatient: confirmation.method !== "verbal",
          } as const,
        ]
      : []),
    ...(cancellation ? [clientStep("cancel", "cancelled", cancellation)] : []),
    ...at("arrive", "arrived", visit.arrivedAt),
    ...at("check-in", "checked-in", visit.checkedInAt),
    ...at("start", "started", visit.startedAt),
    ...at("complete", "completed", visit.finishedAt),
    ...at("no-show", "no-show", status === "noshow" ? missedAt : null),
  ];
  return [booking, ...later].toSorted((a, b) => a.at - b.at);
}

function clientStep(
  trigger: AppointmentTrigger,
  kind: string,
  { at, requester, reason }: { readonly at: Minute; readonly requester: Requester; readonly reason?: string },
): Step {
  return { trigger, kind, at, requester, byPatient: requester === "patient", ...(reason !== undefined && { reason }) };
}

/** What nobody asks of a visit long past: deadlines of clients, reasons, proof of identity. */
function contextOf({ at, requester }: Step, policy: AgreedPolicy): LifecycleContext {
  return {
    nowMs: epochMsOfMinute(at),
    policy,
    hasReason: true,
    overrides: true,
    wishedByClinic: requester !== "patient",
    isVisitDay: true,
    isVirtual: false,
    identityChecked: true,
    formsComplete: true,
    answersReminder: false,
    editedFields: [],
    patientFields: [],
  };
}
