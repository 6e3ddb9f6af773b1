/** Appointments: book, move, cancel, and every step of their life. */
import { z } from "zod";
import { route } from "../route.ts";
import {
  appointmentStatus,
  channel,
  confirmationMethod,
  id,
  instant,
  localDate,
  locale,
  localText,
  longText,
  modality,
  moment,
  requester,
  shownStatus,
  slugIdParams,
  slugParams,
  version,
} from "../values.ts";
import { location } from "./organisation.ts";

/** What a person may do now with an appointment; decided by the server, so that no screen guesses. */
export const trigger = z.enum([
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
]);
export type AppointmentTrigger = z.infer<typeof trigger>;

export const appointment = z.strictObject({
  id,
  /** Short code a person can read over the phone, such as `K7M-4QX`. */
  reference: z.string(),
  version,
  sequence: z.int(),
  status: appointmentStatus,
  shown: shownStatus,
  serviceId: id,
  serviceName: localText,
  modality,
  providerId: id,
  providerName: z.string(),
  roomId: id.nullable(),
  roomName: z.string().nullable(),
  departmentId: id,
  location,
  start: moment,
  end: moment,
  channel,
  bookedAt: instant,
  confirmedAt: instant.nullable(),
  rescheduleCount: z.int(),
  /** Null for a reader who may not see it. */
  reason: z.string().nullable(),
  patient: z
    .strictObject({
      id,
      fullName: z.string(),
      birthDate: localDate.nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      verified: z.boolean(),
    })
    .nullable(),
  /** Staff notes; never sent to patients. */
  notes: z.string().nullable(),
  instructions: localText,
  whatToBring: localText,
  /** Own deadlines, as agreed when booked. */
  cancelUntil: instant.nullable(),
  rescheduleUntil: instant.nullable(),
  allowed: z.array(trigger),
});
export type Appointment = z.infer<typeof appointment>;

const override = z.strictObject({
  /** Codes of the soft rules that are overridden. */
  rules: z.array(z.string().max(64)).min(1).max(10),
  reason: longText,
});

export const bookAppointment = route({
  method: "POST",
  path: "/organisations/:slug/appointments",
  summary: "Book a held time after 'check your answers'",
  params: slugParams,
  status: 201,
  idempotent: true,
  body: z.strictObject({ holdId: id, reason: z.string().max(1000).optional() }),
  answer: appointment,
});

/** Staff: the desk or the doctor books at once. The second identifier was asked for and matched [BOOK-02]. */
export const bookDirectly = route({
  method: "POST",
  path: "/organisations/:slug/appointments/direct",
  summary: "Book for a patient at the desk or by phone",
  params: slugParams,
  status: 201,
  idempotent: true,
  body: z.strictObject({
    patientId: id,
    serviceId: id,
    providerId: id,
    locationId: id.optional(),
    /** Left out, the engine assigns a room where the service needs one. */
    roomId: id.optional(),
    startsAt: instant,
    reason: z.string().max(1000).optional(),
    notes: z.string().max(4000).optional(),
    channel: z.enum(["phone", "desk"]),
    identityCheckedBy: z.enum(["birth-date", "phone", "address", "document"]),
    override: override.optional(),
  }),
  answer: appointment,
});

export const getAppointment = route({
  method: "GET",
  path: "/organisations/:slug/appointments/:id",
  summary: "One appointment",
  params: slugIdParams,
  answer: appointment,
});

export const listOwnAppointments = route({
  method: "GET",
  path: "/organisations/:slug/me/appointments",
  summary: "The signed-in patient's appointments in this organisation, upcoming first",
  params: slugParams,
  answer: z.strictObject({ upcoming: z.array(appointment), past: z.array(appointment) }),
});

