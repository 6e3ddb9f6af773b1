/**
 * The whole directory of one organisation as plain maps by id: what search, booking and messages look things up in.
 *
 * What is no longer active is in it too, because past visits still name it; whoever offers something new looks at
 * `active`. A text that one language lacks is filled with the organisation's first language.
 */
import type { LocalText } from "../../contract/values.ts";
import type { Policy, PolicyPart } from "../../domain/policy/index.ts";
import type { OrganisationRow, RoomRow, SpecialtyRow } from "./read-directory.ts";
import type { Modality } from "./read-services.ts";

export interface CatalogueService {
  readonly id: string;
  readonly key: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly departmentId: string;
  readonly specialtyCode: string | null;
  /** The service's own length; one provider's may differ: see `minutesByProvider`. */
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly modality: Modality;
  readonly instructions: LocalText;
  readonly whatToBring: LocalText;
  readonly onlineBookable: boolean;
  readonly active: boolean;
  readonly version: number;
  /** Active providers of the service, in the directory's order. */
  readonly providerIds: readonly string[];
  /** How long a visit takes with each of them, and with those no longer active. */
  readonly minutesByProvider: ReadonlyMap<string, number>;
  /** Active rooms of which one is assigned; empty when the service has none to assign. */
  readonly roomIds: readonly string[];
  /** The service names rooms, active or not: without a free one it cannot be booked. */
  readonly needsRoom: boolean;
  /** Service over department over organisation over defaults. */
  readonly policy: Policy;
}

export interface CatalogueProvider {
  readonly id: string;
  readonly key: string;
  readonly role: "doctor" | "nurse";
  readonly prefix: string;
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string | null;
  /** `Dra. Ana García López` */
  readonly displayName: string;
  readonly initials: string;
  readonly languages: readonly string[];
  readonly specialties: readonly string[];
  readonly departmentIds: readonly string[];
  readonly serviceIds: readonly string[];
  /** Where the provider has opening hours. */
  readonly locationIds: readonly string[];
  readonly bio: LocalText;
  readonly scheduleVersion: number;
  readonly active: boolean;
}

export interface CatalogueDepartment {
  readonly id: string;
  readonly key: string;
  readonly name: LocalText;
  readonly phone: string | null;
  readonly policy: PolicyPart;
  readonly locationIds: readonly string[];
  readonly active: boolean;
}

export interface CatalogueLocation {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly zone: string;
  readonly addressLines: readonly string[];
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly phone: string;
  readonly mapUrl: string | null;
  readonly directions: LocalText;
  readonly active: boolean;
}

export type CatalogueRoom = RoomRow;
export type CatalogueOrganisation = OrganisationRow;
export interface CatalogueSpecialty {
  readonly code: SpecialtyRow["code"];
  readonly name: LocalText;
}

export interface Catalogue {
  readonly organisation: CatalogueOrganisation;
  readonly services: ReadonlyMap<string, CatalogueService>;
  readonly providers: ReadonlyMap<string, CatalogueProvider>;
  readonly rooms: ReadonlyMap<string, CatalogueRoom>;
  readonly locations: ReadonlyMap<string, CatalogueLocation>;
  readonly departments: ReadonlyMap<string, CatalogueDepartment>;
  /** By code. */
  readonly specialties: ReadonlyMap<string, CatalogueSpecialty>;
}
