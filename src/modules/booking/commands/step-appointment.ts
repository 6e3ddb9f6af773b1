import type { AppointmentTrigger } from "../../../domain/appointment/index.ts";
import { type ChangeFeed, type Operation, repeatableCommand } from "../../_kernel/index.ts";
import type { AppointmentRow } from "../appointment-row.ts";
import { confirmation } from "../book-visit.ts";
import type { BookingEvent } from "../booking-change.ts";
import { free, win } from "../store-change.ts";
import {
  type AlsoChanged,
  type ChangeCall,
  changeAppointment,
  claimsOfRow,
  type Locked,
  presentEffect,
} from "./change-appointment.ts";

const kinds: Partial<Record<AppointmentTrigger, string>> = {
  confirm: "confirmed",
  arrive: "arrived",
  "check-in": "checked-in",
  start: "started",
  complete: "completed",
  "no-show": "no-show",
  undo: "undone",
  leave: "left",
  acknowledge: "acknowledged",
  void: "voided",
};

/** Calendars and messages follow what ends a visit as they follow a cancellation. */
function eventOf(trigger: AppointmentTrigger): BookingEvent["type"] {
  return trigger === "void" || trigger === "leave" ? "appointment.cancelled" : "appointment.stepped";
}

/** Whoever stands at the desk knows of the change; whose cancellation is undone has to hear that too. */
function contactAfter(trigger: AppointmentTrigger, isOwn: boolean, row: AppointmentRow): "change" | null | undefined {
  if (trigger === "undo") return row.status === "cancelled" && !isOwn ? "change" : undefined;
  return ["confirm", "acknowledge", "arrive", "check-in", "void"].includes(trigger) ? null : undefined;
}

/** Confirm, arrive, check in, start, complete, no-show, undo, leave, acknowledge, void: LIFECYCLE.md's rows [BOOK-10]. */
export const stepAppointment = (feed: ChangeFeed): Operation =>
  repeatableCommand("appointments.step", {
    permission: "appointment.confirm",
    publicBecause: "the holder of a verified manage link confirms an appointment; whoever may not see it gets 404",
    audit: "appointment.step",
    run: (call) => {
      const { context, body } = call;
      const { trigger } = body;
      call.audit.action = `appointment.${trigger}`;
      const confirms = trigger === "confirm" || trigger === "acknowledge";
      return changeAppointment(call as ChangeCall, feed, {
        trigger,
        kind: kinds[trigger] ?? trigger,
        event: eventOf(trigger),
        reason: body.reason,
        confirmation: (row, isOwn) => {
          if (!confirms) return null;
          const about = row.status === "cancelled" ? "cancellation" : row.rescheduledAt === null ? "booking" : "change";
          return confirmation(context, about, isOwn ? "portal" : (body.method ?? "verbal"));
        },
        toContact: (isOwn, row) => contactAfter(trigger, isOwn, row),
        also: (locked, stepped) => settleClaims(call as ChangeCall, trigger, locked, stepped),
      });
    },
    present: (call, effect) => presentEffect(call as ChangeCall, effect),
  });

async function settleClaims(
  { tx, context }: ChangeCall,
  trigger: AppointmentTrigger,
  { row }: Locked,
  stepped: AppointmentRow,
): Promise<AlsoChanged> {
  const { orgId } = context.organisation;
  if (trigger === "leave" || trigger === "void") {
    await free(tx, orgId, row.id);
    return { row: stepped, freed: claimsOfRow(row) };
  }
  if (trigger === "undo" && row.status === "cancelled") {
    // The time may be somebody else's by now: then 409, and nothing is undone.
    await win(tx, orgId, row, claimsOfRow(row));
    return { row: stepped, taken: claimsOfRow(row) };
  }
  return { row: stepped };
}
