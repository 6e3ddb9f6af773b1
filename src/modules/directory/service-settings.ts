/** A service as administrators see and write it. */
import type { z } from "zod";
import type { AdminService, serviceSettings } from "../../contract/routes/administration.ts";
import type { LocalText } from "../../contract/values.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { FieldProblem } from "../_kernel/index.ts";
import { policyFieldProblems, shownPolicy } from "../organisations/index.ts";
import { readDepartments, readOrganisation, readRooms, readSpecialties } from "./read-directory.ts";
import { readProviders } from "./read-providers.ts";
import { readServices, type ServiceRow } from "./read-services.ts";

export type ServiceSettings = z.infer<typeof serviceSettings>;

export function presentAdminService(row: ServiceRow): AdminService {
  const { id, version, departmentId, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = row;
  const { modality, onlineBookable, active } = row;
  return {
    ...{ id, version, departmentId, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes },
    ...{ modality, onlineBookable, active },
    name: { en: row.nameEn, es: row.nameEs },
    description: { en: row.descriptionEn, es: row.descriptionEs },
    specialty: row.specialtyCode,
    instructions: { en: row.instructionsEn, es: row.instructionsEs },
    whatToBring: { en: row.whatToBringEn, es: row.whatToBringEs },
    providers: row.providers.map((each) => ({ ...each })),
    roomIds: [...row.roomIds],
    policy: shownPolicy(row.policy),
  };
}

export async function adminServiceOf(tx: Transaction, orgId: string, id: string): Promise<AdminService> {
  const row = (await readServices(tx, orgId)).find((each) => each.id === id);
  if (row === undefined) throw new Error(`service ${id} has no row`);
  return presentAdminService(row);
}

/** Everything wrong with these settings: missing names, references to what is not here, rules out of bounds. */
export async function serviceProblems(
  tx: Transaction,
  orgId: string,
  settings: ServiceSettings,
): Promise<FieldProblem[]> {
  const unknown = (path: string): FieldProblem => ({ path, code: "unknown_reference" });
  const departments = idsOf(await readDepartments(tx, orgId));
  const specialties = new Set((await readSpecialties(tx, orgId)).map(({ code }) => code));
  const providers = idsOf(await readProviders(tx, orgId));
  const rooms = idsOf(await readRooms(tx, orgId));
  return [
    ...missingNames(settings.name, (await readOrganisation(tx, orgId))?.locales ?? []),
    ...(departments.has(settings.departmentId) ? [] : [unknown("departmentId")]),
    ...(settings.specialty === null || specialties.has(settings.specialty) ? [] : [unknown("specialty")]),
    ...settings.providers.flatMap(({ providerId }, index) =>
      providers.has(providerId) ? [] : [unknown(`providers.${index}.providerId`)],
    ),
    ...settings.roomIds.flatMap((roomId, index) => (rooms.has(roomId) ? [] : [unknown(`roomIds.${index}`)])),
    ...policyFieldProblems(settings.policy),
  ];
}

const idsOf = (rows: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));

/** A name is needed in each language that the organisation speaks; in the others readers get the first language's. */
function missingNames(name: LocalText, locales: readonly (keyof LocalText)[]): FieldProblem[] {
  return locales.flatMap((locale) =>
    name[locale].trim() === "" ? [{ path: `name.${locale}`, code: "required" }] : [],
  );
}
