/** Free times, why a time is not free, and holds on a chosen time. */
import { z } from "zod";
import { route } from "../route.ts";
import {
  id,
  instant,
  language,
  localDate,
  localTime,
  modality,
  moment,
  slugIdParams,
  slugParams,
  zone,
} from "../values.ts";
import { location, publicProvider } from "./organisation.ts";

/**
 * `count` starts of one local day, `stepMinutes` apart, all with the same offset: the k-th is `startsAt + k × step`,
 * and reads `localTime + k × step` on the wall.
 */
export const startRange = z.strictObject({
  locationId: id,
  startsAt: instant,
  localTime,
  offset: z.string(),
  count: z.int().min(1),
  stepMinutes: z.int().min(1),
});
export type StartRange = z.infer<typeof startRange>;

export const searchAvailability = route({
  method: "GET",
  path: "/organisations/:slug/availability",
  summary: "Free starts of a service, per provider and local day",
  params: slugParams,
  query: z.strictObject({
    serviceId: id,
    providerId: id.optional(),
    locationId: id.optional(),
    language: language.optional(),
    /** First local day, in the clinic's zone; today when left out. */
    from: localDate.optional(),
    /** Number of local days, 62 at most. */
    days: z.coerce.number().int().min(1).max(62).optional(),
    partOfDay: z.enum(["morning", "afternoon", "evening"]).optional(),
    /** ISO weekdays, such as `1,3` for Mondays and Wednesdays. */
    weekdays: z
      .string()
      .regex(/^[1-7](,[1-7]){0,6}$/)
      .optional(),
    /** Own appointment that is being moved: its present time counts as free. */
    movingAppointmentId: id.optional(),
  }),
  answer: z.strictObject({
    zone,
    from: localDate,
    days: z.int(),
    /** Days of the window with at least one free start, for the month view. */
    daysWithTimes: z.array(localDate),
    providers: z.array(
      z.strictObject({
        providerId: id,
        durationMinutes: z.int(),
        days: z.array(z.strictObject({ localDate, ranges: z.array(startRange) })),
      }),
    ),
    /** When the window is empty: the first free time after it, if there is one within the booking window. */
    nextAfter: z.strictObject({ providerId: id, locationId: id, start: moment }).nullable(),
  }),
});

export const refusalReason = z.strictObject({
  code: z.string(),
  /** Said in the reader's language; never whose appointment it is. */
  text: z.string(),
  resourceId: id.nullable(),
  /** May be overridden by permitted staff with a reason. */
  soft: z.boolean(),
});
export type RefusalReason = z.infer<typeof refusalReason>;

export const alternative = z.strictObject({
  serviceId: id,
  providerId: id,
  providerName: z.string(),
  locationId: id,
  start: moment,
  /** `nearest`, `other-provider`, `other-location`. */
  kind: z.enum(["nearest", "other-provider", "other-location"]),
});
export type Alternative = z.infer<typeof alternative>;

export const explainStart = route({
  method: "GET",
  path: "/organisations/:slug/availability/explain",
  summary: "Every reason why a time can or cannot be booked, and alternatives",
  params: slugParams,
  query: z.strictObject({
    serviceId: id,
    providerId: id,
    locationId: id.optional(),
    roomId: id.optional(),
    patientId: id.optional(),
    startsAt: instant.optional(),
    localDate: localDate.optional(),
    localTime: localTime.optional(),
    movingAppointmentId: id.optional(),
  }),
  answer: z.strictObject({
    bookable: z.boolean(),
    start: moment.nullable(),
    reasons: z.array(refusalReason),
    alternatives: z.array(alternative),
  }),
});

export const hold = z.strictObject({
  id,
  serviceId: id,
  serviceName: z.strictObject({ en: z.string(), es: z.string() }),
  provider: publicProvider,
  location,
  modality,
  start: moment,
  end: moment,
  expiresAt: instant,
  /** The database's clock at the answer: the page counts down by it, not by the phone's clock. */
  serverNow: instant,
  extended: z.boolean(),
  /** Set while an own appointment is being moved to this time. */
  movingAppointmentId: id.nullable(),
  /** Guest booking: which step is next. `none` for signed-in people. */
  guest: z.enum(["none", "details", "code", "verified"]),
});
export type Hold = z.infer<typeof hold>;

export const createHold = route({
  method: "POST",
  path: "/organisations/:slug/holds",
  summary: "Hold a free time for a few minutes",
  params: slugParams,
  status: 201,
  idempotent: true,
  body: z.strictObject({
    serviceId: id,
    /** Null: any provider who is free then. */
    providerId: id.nullable(),
    locationId: id.optional(),
    startsAt: instant,
    movingAppointmentId: id.optional(),
  }),
  answer: hold,
});

export const getHold = route({
  method: "GET",
  path: "/organisations/:slug/holds/:id",
  summary: "One's own hold",
  params: slugIdParams,
  answer: hold,
});

export const extendHold = route({
  method: "POST",
  path: "/organisations/:slug/holds/:id/extend",
  summary: "'I need more time': once per hold",
  params: slugIdParams,
  answer: hold,
});

export const releaseHold = route({
  method: "DELETE",
  path: "/organisations/:slug/holds/:id",
  summary: "Give the time back",
  params: slugIdParams,
});

export const guestDetails = route({
  method: "POST",
  path: "/organisations/:slug/holds/:id/guest",
  summary: "A guest's details; sends a code to the contact chosen",
  params: slugIdParams,
  body: z.strictObject({
    given: z.string().min(1).max(200),
    family: z.string().min(1).max(200),
    secondFamily: z.string().min(1).max(200).optional(),
    birthDate: localDate,
    email: z.string().max(254).optional(),
    phone: z.string().max(32).optional(),
    verifyBy: z.enum(["email", "phone"]),
    locale: z.enum(["en", "es"]),
  }),
  answer: z.strictObject({ hold, contactHint: z.string(), codeExpiresAt: instant }),
});

export const verifyGuest = route({
  method: "POST",
  path: "/organisations/:slug/holds/:id/guest/verify",
  summary: "Check the guest's code",
  params: slugIdParams,
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  answer: hold,
});
