import { editableFields } from "./editable-fields.ts";
import type { LifecycleContext } from "./guards.ts";
import type { Transition } from "./transitions.ts";
import { type AppointmentStatus, appointmentStatuses, type Visit, type VisitStatus } from "./visit.ts";

/**
 * What a permitted step makes of a visit: status, facts, and the two counters.
 *
 * The version rises with every change. The sequence rises when the calendar entries that people have are no longer right.
 * Example: a visit of version 3 and sequence 1 is confirmed (4, 1), moved (5, 2; no longer confirmed), then its notes
 * are edited (6, 2).
 *
 * The time is not in it: only the caller knows the new one of a visit that moves.
 */
export type NextVisit = Omit<Visit, "startsAtMs" | "endsAtMs">;

const endings: readonly VisitStatus[] = ["fulfilled", "cancelled", "noshow", "entered-in-error"];
const holdsTime: readonly VisitStatus[] = ["pending", "booked", "arrived", "checked-in"];

export function nextVisit(visit: Visit, transition: Transition, context: LifecycleContext): NextVisit {
  const { startsAtMs: _start, endsAtMs: _end, ...before } = visit;
  const status = statusAfter(visit, transition);
  return {
    ...before,
    ...endingAfter(visit, status, context.nowMs),
    ...factsAfter(visit, transition, context),
    status,
    version: status === "hold" ? visit.version : visit.version + 1,
    sequence: raisesSequence(visit, transition, context) ? visit.sequence + 1 : visit.sequence,
  };
}

function statusAfter(visit: Visit, { to }: Transition): VisitStatus {
  if (to === "same") return visit.status;
  if (to !== "before") return to;
  if (visit.endedFrom === null) throw new Error("The guard of the undo let through a visit that has nothing to undo");
  return visit.endedFrom;
}

function endingAfter(visit: Visit, status: VisitStatus, nowMs: number): Pick<Visit, "endedFrom" | "endedAtMs"> {
  if (status === visit.status) return { endedFrom: visit.endedFrom, endedAtMs: visit.endedAtMs };
  if (endings.includes(status) && isAppointmentStatus(visit.status)) {
    return { endedFrom: visit.status, endedAtMs: nowMs };
  }
  return { endedFrom: null, endedAtMs: null };
}

function factsAfter(
  visit: Visit,
  { trigger }: Transition,
  { nowMs, wishedByClinic }: LifecycleContext,
): Partial<Visit> {
  switch (trigger) {
    case "confirm":
      return { confirmedAtMs: nowMs };
    case "reschedule":
      return {
        rescheduledAtMs: nowMs,
        confirmedAtMs: null,
        rescheduleCount: wishedByClinic ? visit.rescheduleCount : visit.rescheduleCount + 1,
      };
    case "start":
      return { startedAtMs: visit.startedAtMs ?? nowMs };
    case "acknowledge":
      return { acknowledgedAtMs: nowMs };
    case "undo":
      return { acknowledgedAtMs: null };
    default:
      return {};
  }
}

function raisesSequence(visit: Visit, transition: Transition, { editedFields }: LifecycleContext): boolean {
  const rule = transition.sequence ?? "keeps";
  switch (rule) {
    case "keeps":
      return false;
    case "raises":
      return true;
    case "if-live":
      return holdsTime.includes(visit.status);
    case "if-cancelled":
      return visit.status === "cancelled";
    case "by-fields":
      return editedFields.some((field) => editableFields[field].changesCalendar);
  }
}

function isAppointmentStatus(status: VisitStatus): status is AppointmentStatus {
  return (appointmentStatuses as readonly VisitStatus[]).includes(status);
}
