/** What every step of an existing appointment has in common: find, lock, check the version, decide, store, tell. */

import type { Appointment } from "../../../contract/routes/appointments.ts";
import type { AppointmentTrigger } from "../../../domain/appointment/index.ts";
import { encryptText } from "../../../platform/crypto/field-cipher.ts";
import {
  type ChangeFeed,
  done,
  type Effect,
  Refused,
  type Result,
  refuse,
  type TransactionCall,
} from "../../_kernel/index.ts";
import { minuteOfIso } from "../../availability/index.ts";
import { type Catalogue, catalogueInside } from "../../directory/index.ts";
import type { AppointmentRow } from "../appointment-row.ts";
import { type Confirmation, changeRecord } from "../book-visit.ts";
import { announce, type BookingEvent } from "../booking-change.ts";
import { type ClaimRange, claimsOfVisit } from "../plan-visit.ts";
import { presentAppointments } from "../present-appointments.ts";
import { lockAppointment, readAppointment } from "../read-appointments.ts";
import { refusalOfDecision } from "../refuse-step.ts";
import { type StoredChange, steppedRow, storeChange } from "../store-change.ts";
import { decideFor, isOnlyClient, isVisibleTo, type LifecycleFacts, lifecycleContext } from "../viewer.ts";

type Names = "appointments.cancel" | "appointments.step" | "appointments.edit";
export type ChangeCall = TransactionCall<Names>;

export interface Locked {
  readonly row: AppointmentRow;
  readonly catalogue: Catalogue;
  readonly patientKey: Buffer | undefined;
}

/** The appointment, locked, at the version that the reader saw; else 404 or 412 with the newest state. */
export async function lockForChange(call: ChangeCall): Promise<Result<Locked>> {
  const { tx, context, keyring, params } = call;
  const { orgId } = context.organisation;
  const row = await lockAppointment(tx, orgId, params.id);
  if (row === undefined || !isVisibleTo(context.actor, row)) return refuse("not_found");
  call.audit.subjectType = "appointment";
  call.audit.subjectId = row.id;
  call.audit.patientId = row.patientId;
  const catalogue = await catalogueInside(tx, orgId);
  if (row.version !== call.ifMatch) {
    const [current] = await presentAppointments({ tx, keyring, context, catalogue }, [row]);
    return refuse("stale_version", current === undefined ? {} : { with: { current } });
  }
  const patientKey = (await keyring.patients(tx, orgId, [row.patientId])).get(row.patientId);
  return done({ row, catalogue, patientKey });
}

export interface Step extends Omit<LifecycleFacts, "nowMs" | "policy"> {
  readonly trigger: AppointmentTrigger;
  readonly kind: string;
  readonly event: BookingEvent["type"];
  readonly requester?: ((isOwn: boolean) => string) | undefined;
  readonly confirmation: (row: AppointmentRow, isOwn: boolean) => Confirmation | null;
  readonly toContact: (isOwn: boolean, row: AppointmentRow) => StoredChange["toContact"];
  /** What else the step changes in the row, and what becomes of claims. */
  readonly also?: (locked: Locked, stepped: AppointmentRow) => Promise<AlsoChanged>;
}

export interface AlsoChanged {
  readonly row: AppointmentRow;
  readonly freed?: readonly ClaimRange[];
  readonly taken?: readonly ClaimRange[];
  readonly oldValues?: Readonly<Record<string, unknown>>;
  readonly newValues?: Readonly<Record<string, unknown>>;
}

export async function changeAppointment(call: ChangeCall, feed: ChangeFeed, step: Step): Promise<Result<Effect>> {
  const { tx, context, keyring } = call;
  const { orgId } = context.organisation;
  const locked = await lockForChange(call);
  if (!locked.ok) return locked;
  const { row, catalogue, patientKey } = locked.value;
  const policy = catalogue.services.get(row.serviceId)?.policy;
  if (policy === undefined) throw new Error(`appointment ${row.id} names an unknown service`);
  const facts = lifecycleContext(row, { ...step, nowMs: context.nowMs, policy });
  const decision = decideFor(context.actor, row, step.trigger, facts);
  if (!decision.ok) throw new Refused(await refusalOfDecision({ tx, keyring, context, catalogue }, decision, row));

  const stepped = steppedRow(row, decision.next);
  const changed: AlsoChanged = (await step.also?.(locked.value, stepped)) ?? { row: stepped };
  const isOwn = isOnlyClient(context.actor, row);
  const zone = row.zone;
  const announced = announce({
    type: step.event,
    orgId,
    subjectId: row.id,
    sequence: changed.row.sequence,
    appointmentId: row.id,
    patientId: row.patientId,
    serviceId: row.serviceId,
    visits: [{ startsAt: minuteOfIso(row.startsAt), endsAt: minuteOfIso(changed.row.endsAt), zone }],
    ...(changed.freed !== undefined && { freed: changed.freed }),
    ...(changed.taken !== undefined && { taken: changed.taken }),
    reload: changed.freed === undefined && changed.taken === undefined ? [] : [row.providerId],
  });
  await storeChange(tx, orgId, {
    row: changed.row,
    change: changeRecord({
      context,
      appointmentId: row.id,
      kind: step.kind,
      actorRole: isOwn ? "patient" : "staff",
      requester: step.requester?.(isOwn),
      channel: isOwn ? "online" : "desk",
      reason: step.reason,
      patientKey,
      fromStatus: row.status,
      toStatus: changed.row.status,
      ...(changed.oldValues !== undefined && { oldValues: changed.oldValues }),
      ...(changed.newValues !== undefined && { newValues: changed.newValues }),
    }),
    confirmation: step.confirmation(row, isOwn),
    toContact: step.toContact(isOwn, row),
    outbox: announced.outbox,
  });
  call.afterCommit(() => feed.publish(announced.change));
  return done({ id: row.id, version: changed.row.version, status: changed.row.status });
}

export async function presentEffect(call: ChangeCall, effect: Effect): Promise<Appointment> {
  const { tx, context, keyring } = call;
  const { orgId } = context.organisation;
  const row = await readAppointment(tx, orgId, String(effect.id));
  const catalogue = await catalogueInside(tx, orgId);
  const [answer] = row === undefined ? [] : await presentAppointments({ tx, keyring, context, catalogue }, [row]);
  if (answer === undefined) throw new Error("the appointment of a stored effect is gone");
  return answer;
}

/** All that the appointment claims, buffers included. */
export function claimsOfRow(row: AppointmentRow): ClaimRange[] {
  return claimsOfVisit({ ...row, startsAt: minuteOfIso(row.startsAt), endsAt: minuteOfIso(row.endsAt) });
}

export function encryptedField(
  orgId: string,
  row: AppointmentRow,
  column: "reason_cipher" | "notes_cipher",
  text: string | undefined,
  patientKey: Buffer | undefined,
): Buffer | null {
  const present = column === "reason_cipher" ? row.reasonCipher : row.notesCipher;
  if (text === undefined || patientKey === undefined) return present;
  const place = { column: `appointment.${column}`, orgId, rowId: row.id };
  return text.trim() === "" ? null : encryptText(patientKey, place, text.trim());
}
