/**
 * Which of the steps that the server allows is the usual next one of the day: arrive → check in → start → complete.
 *
 * Example: allowed are `cancel`, `check-in` and `start`; the button says 'Check in', the others are in the menu.
 */
import type { AppointmentTrigger } from "../../../contract/routes/appointments.ts";
import type { ShownStatus } from "../../../contract/values.ts";

const usual: readonly AppointmentTrigger[] = ["arrive", "check-in", "start", "complete", "acknowledge"];

export function nextStep(allowed: readonly AppointmentTrigger[], shown: ShownStatus): AppointmentTrigger | null {
  // A visit that has begun is completed next, though starting it is what an earlier state would offer.
  const order = shown === "in-progress" ? (["complete"] as const) : usual;
  return order.find((step) => allowed.includes(step)) ?? null;
}

/** Steps that need no further word: one click takes them. The others ask for a reason, a method or a time. */
export type PlainStep = "arrive" | "check-in" | "start" | "complete";

export function isPlainStep(step: AppointmentTrigger): step is PlainStep {
  return step === "arrive" || step === "check-in" || step === "start" || step === "complete";
}

/** What the diary shows at once, before the server has answered. */
export const shownAfter: Readonly<Record<PlainStep, ShownStatus>> = {
  arrive: "arrived",
  "check-in": "checked-in",
  start: "in-progress",
  complete: "completed",
};
