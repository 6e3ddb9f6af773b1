import type { Operation } from "../_kernel/index.ts";
import { createProvider } from "./commands/create-provider.ts";
import { createService } from "./commands/create-service.ts";
import { updateProvider } from "./commands/update-provider.ts";
import { updateService } from "./commands/update-service.ts";
import { adminProviders } from "./queries/admin-providers.ts";
import { adminServices } from "./queries/admin-services.ts";
import { organisationProfile } from "./queries/organisation-profile.ts";
import { publicServices } from "./queries/public-services.ts";
import { rooms } from "./queries/rooms.ts";

export type {
  Catalogue,
  CatalogueDepartment,
  CatalogueLocation,
  CatalogueOrganisation,
  CatalogueProvider,
  CatalogueRoom,
  CatalogueService,
  CatalogueSpecialty,
} from "./catalogue.ts";
export { catalogueInside, catalogueOf, forgetCatalogue } from "./catalogue-cache.ts";
export { presentLocation, presentProvider } from "./present-public.ts";
export { displayNameOf } from "./provider-name.ts";

export const operations: readonly Operation[] = [
  organisationProfile,
  publicServices,
  adminServices,
  createService,
  updateService,
  adminProviders,
  createProvider,
  updateProvider,
  rooms,
];
