/**
 * What the reader is to one appointment, and so what they may see of it and do with it.
 *
 * A doctor who is also a patient is `clinician` of the visits they give and `patient` of those they have; the front desk
 * acts in its departments, administrators everywhere (ID-03, LIFECYCLE.md).
 */
import { grantFor, type Permission } from "../../domain/access/index.ts";
import {
  type AppointmentTrigger,
  allowedTriggers,
  appointmentTriggers,
  type Decision,
  decide,
  defaultPatientFields,
  type Actor as LifecycleActor,
  type LifecycleContext,
  permissionOfTrigger,
} from "../../domain/appointment/index.ts";
import { type Policy, readAgreedPolicy } from "../../domain/policy/index.ts";
import { localDateOf, minuteOfEpochMs } from "../../domain/time/index.ts";
import type { Actor } from "../_kernel/index.ts";
import { minuteOfIso } from "../availability/index.ts";
import { type AppointmentRow, visitOf } from "./appointment-row.ts";

type Subject = Pick<AppointmentRow, "patientId" | "providerId" | "departmentId">;

/** The parts in which the actor may act on the appointment, the widest first. */
export function partsIn(actor: Actor, subject: Subject): LifecycleActor[] {
  const parts: LifecycleActor[] = [];
  const inDepartment = actor.departmentIds.includes(subject.departmentId);
  if (actor.roles.includes("administrator")) parts.push("administrator");
  if (actor.roles.includes("front-desk") && inDepartment) parts.push("desk");
  if (actor.providerId === subject.providerId) parts.push("clinician");
  if (actor.roles.includes("supervisor") && inDepartment) parts.push("supervisor");
  if (actor.patientId === subject.patientId) parts.push("patient");
  if (actor.roles.includes("system")) parts.push("system");
  return parts;
}

/** Nothing but the patient here: what they say of requester, method or override is theirs alone. */
export function isOnlyClient(actor: Actor, subject: Subject): boolean {
  return partsIn(actor, subject).every((part) => part === "patient");
}

/** An entry in error is hidden from the patient, and stays on record for the staff (LIFECYCLE.md, row 24). */
export function isVisibleTo(actor: Actor, row: Subject & Pick<AppointmentRow, "status">): boolean {
  if (!isWithinReach(actor, "appointment.view", row)) return false;
  return row.status !== "entered-in-error" || !isOnlyClient(actor, row);
}

/** May the actor do what needs this permission with this appointment? */
export function isWithinReach(actor: Actor, permission: Permission, subject: Subject): boolean {
  const isOwn =
    actor.patientId === subject.patientId || (actor.providerId !== null && actor.providerId === subject.providerId);
  switch (grantFor(permission, actor.roles)) {
    case null:
      return false;
    case "own":
      return isOwn;
    case "department":
      return isOwn || actor.departmentIds.includes(subject.departmentId);
    case "organisation":
      return true;
  }
}

export interface LifecycleFacts {
  readonly nowMs: number;
  readonly policy: Policy;
  readonly reason?: string | undefined;
  readonly overrides?: boolean;
  readonly wishedByClinic?: boolean;
  readonly identityChecked?: boolean;
  readonly editedFields?: LifecycleContext["editedFields"];
}

export function lifecycleContext(row: AppointmentRow, facts: LifecycleFacts): LifecycleContext {
  const { nowMs, policy } = facts;
  return {
    nowMs,
    policy: readAgreedPolicy(row.policy, policy),
    hasReason: (facts.reason ?? "").trim() !== "",
    overrides: facts.overrides ?? false,
    wishedByClinic: facts.wishedByClinic ?? false,
    isVisitDay: localDateOf(minuteOfEpochMs(nowMs), row.zone) === localDateOf(minuteOfIso(row.startsAt), row.zone),
    isVirtual: row.modality !== "in-person",
    identityChecked: facts.identityChecked ?? true,
    // Questions and consents come with intake; a service without them has nothing to complete.
    formsComplete: true,
    answersReminder: false,
    editedFields: facts.editedFields ?? [],
    patientFields: defaultPatientFields,
  };
}

/** The decision of the part that allows it, or the refusal of the widest part. */
export function decideFor(
  actor: Actor,
  row: AppointmentRow,
  trigger: AppointmentTrigger,
  context: LifecycleContext,
): Decision {
  const visit = visitOf(row);
  const parts = partsIn(actor, row).filter(() => isWithinReach(actor, permissionOfTrigger[trigger], row));
  const decisions = parts.map((part) => decide(visit, trigger, part, context));
  return (
    decisions.find((decision) => decision.ok) ??
    decisions[0] ?? { ok: false, code: "not_your_part", allowed: allowedFor(actor, row, context) }
  );
}

export function allowedFor(actor: Actor, row: AppointmentRow, context: LifecycleContext): AppointmentTrigger[] {
  const visit = visitOf(row);
  const allowed = new Set(partsIn(actor, row).flatMap((part) => allowedTriggers(visit, part, context)));
  return appointmentTriggers.filter(
    (trigger) => allowed.has(trigger) && isWithinReach(actor, permissionOfTrigger[trigger], row),
  );
}
