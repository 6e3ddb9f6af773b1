import { type ChangeFeed, type Operation, repeatableCommand } from "../../_kernel/index.ts";
import { confirmation } from "../book-visit.ts";
import { free } from "../store-change.ts";
import { type ChangeCall, changeAppointment, claimsOfRow, presentEffect } from "./change-appointment.ts";

/** Cancels with reason and requester; the time is free for others at once [BOOK-08]. */
export const cancelAppointment = (feed: ChangeFeed): Operation =>
  repeatableCommand("appointments.cancel", {
    permission: "appointment.cancel",
    publicBecause: "the holder of a verified manage link cancels an appointment; whoever may not see it gets 404",
    audit: "appointment.cancel",
    run: (call) => {
      const { tx, context, body } = call;
      const { orgId } = context.organisation;
      return changeAppointment(call as ChangeCall, feed, {
        trigger: "cancel",
        kind: "cancelled",
        event: "appointment.cancelled",
        reason: body.reason,
        requester: (isOwn) => (isOwn ? "patient" : (body.requester ?? "clinic")),
        confirmation: (_row, isOwn) => (isOwn ? confirmation(context, "cancellation", "portal") : null),
        toContact: (isOwn) => (isOwn ? null : "cancellation"),
        also: async ({ row }, stepped) => {
          await free(tx, orgId, row.id);
          return { row: stepped, freed: claimsOfRow(row) };
        },
      });
    },
    present: (call, effect) => presentEffect(call as ChangeCall, effect),
  });
