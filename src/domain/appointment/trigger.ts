import type { Permission } from "../access/index.ts";

/** Everything that can happen to a visit, with the permission (domain/access) that it needs. */
export const permissionOfTrigger = {
  hold: "hold.create",
  /** Book what was held, after the review step. */
  book: "appointment.book",
  /** Book at once, without a hold. */
  "book-directly": "appointment.book",
  /** As 'book', where the service or a resource needs approval. */
  request: "appointment.book",
  approve: "appointment.approve",
  decline: "appointment.approve",
  draft: "appointment.book",
  /** A draft is accepted by those required, and becomes booked. */
  accept: "appointment.confirm",
  /** The same, where approval is needed. */
  "accept-for-approval": "appointment.confirm",
  confirm: "appointment.confirm",
  cancel: "appointment.cancel",
  reschedule: "appointment.reschedule",
  /** Another provider or room takes over after an absence or a loss. */
  reroute: "appointment.reschedule",
  arrive: "appointment.arrive",
  "check-in": "appointment.check-in",
  start: "appointment.start",
  complete: "appointment.complete",
  "no-show": "appointment.no-show",
  undo: "appointment.undo",
  /** The patient was here and left, not seen. */
  leave: "appointment.cancel",
  /** The client has been told of the cancellation. */
  acknowledge: "appointment.acknowledge",
  edit: "appointment.edit",
  void: "appointment.void",
} as const satisfies Record<string, Permission>;

export type Trigger = keyof typeof permissionOfTrigger;

export const triggers = Object.keys(permissionOfTrigger) as readonly Trigger[];
