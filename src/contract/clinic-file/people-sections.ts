/** Who works there: providers with their hours, and the staff of desk and office. */
import { z } from "zod";
import {
  email,
  key,
  language,
  localDate,
  longText,
  personName,
  phone,
  shortText,
  wallTime,
  weekday,
} from "./formats.ts";

const breaks = z.array(z.strictObject({ from: wallTime, to: wallTime })).default([]);
const days = z.array(weekday).min(1).max(7);

/** `days` from..to every week, on the wall clock of the location, less the breaks. It may not pass midnight. */
const weeklyHours = z.strictObject({
  location: key,
  days,
  from: wallTime,
  to: wallTime,
  breaks,
  validFrom: localDate.optional().meta({ description: "First day on which these hours hold." }),
  validTo: localDate.optional().meta({ description: "Last day on which these hours hold." }),
});

const closedDates = z.strictObject({
  kind: z.literal("closed"),
  firstDate: localDate,
  lastDate: localDate.optional(),
  location: key.optional().meta({ description: "Away only there; left out: everywhere." }),
  reason: shortText.optional(),
});

/** `hours` stand instead of that place's weekly hours on these dates, `extra` come on top of them, on a holiday too. */
const openDates = z.strictObject({
  kind: z.enum(["hours", "extra"]),
  firstDate: localDate,
  lastDate: localDate.optional(),
  location: key,
  from: wallTime,
  to: wallTime,
  breaks,
  reason: shortText.optional(),
});

const hoursException = z.discriminatedUnion("kind", [closedDates, openDates]);

export const providerEntry = z.strictObject({
  key,
  prefix: shortText.optional().meta({ description: "Such as Dr. (en) and Dra. (es)." }),
  given: personName,
  family: personName,
  secondFamily: personName.optional(),
  email,
  phone,
  role: z.enum(["doctor", "nurse"]).meta({
    description:
      "doctor: whoever treats under their own name, physiotherapists included; nurse: nurses and technicians.",
  }),
  specialties: z.array(key).min(1),
  languages: z.array(language).min(1),
  departments: z.array(key).min(1),
  bio: longText.optional(),
  hours: z.array(weeklyHours).default([]),
  exceptions: z.array(hoursException).default([]),
});

export const staffEntry = z.strictObject({
  given: personName,
  family: personName,
  secondFamily: personName.optional(),
  email,
  phone,
  role: z.enum(["front-desk", "supervisor", "administrator"]),
  departments: z.array(key).default([]).meta({ description: "Where they act; left out: in the whole organisation." }),
});

export type WeeklyHours = z.infer<typeof weeklyHours>;
export type HoursException = z.infer<typeof hoursException>;
export type ProviderEntry = z.infer<typeof providerEntry>;
export type StaffEntry = z.infer<typeof staffEntry>;
