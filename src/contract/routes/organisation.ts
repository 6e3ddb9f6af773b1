/** What an organisation shows of itself to everyone: places, departments, services, providers' public profiles. */
import { z } from "zod";
import { route } from "../route.ts";
import { id, language, locale, localText, modality, moment, slug, slugParams, zone } from "../values.ts";

export const location = z.strictObject({
  id,
  name: z.string(),
  zone,
  addressLines: z.array(z.string()),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
  phone: z.string(),
  mapUrl: z.string().nullable(),
  directions: localText,
});
export type Location = z.infer<typeof location>;

export const organisationProfile = z.strictObject({
  slug,
  name: z.string(),
  zone,
  defaultLocale: locale,
  locales: z.array(locale),
  phone: z.string(),
  email: z.string(),
  /** `#1f6f5c`: one colour of the organisation's own; contrast is corrected by the page. */
  accent: z.string().nullable(),
  guestBooking: z.boolean(),
  demo: z.boolean(),
  locations: z.array(location),
  departments: z.array(z.strictObject({ id, name: localText, phone: z.string().nullable(), locationIds: z.array(id) })),
  specialties: z.array(z.strictObject({ code: z.string(), name: localText })),
  /** BCP 47 tags of the languages that providers here speak. */
  languages: z.array(language),
});
export type OrganisationProfile = z.infer<typeof organisationProfile>;

export const publicService = z.strictObject({
  id,
  name: localText,
  description: localText,
  departmentId: id,
  specialty: z.string().nullable(),
  durationMinutes: z.int(),
  modality,
  instructions: localText,
  whatToBring: localText,
  providerIds: z.array(id),
  /** Patients may book it online; the others are booked by phone or at the desk. */
  onlineBookable: z.boolean(),
});
export type PublicService = z.infer<typeof publicService>;

export const publicProvider = z.strictObject({
  id,
  displayName: z.string(),
  initials: z.string(),
  specialties: z.array(z.string()),
  languages: z.array(language),
  locationIds: z.array(id),
  departmentIds: z.array(id),
  bio: localText,
});
export type PublicProvider = z.infer<typeof publicProvider>;

export const getOrganisation = route({
  method: "GET",
  path: "/organisations/:slug",
  summary: "An organisation's public profile",
  params: slugParams,
  answer: organisationProfile,
});

export const listServices = route({
  method: "GET",
  path: "/organisations/:slug/services",
  summary: "The services that can be booked",
  params: slugParams,
  query: z.strictObject({ specialty: z.string().max(64).optional(), departmentId: id.optional() }),
  answer: z.strictObject({ services: z.array(publicService) }),
});

export const listProviders = route({
  method: "GET",
  path: "/organisations/:slug/providers",
  summary: "Public profiles, each with the next free time of the service asked for",
  params: slugParams,
  query: z.strictObject({
    specialty: z.string().max(64).optional(),
    serviceId: id.optional(),
    locationId: id.optional(),
    language: language.optional(),
  }),
  answer: z.strictObject({
    providers: z.array(
      publicProvider.extend({
        /** The soonest free start over the services asked for, or null within the booking window. */
        next: z.strictObject({ serviceId: id, locationId: id, start: moment }).nullable(),
      }),
    ),
  }),
});
