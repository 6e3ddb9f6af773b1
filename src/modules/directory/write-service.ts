import type { PolicyPart } from "../../domain/policy/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { ServiceSettings } from "./service-settings.ts";

const insertRow = statement(
  "directory.insert-service",
  `insert into service (org_id, id, name_en, name_es, description_en, description_es, department_id, specialty_code,
     duration_minutes, buffer_before_minutes, buffer_after_minutes, modality, instructions_en, instructions_es,
     what_to_bring_en, what_to_bring_es, online_bookable, active, policy, key, position)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
     (select coalesce(max(position), 0) + 1 from service where org_id = $1))`,
);

const updateRow = statement(
  "directory.update-service",
  `update service set name_en = $3, name_es = $4, description_en = $5, description_es = $6, department_id = $7,
     specialty_code = $8, duration_minutes = $9, buffer_before_minutes = $10, buffer_after_minutes = $11, modality = $12,
     instructions_en = $13, instructions_es = $14, what_to_bring_en = $15, what_to_bring_es = $16, online_bookable = $17,
     active = $18, policy = $19, version = version + 1
   where org_id = $1 and id = $2 and version = $20`,
);

const deleteProviders = statement(
  "directory.delete-service-providers",
  "delete from service_provider where org_id = $1 and service_id = $2",
);
const insertProviders = statement(
  "directory.insert-service-providers",
  `insert into service_provider (org_id, service_id, provider_id, duration_minutes)
   select $1, $2, provider_id, duration_minutes from unnest($3::uuid[], $4::int[]) as given (provider_id, duration_minutes)`,
);
const deleteRooms = statement(
  "directory.delete-service-rooms",
  "delete from service_room where org_id = $1 and service_id = $2",
);
const insertRooms = statement(
  "directory.insert-service-rooms",
  `insert into service_room (org_id, service_id, room_id)
   select $1, $2, room_id from unnest($3::uuid[]) as given (room_id)`,
);

function columnsOf(settings: ServiceSettings, policy: PolicyPart): unknown[] {
  const { name, description, instructions, whatToBring } = settings;
  return [
    ...[name.en.trim(), name.es.trim(), description.en, description.es, settings.departmentId, settings.specialty],
    ...[settings.durationMinutes, settings.bufferBeforeMinutes, settings.bufferAfterMinutes, settings.modality],
    ...[instructions.en, instructions.es, whatToBring.en, whatToBring.es, settings.onlineBookable, settings.active],
    policy,
  ];
}

/** A service made here has its id for a key; keys of their own are given by clinic files. */
export async function insertService(
  tx: Transaction,
  orgId: string,
  id: string,
  settings: ServiceSettings,
  policy: PolicyPart,
): Promise<void> {
  await tx.run(insertRow, [orgId, id, ...columnsOf(settings, policy), id]);
  await writeWhoAndWhere(tx, orgId, id, settings);
}

/** False: the service has another version by now. */
export async function replaceService(
  tx: Transaction,
  orgId: string,
  { id, version }: { readonly id: string; readonly version: number },
  settings: ServiceSettings,
  policy: PolicyPart,
): Promise<boolean> {
  if ((await tx.run(updateRow, [orgId, id, ...columnsOf(settings, policy), version])) === 0) return false;
  await tx.run(deleteProviders, [orgId, id]);
  await tx.run(deleteRooms, [orgId, id]);
  await writeWhoAndWhere(tx, orgId, id, settings);
  return true;
}

async function writeWhoAndWhere(tx: Transaction, orgId: string, id: string, settings: ServiceSettings): Promise<void> {
  const minutes = new Map(settings.providers.map((each) => [each.providerId, each.durationMinutes]));
  await tx.run(insertProviders, [orgId, id, [...minutes.keys()], [...minutes.values()]]);
  await tx.run(insertRooms, [orgId, id, [...new Set(settings.roomIds)]]);
}
