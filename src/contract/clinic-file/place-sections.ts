/** Where things happen: locations, departments, rooms, and the days on which all is closed. */
import { z } from "zod";
import { country, key, localDate, longText, phone, properName, shortText, webAddress, zone } from "./formats.ts";
import { policyOverrides } from "./organisation-section.ts";

export const locationEntry = z.strictObject({
  key,
  name: properName,
  zone,
  addressLines: z.array(z.string().min(1).max(120)).min(1).max(4),
  city: z.string().min(1).max(100),
  region: z.string().min(1).max(100).optional(),
  postalCode: z.string().min(1).max(20).optional(),
  country,
  phone: phone.optional(),
  mapUrl: webAddress.optional(),
  directions: longText.optional(),
});

export const departmentEntry = z.strictObject({
  key,
  name: shortText,
  locations: z.array(key).min(1),
  phone: phone.optional(),
  policy: policyOverrides.optional(),
});

export const roomKind = z.enum(["consulting", "treatment", "procedure", "imaging", "therapy"]);

export const roomEntry = z.strictObject({
  key,
  name: properName,
  location: key,
  kind: roomKind,
  capabilities: z
    .array(key)
    .default([])
    .meta({ description: "What can be done there, in words of your own, such as ultrasound. Services ask for them." }),
});

export const holidayEntry = z.strictObject({
  date: localDate,
  name: shortText,
  locations: z.array(key).min(1).optional().meta({ description: "Closed only there; left out: everywhere." }),
});

export type LocationEntry = z.infer<typeof locationEntry>;
export type DepartmentEntry = z.infer<typeof departmentEntry>;
export type RoomEntry = z.infer<typeof roomEntry>;
export type HolidayEntry = z.infer<typeof holidayEntry>;
