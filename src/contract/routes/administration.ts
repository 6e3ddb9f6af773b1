/** What an administrator sets up: the organisation, services, providers, rooms. */
import { z } from "zod";
import { type NumberRule, policyFields } from "../../domain/policy/index.ts";
import { route } from "../route.ts";
import {
  email,
  id,
  language,
  localText,
  modality,
  personName,
  phone,
  shortText,
  slugIdParams,
  slugParams,
  zone,
} from "../values.ts";

/** Left out or null: the value of the level above (organisation, department, service) holds. */
const rule = ({ least, most }: NumberRule) => z.int().min(least).max(most).nullable().optional();

export const policySettings = z.strictObject({
  minNoticeMinutes: rule(policyFields.minNoticeMinutes),
  maxHorizonDays: rule(policyFields.maxHorizonDays),
  cancelDeadlineMinutes: rule(policyFields.cancelDeadlineMinutes),
  rescheduleDeadlineMinutes: rule(policyFields.rescheduleDeadlineMinutes),
  maxReschedules: rule(policyFields.maxReschedules),
  holdMinutes: rule(policyFields.holdMinutes),
  slotIntervalMinutes: rule(policyFields.slotIntervalMinutes),
  lateCancelAllowed: z.boolean().nullable().optional(),
  noShowGraceMinutes: rule(policyFields.noShowGraceMinutes),
});

export const serviceSettings = z.strictObject({
  name: localText,
  description: localText,
  departmentId: id,
  specialty: z.string().max(64).nullable(),
  /** With the longest buffers it still fits a day, as every visit must. */
  durationMinutes: z.int().min(5).max(960),
  bufferBeforeMinutes: z.int().min(0).max(240),
  bufferAfterMinutes: z.int().min(0).max(240),
  modality,
  instructions: localText,
  whatToBring: localText,
  onlineBookable: z.boolean(),
  active: z.boolean(),
  providers: z.array(z.strictObject({ providerId: id, durationMinutes: z.int().min(5).max(960).nullable() })).max(500),
  /** Rooms of which one is assigned; empty means the service needs no room. */
  roomIds: z.array(id).max(200),
  policy: policySettings,
});

export const adminService = serviceSettings.extend({ id, version: z.int() });
export type AdminService = z.infer<typeof adminService>;

export const listAdminServices = route({
  method: "GET",
  path: "/organisations/:slug/admin/services",
  summary: "All services with their settings",
  params: slugParams,
  answer: z.strictObject({ services: z.array(adminService) }),
});
export const createService = route({
  method: "POST",
  path: "/organisations/:slug/admin/services",
  summary: "Add a service",
  params: slugParams,
  status: 201,
  idempotent: true,
  body: serviceSettings,
  answer: adminService,
});
export const updateService = route({
  method: "PUT",
  path: "/organisations/:slug/admin/services/:id",
  summary: "Change a service; booked visits keep what was agreed",
  params: slugIdParams,
  versioned: true,
  body: serviceSettings,
  answer: adminService,
});

export const providerSettings = z.strictObject({
  prefix: z.string().max(40),
  given: personName,
  family: personName,
  secondFamily: personName.nullable(),
  role: z.enum(["doctor", "nurse"]),
  email: email.nullable(),
  phone: phone.nullable(),
  specialties: z.array(z.string().max(64)).max(20),
  languages: z.array(language).max(20),
  departmentIds: z.array(id).min(1).max(50),
  bio: localText,
  active: z.boolean(),
});
export const adminProvider = providerSettings.extend({
  id,
  version: z.int(),
  displayName: z.string(),
  serviceIds: z.array(id),
  locationIds: z.array(id),
  hasAccount: z.boolean(),
});
export type AdminProvider = z.infer<typeof adminProvider>;

export const listAdminProviders = route({
  method: "GET",
  path: "/organisations/:slug/admin/providers",
  summary: "All providers with their settings",
  params: slugParams,
  answer: z.strictObject({ providers: z.array(adminProvider) }),
});
export const createProvider = route({
  method: "POST",
  path: "/organisations/:slug/admin/providers",
  summary: "Add a provider",
  params: slugParams,
  status: 201,
  idempotent: true,
  body: providerSettings,
  answer: adminProvider,
});
export const updateProvider = route({
  method: "PUT",
  path: "/organisations/:slug/admin/providers/:id",
  summary: "Change a provider",
  params: slugIdParams,
  versioned: true,
  body: providerSettings,
  answer: adminProvider,
});

export const room = z.strictObject({ id, name: z.string(), locationId: id, kind: z.string(), active: z.boolean() });
export const listRooms = route({
  method: "GET",
  path: "/organisations/:slug/admin/rooms",
  summary: "All rooms",
  params: slugParams,
  answer: z.strictObject({ rooms: z.array(room) }),
});

export const organisationSettings = z.strictObject({
  name: shortText,
  zone,
  phone,
  email,
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  listed: z.boolean(),
  guestBooking: z.boolean(),
  policy: policySettings,
});
export const getSettings = route({
  method: "GET",
  path: "/organisations/:slug/admin/settings",
  summary: "The organisation's settings",
  params: slugParams,
  answer: organisationSettings.extend({ version: z.int(), defaults: policySettings }),
});
export const updateSettings = route({
  method: "PUT",
  path: "/organisations/:slug/admin/settings",
  summary: "Change the organisation's settings",
  params: slugParams,
  versioned: true,
  body: organisationSettings,
  answer: organisationSettings.extend({ version: z.int(), defaults: policySettings }),
});
