/** Locations, specialties, departments and rooms. */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import type { ImportMarks } from "./import-report.ts";
import { insertResources } from "./insert-resources.ts";
import { type IdsByKey, idOf, idsFor, keyedTable, writeKeyed } from "./keyed-table.ts";
import { ownedRows, writeOwned } from "./owned-rows.ts";
import { textColumns } from "./text-columns.ts";

const locationTable = keyedTable("locations", "location", [
  ...["name", "zone", "address_lines", "city", "region", "postal_code", "country", "phone", "map_url"],
  ...["directions_en", "directions_es", "position", "active"],
]);
const departmentTable = keyedTable("departments", "department", [
  ...["name_en", "name_es", "phone", "policy", "position", "active"],
]);
const departmentLocations = ownedRows("department_location", "department_id", ["location_id"]);
const roomTable = keyedTable("rooms", "room", ["name", "location_id", "kind", "position", "active"]);

const selectSpecialties = statement<{ code: string }>(
  "imports.known-specialty",
  "select code from specialty where org_id = $1",
);
const writeSpecialties = statement<{ code: string }>(
  "imports.write-specialty",
  `insert into specialty (org_id, code, name_en, name_es)
   select $1, w.code, w.name_en, w.name_es from jsonb_populate_recordset(null::specialty, $2) w
   on conflict (org_id, code) do update set name_en = excluded.name_en, name_es = excluded.name_es
   where (specialty.name_en, specialty.name_es) is distinct from (excluded.name_en, excluded.name_es)
   returning code`,
);

export async function applyLocations(
  tx: Transaction,
  orgId: string,
  { locations, organisation }: ClinicFile,
  marks: ImportMarks,
): Promise<IdsByKey> {
  const known = await idsFor(tx, orgId, locationTable, keysOf(locations));
  const rows = locations.map((location, position) => ({
    key: location.key,
    columns: {
      name: location.name,
      zone: location.zone,
      address_lines: location.addressLines,
      city: location.city,
      region: location.region ?? "",
      postal_code: location.postalCode ?? "",
      country: location.country,
      phone: location.phone ?? organisation.phone,
      map_url: location.mapUrl ?? null,
      ...textColumns("directions", location.directions),
      position,
      active: true,
    },
  }));
  await writeKeyed(tx, orgId, locationTable, known, rows, marks);
  return known.ids;
}

export async function applySpecialties(
  tx: Transaction,
  orgId: string,
  { specialties }: ClinicFile,
  marks: ImportMarks,
): Promise<void> {
  const known = new Set((await tx.all(selectSpecialties, [orgId])).map(({ code }) => code));
  const records = specialties.map(({ code, name }) => ({ code, ...textColumns("name", name) }));
  const written = new Set((await tx.all(writeSpecialties, [orgId, JSON.stringify(records)])).map(({ code }) => code));
  for (const { code } of specialties) {
    marks.note("specialties", code, !known.has(code) ? "created" : written.has(code) ? "changed" : "unchanged");
  }
}

export async function applyDepartments(
  tx: Transaction,
  orgId: string,
  { departments }: ClinicFile,
  locationIds: IdsByKey,
  marks: ImportMarks,
): Promise<IdsByKey> {
  const known = await idsFor(tx, orgId, departmentTable, keysOf(departments));
  const rows = departments.map(({ key, name, phone, policy }, position) => ({
    key,
    columns: { ...textColumns("name", name), phone: phone ?? null, policy: policy ?? {}, position, active: true },
  }));
  await writeKeyed(tx, orgId, departmentTable, known, rows, marks);

  const places = departments.flatMap(({ key, locations }) =>
    locations.map((location) => ({
      department_id: idOf(known.ids, key),
      location_id: idOf(locationIds, location),
    })),
  );
  const ownerIds = departments.map(({ key }) => idOf(known.ids, key));
  const moved = await writeOwned(tx, orgId, departmentLocations, ownerIds, places);
  for (const { key } of departments) {
    if (moved.has(idOf(known.ids, key))) marks.note("departments", key, "changed");
  }
  return known.ids;
}

export async function applyRooms(
  tx: Transaction,
  orgId: string,
  { rooms }: ClinicFile,
  locationIds: IdsByKey,
  marks: ImportMarks,
): Promise<IdsByKey> {
  const known = await idsFor(tx, orgId, roomTable, keysOf(rooms));
  await insertResources(tx, orgId, "room", known);
  const rows = rooms.map(({ key, name, location, kind }, position) => ({
    key,
    columns: { name, location_id: idOf(locationIds, location), kind, position, active: true },
  }));
  await writeKeyed(tx, orgId, roomTable, known, rows, marks);
  return known.ids;
}

const keysOf = (entries: readonly { readonly key: string }[]): string[] => entries.map(({ key }) => key);
