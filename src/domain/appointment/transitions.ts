import { type Actor, clients } from "./actor.ts";
import type { GuardName } from "./guards.ts";
import type { Trigger } from "./trigger.ts";
import type { AppointmentStatus, VisitStatus } from "./visit.ts";

/**
 * The life of an appointment as ONE table: the rows of LIFECYCLE.md by their number. Whatever is not here is refused.
 *
 * A row whose conditions depend on who acts stands here once for each. Read row 10: a `booked` or `pending` visit becomes
 * `cancelled` when a client cancels who may still do so alone and says why; or when staff or the system does, before its
 * end, and says why.
 *
 * `checkedElsewhere` names what only the database or the evaluator can know. Rows marked `later` are part of the
 * table, and no route offers them yet.
 */
export interface Transition {
  readonly row: number;
  readonly from: readonly VisitStatus[];
  /** 'same': the status stays. 'before': back to what it was before it ended. */
  readonly to: VisitStatus | "same" | "before";
  readonly trigger: Trigger;
  readonly who: readonly Actor[];
  readonly guards: readonly GuardName[];
  /** Left out: 'keeps'. */
  readonly sequence?: SequenceRule;
  readonly checkedElsewhere?: string;
  readonly later?: true;
}

/**
 * When iCalendar's SEQUENCE rises: the calendar entries that people have are no longer right. 'if-live': the visit held
 * time until now. 'if-cancelled': a cancelled one comes back. 'by-fields': see `editable-fields.ts`.
 */
export type SequenceRule = "keeps" | "raises" | "if-live" | "if-cancelled" | "by-fields";

const live: readonly AppointmentStatus[] = ["booked", "pending"];
const present: readonly AppointmentStatus[] = ["arrived", "checked-in"];
const anyButVoid: readonly AppointmentStatus[] = ["proposed", ...live, ...present, "fulfilled", "cancelled", "noshow"];
const leads: readonly Actor[] = ["supervisor", "administrator"];

