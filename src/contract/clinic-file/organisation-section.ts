/** Who the organisation is, how it speaks, and its rules for booking. */
import { z } from "zod";
import { policyFields } from "../../domain/policy/index.ts";
import { colour, email, locale, phone, properName, slug, zone } from "./formats.ts";

type NumberField = {
  [Field in keyof typeof policyFields]: (typeof policyFields)[Field]["kind"] extends "number" ? Field : never;
}[keyof typeof policyFields];

function number(field: NumberField, description: string) {
  const { least, most } = policyFields[field];
  return z.int().min(least).max(most).meta({ description });
}

function yesNo(description: string) {
  return z.boolean().meta({ description });
}

/**
 * Booking rules. What a service leaves out comes from its department, then from the organisation, then from the
 * product's defaults [BOOK-12]. Names and bounds are those of `domain/policy`.
 */
export const policyOverrides = z
  .strictObject({
    minNoticeMinutes: number("minNoticeMinutes", "Latest moment to book, counted back from the start."),
    maxHorizonDays: number("maxHorizonDays", "How far ahead people can book."),
    cancelDeadlineMinutes: number("cancelDeadlineMinutes", "Until when a patient can cancel alone."),
    rescheduleDeadlineMinutes: number("rescheduleDeadlineMinutes", "Until when a patient can move the visit alone."),
    maxReschedules: number("maxReschedules", "How often a patient may move one appointment."),
    holdMinutes: number("holdMinutes", "How long a chosen time is kept during booking."),
    slotIntervalMinutes: number("slotIntervalMinutes", "Distance between the starts that are offered."),
    lateCancelAllowed: yesNo("May a patient cancel after the deadline, on record as late?"),
    lateCancelByReminderAllowed: yesNo("The same, in answer to a reminder."),
    noShowGraceMinutes: number("noShowGraceMinutes", "How long after the start a missing patient is a no-show."),
    automaticNoShow: yesNo("Are no-shows marked by the system once that time has passed?"),
  })
  .partial()
  .meta({ id: "policyOverrides", description: "Booking rules that differ from the next wider ones." });

export const organisationSection = z.strictObject({
  slug,
  name: properName,
  kind: z.enum(["hospital", "clinic", "practice"]),
  zone,
  defaultLocale: locale,
  locales: z.array(locale).min(1).max(2),
  phone,
  email,
  listed: z.boolean().default(false).meta({ description: "Show it on the front page of the installation?" }),
  accentColour: colour.optional(),
  guestBooking: z
    .boolean()
    .default(false)
    .meta({ description: "May people book without an account, after verifying a contact?" }),
  policy: policyOverrides.optional(),
});
