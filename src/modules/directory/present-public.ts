/** What the directory shows to everyone: a place, and a provider's public profile and nothing else [ID-07]. */
import type { Location, PublicProvider, PublicService } from "../../contract/routes/organisation.ts";
import type { CatalogueLocation, CatalogueProvider, CatalogueService } from "./catalogue.ts";

export function presentLocation(location: CatalogueLocation): Location {
  const { id, name, zone, city, region, postalCode, country, phone, mapUrl, directions } = location;
  const addressLines = [...location.addressLines];
  return { id, name, zone, addressLines, city, region, postalCode, country, phone, mapUrl, directions };
}

export function presentProvider(
  provider: CatalogueProvider,
  locationIds: readonly string[] = provider.locationIds,
): PublicProvider {
  const { id, displayName, initials, specialties, languages, departmentIds, bio } = provider;
  return {
    ...{ id, displayName, initials, bio },
    specialties: [...specialties],
    languages: [...languages],
    locationIds: [...locationIds],
    departmentIds: [...departmentIds],
  };
}

export function presentService(service: CatalogueService): PublicService {
  const { id, name, description, departmentId, specialtyCode, durationMinutes, modality } = service;
  const { instructions, whatToBring, providerIds, onlineBookable } = service;
  return {
    ...{ id, name, description, departmentId, durationMinutes, modality, instructions, whatToBring, onlineBookable },
    specialty: specialtyCode,
    providerIds: [...providerIds],
  };
}