export const transitions: readonly Transition[] = [
  {
    row: 1,
    from: ["none"],
    to: "hold",
    trigger: "hold",
    who: [...clients, "desk"],
    guards: [],
    checkedElsewhere: "free, limits, notice, window",
  },
  {
    row: 2,
    from: ["hold"],
    to: "booked",
    trigger: "book",
    who: [...clients, "desk"],
    guards: ["forms-done"],
    checkedElsewhere: "owner of the hold, not expired by the database's clock",
  },
  {
    row: 3,
    from: ["none"],
    to: "booked",
    trigger: "book-directly",
    who: ["desk", "clinician"],
    guards: [],
    checkedElsewhere: "free, limits, notice, window; overbooking only with right and reason",
  },
  {
    row: 4,
    from: ["hold"],
    to: "pending",
    trigger: "request",
    who: ["patient", "link"],
    guards: ["forms-done"],
    checkedElsewhere: "service or resource is restricted",
    later: true,
  },
  {
    row: 5,
    from: ["pending"],
    to: "booked",
    trigger: "approve",
    who: ["desk", "clinician", ...leads],
    guards: ["before-start"],
    checkedElsewhere: "approval's deadline; everything of row 1 again",
    later: true,
  },
  {
    row: 6,
    from: ["pending"],
    to: "cancelled",
    trigger: "decline",
    who: ["desk", "clinician", ...leads, "system"],
    guards: ["has-reason"],
    sequence: "raises",
    later: true,
  },
  { row: 7, from: ["none"], to: "proposed", trigger: "draft", who: ["desk", "clinician"], guards: [], later: true },
  {
    row: 8,
    from: ["proposed"],
    to: "booked",
    trigger: "accept",
    who: ["patient", "link", "desk", "clinician"],
    guards: ["forms-done"],
    checkedElsewhere: "accepted by all who are required",
    later: true,
  },
  {
    row: 8,
    from: ["proposed"],
    to: "pending",
    trigger: "accept-for-approval",
    who: ["patient", "link", "desk", "clinician"],
    guards: ["forms-done"],
    checkedElsewhere: "accepted by all who are required; service or resource is restricted",
    later: true,
  },
  {
    row: 9,
    from: ["booked"],
    to: "same",
    trigger: "confirm",
    who: [...clients, "desk", "clinician"],
    guards: ["before-start"],
  },
  {
    row: 10,
    from: live,
    to: "cancelled",
    trigger: "cancel",
    who: clients,
    guards: ["may-cancel-alone", "has-reason"],
    sequence: "raises",
  },
  {
    row: 10,
    from: live,
    to: "cancelled",
    trigger: "cancel",
    who: ["desk", "clinician", ...leads, "system"],
    guards: ["before-end", "has-reason"],
    sequence: "raises",
  },
  {
    row: 11,
    from: live,
    to: "same",
    trigger: "reschedule",
    who: clients,
    guards: ["may-move-alone"],
    sequence: "raises",
    checkedElsewhere: "the new time, as row 1",
  },
  {
    row: 11,
    from: live,
    to: "same",
    trigger: "reschedule",
    who: ["desk", "clinician"],
    guards: ["may-move-for-client"],
    sequence: "raises",
    checkedElsewhere: "the new time, as row 1",
  },
  {
    row: 12,
    from: ["booked"],
    to: "same",
    trigger: "reroute",
    who: ["system", "desk"],
    guards: [],
    sequence: "raises",
    checkedElsewhere: "equal capability and place; the patient's consent where the policy asks",
    later: true,
  },
  { row: 13, from: ["booked"], to: "arrived", trigger: "arrive", who: ["patient", "desk"], guards: ["hour-before"] },
  {
    row: 14,
    from: ["booked", "arrived"],
    to: "checked-in",
    trigger: "check-in",
    who: ["desk"],
    guards: ["identity-checked", "forms-done"],
  },
  {
    row: 14,
    from: ["booked", "arrived"],
    to: "checked-in",
    trigger: "check-in",
    who: ["patient"],
    guards: ["virtual", "forms-done"],
  },
  // The clinician's own check-in says 'your doctor is here'; the patient's place in the visit does not change.
  { row: 14, from: ["booked", "arrived"], to: "same", trigger: "check-in", who: ["clinician"], guards: ["virtual"] },
  { row: 15, from: present, to: "same", trigger: "start", who: ["clinician"], guards: [] },
  {
    row: 16,
    from: present,
    to: "fulfilled",
    trigger: "complete",
    who: ["clinician", "desk"],
    guards: ["start-passed"],
  },
  {
    row: 17,
    from: ["booked"],
    to: "fulfilled",
    trigger: "complete",
    who: ["clinician", "desk"],
    guards: ["start-passed"],
  },
  { row: 18, from: ["booked"], to: "noshow", trigger: "no-show", who: ["desk", "clinician"], guards: ["grace-over"] },
  {
    row: 18,
    from: ["booked"],
    to: "noshow",
    trigger: "no-show",
    who: ["system"],
    guards: ["no-show-by-itself", "grace-over"],
  },
  { row: 19, from: ["noshow"], to: "arrived", trigger: "arrive", who: ["desk"], guards: ["same-day"] },
  {
    row: 20,
    from: ["noshow", "fulfilled", "cancelled"],
    to: "before",
    trigger: "undo",
    who: ["desk", ...leads],
    guards: ["ended-within-a-day", "has-reason"],
    sequence: "if-cancelled",
    checkedElsewhere: "claims are won again",
  },
  {
    row: 21,
    from: present,
    to: "cancelled",
    trigger: "leave",
    who: ["desk", "clinician"],
    guards: ["has-reason"],
    sequence: "raises",
  },
  {
    row: 22,
    from: ["cancelled"],
    to: "same",
    trigger: "acknowledge",
    who: ["patient", "link", "desk", "clinician"],
    guards: [],
  },
  {
    row: 23,
    from: anyButVoid,
    to: "same",
    trigger: "edit",
    who: ["patient", "link"],
    guards: ["patient-fields", "only-notes-once-begun"],
    sequence: "by-fields",
    checkedElsewhere: "new time, room or equipment, as row 1",
  },
  {
    row: 23,
    from: anyButVoid,
    to: "same",
    trigger: "edit",
    who: ["desk", "clinician", ...leads],
    guards: ["only-notes-once-begun"],
    sequence: "by-fields",
    checkedElsewhere: "new time, room or equipment, as row 1",
  },
  {
    row: 24,
    from: anyButVoid,
    to: "entered-in-error",
    trigger: "void",
    who: leads,
    guards: ["has-reason"],
    sequence: "if-live",
  },
];
