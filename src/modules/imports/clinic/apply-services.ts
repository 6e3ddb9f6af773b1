/** Services, with who gives them and which rooms they may take. */
import type { ClinicFile, ServiceEntry } from "../../../contract/clinic-file/index.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { roomsForService } from "../rooms-for-service.ts";
import type { ImportMarks } from "./import-report.ts";
import { type IdsByKey, idOf, idsFor, keyedTable, writeKeyed } from "./keyed-table.ts";
import { ownedRows, writeOwned } from "./owned-rows.ts";
import { textColumns } from "./text-columns.ts";

const serviceTable = keyedTable(
  "services",
  "service",
  [
    ...["name_en", "name_es", "description_en", "description_es", "department_id", "specialty_code"],
    ...["duration_minutes", "buffer_before_minutes", "buffer_after_minutes", "modality"],
    ...["instructions_en", "instructions_es", "what_to_bring_en", "what_to_bring_es"],
    ...["online_bookable", "policy", "position", "active"],
  ],
  { versioned: true },
);
const serviceProviders = ownedRows("service_provider", "service_id", ["provider_id", "duration_minutes"]);
const serviceRooms = ownedRows("service_room", "service_id", ["room_id"]);

export interface ServiceParts {
  readonly departments: IdsByKey;
  readonly providers: IdsByKey;
  readonly rooms: IdsByKey;
}

export async function applyServices(
  tx: Transaction,
  orgId: string,
  clinic: ClinicFile,
  parts: ServiceParts,
  marks: ImportMarks,
): Promise<void> {
  const { services } = clinic;
  const keys = services.map(({ key }) => key);
  const known = await idsFor(tx, orgId, serviceTable, keys);
  const rows = services.map((service, position) => ({
    key: service.key,
    columns: {
      ...serviceColumns(service),
      department_id: idOf(parts.departments, service.department),
      position,
      active: true,
    },
  }));
  await writeKeyed(tx, orgId, serviceTable, known, rows, marks);

  const providers = services.flatMap((service) =>
    service.providers.map(({ provider, durationMinutes }) => ({
      service_id: idOf(known.ids, service.key),
      provider_id: idOf(parts.providers, provider),
      duration_minutes: durationMinutes ?? null,
    })),
  );
  const rooms = services.flatMap((service) =>
    roomsForService(service, clinic).map((room) => ({
      service_id: idOf(known.ids, service.key),
      room_id: idOf(parts.rooms, room),
    })),
  );
  const ownerIds = keys.map((key) => idOf(known.ids, key));
  const restaffed = await writeOwned(tx, orgId, serviceProviders, ownerIds, providers);
  const rehoused = await writeOwned(tx, orgId, serviceRooms, ownerIds, rooms);
  for (const key of keys) {
    const id = idOf(known.ids, key);
    if (restaffed.has(id) || rehoused.has(id)) marks.note("services", key, "changed");
  }
}

function serviceColumns(service: ServiceEntry): Record<string, unknown> {
  return {
    ...textColumns("name", service.name),
    ...textColumns("description", service.description),
    ...textColumns("instructions", service.instructions),
    ...textColumns("what_to_bring", service.whatToBring),
    specialty_code: service.specialty,
    duration_minutes: service.durationMinutes,
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    modality: service.modality,
    online_bookable: service.onlineBookable,
    policy: service.policy ?? {},
  };
}
