/** Reads the whole directory and puts it together; seven queries, about once in five seconds per node. */
import type { Locale, LocalText } from "../../contract/values.ts";
import { type PolicyPart, resolvePolicy } from "../../domain/policy/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type {
  Catalogue,
  CatalogueDepartment,
  CatalogueProvider,
  CatalogueRoom,
  CatalogueService,
} from "./catalogue.ts";
import { displayNameOf, initialsOf } from "./provider-name.ts";
import { readDepartments, readLocations, readOrganisation, readRooms, readSpecialties } from "./read-directory.ts";
import { type ProviderRow, readProviders } from "./read-providers.ts";
import { readServices, type ServiceRow } from "./read-services.ts";

export async function readCatalogue(tx: Transaction, orgId: string): Promise<Catalogue> {
  const organisation = await readOrganisation(tx, orgId);
  if (organisation === undefined) throw new Error(`organisation ${orgId} has no row`);
  const text = textIn(organisation.defaultLocale);
  const departments = byId(
    (await readDepartments(tx, orgId)).map(({ nameEn, nameEs, ...row }) => ({ ...row, name: text(nameEn, nameEs) })),
  );
  const locations = (await readLocations(tx, orgId)).map(({ directionsEn, directionsEs, ...row }) => ({
    ...row,
    directions: text(directionsEn, directionsEs),
  }));
  const specialties = (await readSpecialties(tx, orgId)).map(({ code, nameEn, nameEs }) => ({
    code,
    name: text(nameEn, nameEs),
  }));
  const rooms = byId(await readRooms(tx, orgId));
  const providers = byId((await readProviders(tx, orgId)).map((row) => providerOf(row, text)));
  const levels = {
    // Guest booking stands in a column of its own, but is a rule like the others.
    organisation: { ...organisation.policy, guestBooking: organisation.guestBooking },
    departments,
    providers,
    rooms,
  };
  const services = (await readServices(tx, orgId)).map((row) => serviceOf(row, levels, text));
  return {
    organisation,
    departments,
    locations: byId(locations),
    specialties: new Map(specialties.map((specialty) => [specialty.code, specialty])),
    rooms,
    providers,
    services: byId(services),
  };
}

type TextOf = (en: string, es: string) => LocalText;

function textIn(firstLanguage: Locale): TextOf {
  return (en, es) => {
    const first = { en, es }[firstLanguage];
    return { en: en || first, es: es || first };
  };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function providerOf({ bioEn, bioEs, version: _version, ...row }: ProviderRow, text: TextOf): CatalogueProvider {
  return { ...row, displayName: displayNameOf(row), initials: initialsOf(row), bio: text(bioEn, bioEs) };
}

interface Levels {
  readonly organisation: PolicyPart;
  readonly departments: ReadonlyMap<string, CatalogueDepartment>;
  readonly providers: ReadonlyMap<string, CatalogueProvider>;
  readonly rooms: ReadonlyMap<string, CatalogueRoom>;
}

function serviceOf(row: ServiceRow, levels: Levels, text: TextOf): CatalogueService {
  const { id, key, departmentId, specialtyCode, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = row;
  const { modality, onlineBookable, active, version } = row;
  const minutes = row.providers.map((each) => [each.providerId, each.durationMinutes ?? durationMinutes] as const);
  return {
    ...{ id, key, departmentId, specialtyCode, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes },
    ...{ modality, onlineBookable, active, version },
    name: text(row.nameEn, row.nameEs),
    description: text(row.descriptionEn, row.descriptionEs),
    instructions: text(row.instructionsEn, row.instructionsEs),
    whatToBring: text(row.whatToBringEn, row.whatToBringEs),
    providerIds: minutes.map(([providerId]) => providerId).filter((each) => levels.providers.get(each)?.active),
    minutesByProvider: new Map(minutes),
    roomIds: row.roomIds.filter((each) => levels.rooms.get(each)?.active),
    needsRoom: row.roomIds.length > 0,
    policy: resolvePolicy(levels.organisation, levels.departments.get(departmentId)?.policy, row.policy),
  };
}
