/**
 * The small shapes that travel in many requests and answers.
 *
 * Instants are ISO 8601 in UTC with a `Z`, to the second. Local dates are `2026-03-16`, local times `09:30` on a
 * 24-hour clock. The browser never turns a local time into an instant: it sends back a start that the server offered,
 * or a local date and time together with the zone (DESIGN.md 5).
 */
import { z } from "zod";

export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const slug = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
/** Of a year that a clinic can mean, so that reckoning with it stays within what databases and calendars know. */
export const instant = z
  .string()
  .regex(/^(1[89]|2\d)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/)
  .meta({ format: "date-time" });
export const localDate = z
  .string()
  .regex(/^(1[89]|2\d)\d{2}-\d{2}-\d{2}$/)
  .meta({ format: "date" });
export const localTime = z.string().regex(/^\d{2}:\d{2}$/);
export const zone = z.string().min(1).max(64);
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export const locale = z.enum(["en", "es"]);
export const shortText = z.string().min(1).max(200);
export const longText = z.string().min(1).max(4000);
/** Checked for real deliverability by its code; here only for shape. RFC 5321 allows 254 characters. */
export const email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]{2,}$/);
/** What a person types; the server parses it with the organisation's country and keeps E.164. */
export const phone = z
  .string()
  .min(4)
  .max(32)
  .regex(/^[+()\d\s./-]+$/);
export const personName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}<>]+$/u);

/** A text in every language the product speaks. */
export const localText = z.strictObject({ en: z.string().max(4000), es: z.string().max(4000) });
export type LocalText = z.infer<typeof localText>;
export type Locale = z.infer<typeof locale>;

/** One point in time as a person at `zone` reads it. */
export const moment = z.strictObject({
  at: instant,
  localDate,
  localTime,
  /** `+02:00`: tells the two 01:30 of an autumn night apart. */
  offset: z.string(),
  zone,
});
export type Moment = z.infer<typeof moment>;

export const slugParams = z.strictObject({ slug });
export const slugIdParams = z.strictObject({ slug, id });

export const appointmentStatus = z.enum([
  "proposed",
  "pending",
  "booked",
  "arrived",
  "checked-in",
  "fulfilled",
  "cancelled",
  "noshow",
  "entered-in-error",
]);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;

/** What the diary and the patient read; facts such as 'confirmed' included (LIFECYCLE.md). */
export const shownStatus = z.enum([
  "proposed",
  "requested",
  "scheduled",
  "confirmed",
  "rescheduled",
  "arrived",
  "checked-in",
  "in-progress",
  "completed",
  "cancelled",
  "acknowledged",
  "no-show",
  "entered-in-error",
]);
export type ShownStatus = z.infer<typeof shownStatus>;

export const modality = z.enum(["in-person", "video", "phone"]);
export const requester = z.enum(["patient", "provider", "clinic", "carer"]);
export const channel = z.enum(["online", "phone", "desk", "link", "import", "api"]);
export const confirmationMethod = z.enum(["verbal", "email", "sms", "portal", "link"]);

/** Rises with every change of an appointment; the ETag. */
export const version = z.int().min(1);
