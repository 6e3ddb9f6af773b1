/**
 * A clinic as one file: everything that `cita clinic import` needs to set up an organisation whole.
 *
 * The shape stands here and is published as docs/schemas/clinic-file.schema.json. What one shape cannot say (that a
 * key exists, that hours do not overlap, that both languages are there) is checked by the reader in modules/imports.
 * Passwords and other secrets have no place in it: accounts get theirs by invitation.
 */
import { z } from "zod";
import { organisationSection } from "./organisation-section.ts";
import { providerEntry, staffEntry } from "./people-sections.ts";
import { departmentEntry, holidayEntry, locationEntry, roomEntry } from "./place-sections.ts";
import { serviceEntry, specialtyEntry } from "./service-sections.ts";

export const clinicFileVersion = 1;

export const clinicFile = z.strictObject({
  formatVersion: z.literal(clinicFileVersion),
  organisation: organisationSection,
  locations: z.array(locationEntry).min(1),
  specialties: z.array(specialtyEntry).min(1),
  departments: z.array(departmentEntry).min(1),
  rooms: z.array(roomEntry).default([]),
  providers: z.array(providerEntry).min(1),
  services: z.array(serviceEntry).min(1),
  holidays: z.array(holidayEntry).default([]),
  staff: z.array(staffEntry).default([]),
});

/** A clinic file that was read and checked; defaults are filled in. */
export type ClinicFile = z.output<typeof clinicFile>;
/** A clinic file as an author writes it, defaults left out. */
export type ClinicFileInput = z.input<typeof clinicFile>;
