import { type Actor, partsOf } from "./actor.ts";
import { type GuardCode, guards, type LifecycleContext } from "./guards.ts";
import { type NextVisit, nextVisit } from "./next-visit.ts";
import { type Transition, transitions } from "./transitions.ts";
import type { Trigger } from "./trigger.ts";
import type { Visit } from "./visit.ts";

/**
 * May this happen to this visit now, by this actor? The server enforces the answer, the web app shows it.
 *
 * Example: a patient wants to cancel a booked visit two hours before its start. Row 10 for clients applies; its guard
 * says `cancel_deadline_passed`. The refusal lists what the patient may still do: confirm, edit.
 */
export type Decision =
  | { readonly ok: true; readonly row: number; readonly next: NextVisit }
  | { readonly ok: false; readonly code: RefusalCode; readonly allowed: readonly AppointmentTrigger[] };

/** `not_in_this_status`: no row leads on from here. `not_your_part`: one does, for somebody else. */
export type RefusalCode = GuardCode | "not_in_this_status" | "not_your_part";

/** What can happen to an appointment that exists, as far as the product offers it. */
export const appointmentTriggers = [
  "confirm",
  "reschedule",
  "cancel",
  "edit",
  "arrive",
  "check-in",
  "start",
  "complete",
  "no-show",
  "undo",
  "leave",
  "acknowledge",
  "void",
] as const satisfies readonly Trigger[];

export type AppointmentTrigger = (typeof appointmentTriggers)[number];

export function decide(visit: Visit, trigger: Trigger, actor: Actor, context: LifecycleContext): Decision {
  const found = findTransition(visit, trigger, actor);
  const refused = (code: RefusalCode): Decision => ({
    ok: false,
    code,
    allowed: allowedTriggers(visit, actor, context),
  });
  if (typeof found === "string") return refused(found);
  const code = firstRefusal(found, visit, context);
  return code === null ? { ok: true, row: found.row, next: nextVisit(visit, found, context) } : refused(code);
}

/** Everything this actor may do now. What can still be typed in or ticked off (a reason, an identity) counts as given. */
export function allowedTriggers(visit: Visit, actor: Actor, context: LifecycleContext): readonly AppointmentTrigger[] {
  const supposed: LifecycleContext = { ...context, hasReason: true, identityChecked: true, editedFields: [] };
  return appointmentTriggers.filter((trigger) => {
    const transition = findTransition(visit, trigger, actor);
    return typeof transition !== "string" && firstRefusal(transition, visit, supposed) === null;
  });
}

/** An administrator has several parts; the first row for one of them, in the table's order, is theirs. */
function findTransition(visit: Visit, trigger: Trigger, actor: Actor): Transition | RefusalCode {
  const fromHere = transitions.filter((row) => row.trigger === trigger && row.from.includes(visit.status));
  if (fromHere.length === 0) return "not_in_this_status";
  const parts = partsOf(actor);
  return fromHere.find((row) => row.who.some((who) => parts.includes(who))) ?? "not_your_part";
}

function firstRefusal(transition: Transition, visit: Visit, context: LifecycleContext): GuardCode | null {
  for (const name of transition.guards) {
    const code = guards[name](visit, context);
    if (code !== null) return code;
  }
  return null;
}
