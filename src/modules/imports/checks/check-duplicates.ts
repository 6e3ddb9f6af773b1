/** What must be there once: keys, entries of lists, people's e-mail addresses, holidays. */
import type { ClinicFileProblemCode } from "../../../contract/clinic-file/index.ts";
import type { Report } from "../finding.ts";
import { entriesOf, type ReadableClinic } from "../readable-clinic.ts";
import type { Path } from "../readable-part.ts";

type Placed = readonly [path: Path, value: string | undefined];

export function checkDuplicates(file: ReadableClinic, report: Report): void {
  for (const section of ["locations", "departments", "rooms", "providers", "services"] as const) {
    const keys = [...entriesOf<{ readonly key?: string | undefined }>(file[section])];
    reportRepeated(
      keys.map(([index, entry]) => [[section, index, "key"], entry.key]),
      "duplicate_key",
      report,
    );
  }
  const specialties = [...entriesOf(file.specialties)];
  reportRepeated(
    specialties.map(([index, entry]) => [["specialties", index, "code"], entry.code]),
    "duplicate_key",
    report,
  );
  checkLists(file, report);
  checkEmails(file, report);
  checkHolidays(file, report);
}

function checkLists(file: ReadableClinic, report: Report): void {
  const once = (list: readonly (string | undefined)[] | undefined, path: Path) =>
    reportRepeated(
      (list ?? []).map((value, index) => [[...path, index], value]),
      "duplicate_entry",
      report,
    );

  once(file.organisation?.locales, ["organisation", "locales"]);
  for (const [index, department] of entriesOf(file.departments)) {
    once(department.locations, ["departments", index, "locations"]);
  }
  for (const [index, room] of entriesOf(file.rooms)) once(room.capabilities, ["rooms", index, "capabilities"]);
  for (const [index, provider] of entriesOf(file.providers)) {
    once(provider.specialties, ["providers", index, "specialties"]);
    once(provider.languages, ["providers", index, "languages"]);
    once(provider.departments, ["providers", index, "departments"]);
    for (const [row, hours] of entriesOf(provider.hours)) once(hours.days, ["providers", index, "hours", row, "days"]);
  }
  for (const [index, service] of entriesOf(file.services)) {
    once(service.room?.anyOf, ["services", index, "room", "anyOf"]);
    const providers = [...entriesOf(service.providers)];
    const placed = providers.map(
      ([row, entry]): Placed => [["services", index, "providers", row, "provider"], entry.provider],
    );
    reportRepeated(placed, "duplicate_entry", report);
  }
  for (const [index, member] of entriesOf(file.staff)) once(member.departments, ["staff", index, "departments"]);
}

/** People sign in with their address, so no two of them may share one, whatever its capitals. */
function checkEmails(file: ReadableClinic, report: Report): void {
  const placed = (["providers", "staff"] as const).flatMap((section) =>
    [...entriesOf<{ readonly email?: string | undefined }>(file[section])].map(
      ([index, person]): Placed => [[section, index, "email"], person.email?.toLowerCase()],
    ),
  );
  reportRepeated(placed, "duplicate_email", report);
}

/** The same day twice is fine for two different places, and not when one of the two means all places. */
function checkHolidays(file: ReadableClinic, report: Report): void {
  const earlier: { index: number; date: string; locations: readonly (string | undefined)[] | undefined }[] = [];
  for (const [index, { date, locations }] of entriesOf(file.holidays)) {
    if (date === undefined) continue;
    const same = earlier.find(
      (other) =>
        other.date === date &&
        (!locations || !other.locations || locations.some((location) => other.locations?.includes(location))),
    );
    if (same) report(["holidays", index, "date"], "duplicate_holiday", {}, ["holidays", same.index, "date"]);
    else earlier.push({ index, date, locations });
  }
}

function reportRepeated(values: readonly Placed[], code: ClinicFileProblemCode, report: Report): void {
  const first = new Map<string, Path>();
  for (const [path, value] of values) {
    if (value === undefined) continue;
    const earlier = first.get(value);
    if (earlier) report(path, code, {}, earlier);
    else first.set(value, path);
  }
}