export const searchAppointments = route({
  method: "GET",
  path: "/organisations/:slug/appointments",
  summary: "Find appointments by patient, contact, date, provider, service, status or reference",
  params: slugParams,
  query: z.strictObject({
    /** Name, phone, e-mail or birth date of the patient, or the reference. */
    text: z.string().max(200).optional(),
    from: localDate.optional(),
    to: localDate.optional(),
    providerId: id.optional(),
    serviceId: id.optional(),
    patientId: id.optional(),
    status: appointmentStatus.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  answer: z.strictObject({ appointments: z.array(appointment), more: z.boolean() }),
});

export const rescheduleAppointment = route({
  method: "POST",
  path: "/organisations/:slug/appointments/:id/reschedule",
  summary: "Move an appointment; it keeps its identity, reference and calendar entry",
  params: slugIdParams,
  idempotent: true,
  versioned: true,
  body: z.strictObject({
    /** Patients and guests: the hold on the new time. */
    holdId: id.optional(),
    /** Staff: the new time. */
    startsAt: instant.optional(),
    providerId: id.optional(),
    locationId: id.optional(),
    roomId: id.optional(),
    reason: z.string().max(1000).optional(),
    requester: requester.optional(),
    override: override.optional(),
  }),
  answer: appointment,
});

export const cancelAppointment = route({
  method: "POST",
  path: "/organisations/:slug/appointments/:id/cancel",
  summary: "Cancel, with reason and requester; the time is free for others at once",
  params: slugIdParams,
  idempotent: true,
  versioned: true,
  body: z.strictObject({ reason: z.string().min(1).max(1000), requester: requester.optional() }),
  answer: appointment,
});

/** Every step that changes no time: confirm, arrive, check in, start, complete, no-show, undo, acknowledge, void. */
export const stepAppointment = route({
  method: "POST",
  path: "/organisations/:slug/appointments/:id/steps",
  summary: "Take the next step in an appointment's life",
  params: slugIdParams,
  idempotent: true,
  versioned: true,
  body: z.strictObject({
    trigger: z.enum([
      "confirm",
      "arrive",
      "check-in",
      "start",
      "complete",
      "no-show",
      "undo",
      "leave",
      "acknowledge",
      "void",
    ]),
    method: confirmationMethod.optional(),
    reason: z.string().max(1000).optional(),
  }),
  answer: appointment,
});

export const editAppointment = route({
  method: "PATCH",
  path: "/organisations/:slug/appointments/:id",
  summary: "Change details without moving it: reason, notes, room, length",
  params: slugIdParams,
  idempotent: true,
  versioned: true,
  body: z.strictObject({
    reason: z.string().max(1000).optional(),
    notes: z.string().max(4000).optional(),
    roomId: id.nullable().optional(),
    durationMinutes: z.int().min(5).max(960).optional(),
  }),
  answer: appointment,
});

export const change = z.strictObject({
  id,
  version: z.int(),
  kind: z.string(),
  at: instant,
  actorName: z.string(),
  actorRole: z.string(),
  requester: requester.nullable(),
  channel: channel.nullable(),
  reason: z.string().nullable(),
  fromStatus: appointmentStatus.nullable(),
  toStatus: appointmentStatus.nullable(),
  oldStart: moment.nullable(),
  newStart: moment.nullable(),
  oldProviderName: z.string().nullable(),
  newProviderName: z.string().nullable(),
});
export type AppointmentChange = z.infer<typeof change>;

export const getAppointmentHistory = route({
  method: "GET",
  path: "/organisations/:slug/appointments/:id/history",
  summary: "Every change, confirmation and message of an appointment",
  params: slugIdParams,
  answer: z.strictObject({
    changes: z.array(change),
    confirmations: z.array(
      z.strictObject({
        about: z.enum(["booking", "change", "cancellation"]),
        method: confirmationMethod,
        at: instant,
        byName: z.string(),
      }),
    ),
    messages: z.array(
      z.strictObject({
        id,
        kind: z.string(),
        channel: z.enum(["email", "sms"]),
        state: z.string(),
        locale,
        at: instant,
        addressHint: z.string(),
      }),
    ),
  }),
});

/** Changes whose confirmation by the client is not on record yet [BOOK-09]. */
export const listToContact = route({
  method: "GET",
  path: "/organisations/:slug/to-contact",
  summary: "Patients still to be contacted about a change or cancellation",
  params: slugParams,
  answer: z.strictObject({
    entries: z.array(
      z.strictObject({
        appointment,
        about: z.enum(["booking", "change", "cancellation"]),
        since: instant,
      }),
    ),
  }),
});
