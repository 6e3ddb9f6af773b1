/** Hours, exceptions and time off of a provider or room, in wall-clock time of the location. */
import { z } from "zod";
import { route } from "../route.ts";
import { id, instant, localDate, localText, localTime, slugIdParams, slugParams } from "../values.ts";
import { appointment } from "./appointments.ts";

export const hoursRule = z.strictObject({
  locationId: id,
  /** ISO weekday, 1 Monday to 7 Sunday. */
  weekday: z.int().min(1).max(7),
  from: localTime,
  /** At or before `from` means past midnight. */
  to: localTime,
  effect: z.enum(["open", "break"]),
  validFrom: localDate.nullable(),
  validTo: localDate.nullable(),
});
export type HoursRule = z.infer<typeof hoursRule>;

export const scheduleException = z.strictObject({
  id,
  localDate,
  kind: z.enum(["closed", "hours", "extra"]),
  locationId: id.nullable(),
  from: localTime.nullable(),
  to: localTime.nullable(),
});

export const timeOff = z.strictObject({
  id,
  kind: z.enum(["time-off", "absence", "maintenance", "meeting"]),
  startsAt: instant,
  endsAt: instant,
  localStartDate: localDate,
  localStartTime: localTime,
  localEndDate: localDate,
  localEndTime: localTime,
  note: z.string().nullable(),
  /** Live visits inside it that still have to be moved. */
  affected: z.int(),
});
export type TimeOff = z.infer<typeof timeOff>;

export const getSchedule = route({
  method: "GET",
  path: "/organisations/:slug/schedules/:id",
  summary: "A resource's weekly hours, exceptions and time off",
  params: slugIdParams,
  answer: z.strictObject({
    resourceId: id,
    name: z.string(),
    version: z.int(),
    rules: z.array(hoursRule),
    exceptions: z.array(scheduleException),
    timeOff: z.array(timeOff),
  }),
});

/** Replaces the weekly hours; visits that fall outside the new hours are listed, and stay. */
export const putHours = route({
  method: "PUT",
  path: "/organisations/:slug/schedules/:id/hours",
  summary: "Set the weekly hours",
  params: slugIdParams,
  versioned: true,
  body: z.strictObject({ rules: z.array(hoursRule).max(200) }),
  answer: z.strictObject({ version: z.int(), outside: z.array(appointment) }),
});

export const addException = route({
  method: "POST",
  path: "/organisations/:slug/schedules/:id/exceptions",
  summary: "Other hours, extra hours, or closed on one date",
  params: slugIdParams,
  status: 201,
  body: z.strictObject({
    localDate,
    kind: z.enum(["closed", "hours", "extra"]),
    locationId: id.nullable(),
    from: localTime.nullable(),
    to: localTime.nullable(),
  }),
  answer: scheduleException,
});

export const removeException = route({
  method: "DELETE",
  path: "/organisations/:slug/schedules/:id/exceptions/:exceptionId",
  summary: "Take back a dated exception",
  params: slugIdParams.extend({ exceptionId: id }),
});

const timeOffBody = z.strictObject({
  kind: z.enum(["time-off", "absence", "maintenance", "meeting"]),
  locationId: id.optional(),
  localStartDate: localDate,
  localStartTime: localTime,
  localEndDate: localDate,
  localEndTime: localTime,
  note: z.string().max(1000).optional(),
});

export const previewTimeOff = route({
  method: "POST",
  path: "/organisations/:slug/schedules/:id/time-off/preview",
  summary: "Which visits would be affected; nothing is written",
  params: slugIdParams,
  body: timeOffBody,
  answer: z.strictObject({ startsAt: instant, endsAt: instant, affected: z.array(appointment) }),
});

/** True at once, over live visits too: no new visit enters, the visits inside are listed [AVAIL-08]. */
export const addTimeOff = route({
  method: "POST",
  path: "/organisations/:slug/schedules/:id/time-off",
  summary: "Enter time off, absence, maintenance or a meeting",
  params: slugIdParams,
  status: 201,
  idempotent: true,
  body: timeOffBody,
  answer: z.strictObject({ timeOff, affected: z.array(appointment) }),
});

export const removeTimeOff = route({
  method: "DELETE",
  path: "/organisations/:slug/schedules/:id/time-off/:timeOffId",
  summary: "End time off; its free time can be booked again",
  params: slugIdParams.extend({ timeOffId: id }),
});

/** Visits inside a closure: the worklist of displaced visits. */
export const listDisplaced = route({
  method: "GET",
  path: "/organisations/:slug/displaced",
  summary: "Visits that stand in somebody's time off and need a new time",
  params: slugParams,
  answer: z.strictObject({ appointments: z.array(appointment) }),
});

export const holiday = z.strictObject({ id, localDate, name: localText, locationId: id.nullable() });

export const listHolidays = route({
  method: "GET",
  path: "/organisations/:slug/holidays",
  summary: "Public holidays and closed days of the organisation",
  params: slugParams,
  answer: z.strictObject({ holidays: z.array(holiday) }),
});

export const addHoliday = route({
  method: "POST",
  path: "/organisations/:slug/holidays",
  summary: "Close a day, everywhere or at one place",
  params: slugParams,
  status: 201,
  body: z.strictObject({ localDate, name: localText, locationId: id.nullable() }),
  answer: z.strictObject({ holiday, affected: z.array(appointment) }),
});

export const removeHoliday = route({
  method: "DELETE",
  path: "/organisations/:slug/holidays/:id",
  summary: "Open the day again",
  params: slugIdParams,
});
