/** What the keys in a history file stand for in the clinic's directory. */
import type {
  Catalogue,
  CatalogueLocation,
  CatalogueProvider,
  CatalogueRoom,
  CatalogueService,
} from "../../directory/index.ts";
import type { RecordProblemCode } from "../record-files/record-problem.ts";
import type { HistoryVisit } from "./history-visit.ts";

export interface ClinicKeys {
  readonly services: ReadonlyMap<string, CatalogueService>;
  readonly providers: ReadonlyMap<string, CatalogueProvider>;
  readonly locations: ReadonlyMap<string, CatalogueLocation>;
  readonly rooms: ReadonlyMap<string, CatalogueRoom>;
}

/** Everything that one visit names. */
export interface VisitPlaces {
  readonly service: CatalogueService;
  readonly provider: CatalogueProvider;
  readonly location: CatalogueLocation;
  readonly room: CatalogueRoom | null;
}

export function clinicKeys({ services, providers, locations, rooms }: Catalogue): ClinicKeys {
  const byKey = <T extends { readonly key: string }>(entries: ReadonlyMap<string, T>) =>
    new Map([...entries.values()].map((entry) => [entry.key, entry]));
  return { services: byKey(services), providers: byKey(providers), locations: byKey(locations), rooms: byKey(rooms) };
}

/** The places of a visit, or the first key that the clinic does not have. */
export function placesOf(
  keys: ClinicKeys,
  { serviceId, providerId, locationId, roomId }: HistoryVisit,
): VisitPlaces | { readonly unknown: RecordProblemCode; readonly found: string } {
  const service = keys.services.get(serviceId);
  if (service === undefined) return { unknown: "unknown_service", found: serviceId };
  const provider = keys.providers.get(providerId);
  if (provider === undefined) return { unknown: "unknown_provider", found: providerId };
  const location = keys.locations.get(locationId);
  if (location === undefined) return { unknown: "unknown_location", found: locationId };
  const room = roomId === null ? null : keys.rooms.get(roomId);
  if (room === undefined) return { unknown: "unknown_room", found: roomId ?? "" };
  return { service, provider, location, room };
}
