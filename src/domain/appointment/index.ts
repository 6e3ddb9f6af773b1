export { type Actor, actors } from "./actor.ts";
export {
  type AppointmentTrigger,
  allowedTriggers,
  appointmentTriggers,
  type Decision,
  decide,
  type RefusalCode,
} from "./decide.ts";
export { defaultPatientFields, type EditableFieldName, editableFields } from "./editable-fields.ts";
export type { GuardCode, LifecycleContext } from "./guards.ts";
export type { NextVisit } from "./next-visit.ts";
export { type ShownStatus, shownStatus } from "./shown-status.ts";
export { type Transition, transitions } from "./transitions.ts";
export { permissionOfTrigger, type Trigger, triggers } from "./trigger.ts";
export {
  type AppointmentStatus,
  heldVisit,
  noVisit,
  type Visit,
  type VisitStatus,
  visitStatuses,
} from "./visit.ts";
