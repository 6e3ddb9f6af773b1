import type { OrganisationProfile } from "../../../contract/routes/organisation.ts";
import { done, memoryQuery } from "../../_kernel/index.ts";
import { isDemo } from "../../organisations/index.ts";
import type { Catalogue } from "../catalogue.ts";
import { catalogueOf } from "../catalogue-cache.ts";
import { presentLocation } from "../present-public.ts";

function present({ organisation, locations, departments, specialties, providers }: Catalogue): OrganisationProfile {
  const { slug, name, zone, defaultLocale, locales, phone, email, accent, guestBooking } = organisation;
  const activeProviders = [...providers.values()].filter(({ active }) => active);
  return {
    ...{ slug, name, zone, defaultLocale, locales: [...locales], phone, email, accent, guestBooking, demo: isDemo() },
    locations: [...locations.values()].filter(({ active }) => active).map(presentLocation),
    departments: [...departments.values()]
      .filter(({ active }) => active)
      .map((each) => ({ id: each.id, name: each.name, phone: each.phone, locationIds: [...each.locationIds] })),
    specialties: [...specialties.values()],
    languages: [...new Set(activeProviders.flatMap(({ languages }) => languages))].sort(),
  };
}

export const organisationProfile = memoryQuery("organisation.get", {
  permission: "organisation.view",
  audit: null,
  publicBecause: "A clinic's name, places, departments and languages are what it shows to everyone.",
  run: async ({ database, context }) => done(present(await catalogueOf(database, context.organisation.orgId))),
});
