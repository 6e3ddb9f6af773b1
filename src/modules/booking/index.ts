import type { ChangeFeed, Operation } from "../_kernel/index.ts";
import type { CalendarCache } from "../availability/index.ts";
import { bookAppointment } from "./commands/book-appointment.ts";
import { bookDirectly } from "./commands/book-directly.ts";
import { cancelAppointment } from "./commands/cancel-appointment.ts";
import { createHold } from "./commands/create-hold.ts";
import { editAppointment } from "./commands/edit-appointment.ts";
import { guestDetails, verifyGuest } from "./commands/guest-details.ts";
import { extendHold, getHold, releaseHold } from "./commands/manage-hold.ts";
import { rescheduleAppointment } from "./commands/reschedule-appointment.ts";
import { stepAppointment } from "./commands/step-appointment.ts";
import { diaryDay, diaryWeek } from "./queries/diary.ts";
import { listOwnAppointments, listPatientAppointments, listToContact, searchAppointments } from "./queries/lists.ts";
import { getAppointment, getAppointmentHistory } from "./queries/single-appointment.ts";

export { type AppointmentRow, appointmentColumns } from "./appointment-row.ts";
export { type Presenting, presentAppointments } from "./present-appointments.ts";
export { isWithinReach } from "./viewer.ts";

/** `cache` answers what is free, `feed` tells everyone what has changed. */
export const bookingOperations = (cache: CalendarCache, feed: ChangeFeed): Operation[] => [
  createHold(cache, feed),
  getHold,
  extendHold(feed),
  releaseHold(feed),
  guestDetails(feed),
  verifyGuest,
  bookAppointment(cache, feed),
  bookDirectly(cache, feed),
  rescheduleAppointment(cache, feed),
  cancelAppointment(feed),
  stepAppointment(feed),
  editAppointment(cache, feed),
  getAppointment,
  getAppointmentHistory,
  listOwnAppointments,
  searchAppointments,
  listToContact,
  listPatientAppointments,
  diaryDay,
  diaryWeek,
];
