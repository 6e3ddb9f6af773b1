import type { Visit } from "./visit.ts";

/**
 * What the diary and the patient read: the status, or the fact that says more than the status does.
 *
 * Example: `arrived` and started reads 'in-progress'; `cancelled` and told to the client reads 'acknowledged'; `booked`
 * and moved reads 'rescheduled' until it is confirmed.
 */
export type ShownStatus =
  | "proposed"
  | "requested"
  | "scheduled"
  | "confirmed"
  | "rescheduled"
  | "arrived"
  | "checked-in"
  | "in-progress"
  | "completed"
  | "cancelled"
  | "acknowledged"
  | "no-show"
  | "entered-in-error";

type Facts = Pick<Visit, "status" | "confirmedAtMs" | "rescheduledAtMs" | "startedAtMs" | "acknowledgedAtMs">;

export function shownStatus(visit: Facts): ShownStatus {
  switch (visit.status) {
    case "booked":
      if (visit.confirmedAtMs !== null) return "confirmed";
      return visit.rescheduledAtMs === null ? "scheduled" : "rescheduled";
    case "arrived":
    case "checked-in":
      return visit.startedAtMs === null ? visit.status : "in-progress";
    case "cancelled":
      return visit.acknowledgedAtMs === null ? "cancelled" : "acknowledged";
    case "pending":
      return "requested";
    case "fulfilled":
      return "completed";
    case "noshow":
      return "no-show";
    case "proposed":
    case "entered-in-error":
      return visit.status;
    case "none":
    case "hold":
      throw new Error("There is no appointment to show a status of");
  }
}
