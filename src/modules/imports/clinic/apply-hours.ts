/**
 * Opening hours, exceptions and holidays. Whoever's hours changed gets a new schedule version and is named in an
 * `hours.changed` event, so that the memory of every node and the open pages read them again.
 */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import { announceHours } from "../announce-hours.ts";
import { holidaysOf, openingRulesOf, scheduleExceptionsOf } from "../clinic-schedule.ts";
import type { ImportMarks } from "./import-report.ts";
import { type IdsByKey, idOf } from "./keyed-table.ts";
import { ownedRows, writeOwned } from "./owned-rows.ts";

const openings = ownedRows(
  "opening",
  "resource_id",
  ["location_id", "weekday", "from_minute", "to_minute", "effect", "valid_from", "valid_to"],
  { hasId: true },
);
const exceptions = ownedRows(
  "schedule_exception",
  "resource_id",
  ["location_id", "local_date", "kind", "from_minute", "to_minute"],
  { hasId: true },
);

const raiseScheduleVersions = statement(
  "imports.raise-schedule-versions",
  "update provider set schedule_version = schedule_version + 1 where org_id = $1 and id = any($2)",
);
const removeHolidays = statement<{ localDate: string }>(
  "imports.remove-holidays",
  `delete from holiday h where h.org_id = $1 and not exists (
     select from jsonb_populate_recordset(null::holiday, $2) w
     where (w.local_date, w.location_id, w.name_en, w.name_es)
       is not distinct from (h.local_date, h.location_id, h.name_en, h.name_es))
   returning h.local_date as "localDate"`,
);
const addHolidays = statement<{ localDate: string }>(
  "imports.add-holidays",
  `insert into holiday (org_id, id, local_date, location_id, name_en, name_es)
   select $1, w.id, w.local_date, w.location_id, w.name_en, w.name_es
   from jsonb_populate_recordset(null::holiday, $2) w
   on conflict (org_id, local_date, location_id) do nothing
   returning local_date as "localDate"`,
);

export async function applyHours(
  tx: Transaction,
  orgId: string,
  clinic: ClinicFile,
  { providers, locations }: { readonly providers: IdsByKey; readonly locations: IdsByKey },
  marks: ImportMarks,
): Promise<void> {
  const ownerIds = clinic.providers.map(({ key }) => idOf(providers, key));
  const reopened = await writeOwned(tx, orgId, openings, ownerIds, openingRows(clinic, providers, locations));
  const excepted = await writeOwned(tx, orgId, exceptions, ownerIds, exceptionRows(clinic, providers, locations));
  const holidaysChanged = await applyHolidays(tx, orgId, clinic, locations, marks);

  const touched = ownerIds.filter((id) => reopened.has(id) || excepted.has(id));
  for (const { key } of clinic.providers) {
    const isTouched = touched.includes(idOf(providers, key));
    marks.note("schedules", key, !isTouched ? "unchanged" : marks.isNew("providers", key) ? "created" : "changed");
  }
  if (touched.length > 0) await tx.run(raiseScheduleVersions, [orgId, touched]);
  const toReload = holidaysChanged ? [...providers.values()] : touched;
  if (toReload.length > 0) await announceHours(tx, orgId, toReload);
}

function openingRows(clinic: ClinicFile, providers: IdsByKey, locations: IdsByKey) {
  return clinic.providers
    .flatMap((provider) => openingRulesOf(provider, clinic))
    .map((rule) => ({
      resource_id: idOf(providers, rule.resourceId),
      location_id: idOf(locations, rule.locationId),
      weekday: rule.weekday,
      from_minute: rule.fromMinute,
      to_minute: rule.toMinute,
      effect: rule.effect,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
    }));
}

/** A closed date is closed whole: it has no minutes. */
function exceptionRows(clinic: ClinicFile, providers: IdsByKey, locations: IdsByKey) {
  return clinic.providers.flatMap((provider) =>
    scheduleExceptionsOf(provider, clinic).map(({ locationId, localDate, kind, fromMinute, toMinute }) => ({
      resource_id: idOf(providers, provider.key),
      location_id: locationId === null ? null : idOf(locations, locationId),
      local_date: localDate,
      kind,
      from_minute: kind === "closed" ? null : fromMinute,
      to_minute: kind === "closed" ? null : toMinute,
    })),
  );
}

/** The file's holidays are all there are. A language that a name lacks takes the other's. */
async function applyHolidays(
  tx: Transaction,
  orgId: string,
  clinic: ClinicFile,
  locations: IdsByKey,
  marks: ImportMarks,
): Promise<boolean> {
  const names = new Map<string, { readonly en?: string | undefined; readonly es?: string | undefined }>(
    clinic.holidays.map(({ date, name }) => [date, name]),
  );
  const records = JSON.stringify(
    holidaysOf(clinic).map(({ localDate, locationId }) => {
      const name = names.get(localDate);
      return {
        id: newId(),
        local_date: localDate,
        location_id: locationId === null ? null : idOf(locations, locationId),
        name_en: name?.en ?? name?.es ?? "",
        name_es: name?.es ?? name?.en ?? "",
      };
    }),
  );
  const removed = new Set((await tx.all(removeHolidays, [orgId, records])).map(({ localDate }) => localDate));
  const added = new Set((await tx.all(addHolidays, [orgId, records])).map(({ localDate }) => localDate));
  for (const date of removed) marks.note("holidays", date, "changed");
  for (const { date } of clinic.holidays) {
    marks.note("holidays", date, added.has(date) && !removed.has(date) ? "created" : "unchanged");
  }
  return removed.size + added.size > 0;
}
