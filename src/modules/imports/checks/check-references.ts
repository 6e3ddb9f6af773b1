/** Every key that is mentioned exists; what was probably meant is named first. */
import type { ClinicFileProblemCode } from "../../../contract/clinic-file/index.ts";
import type { Report } from "../finding.ts";
import { entriesOf, type ReadableClinic } from "../readable-clinic.ts";
import type { Path } from "../readable-part.ts";
import { nearestFirst } from "./nearest-first.ts";

export function checkReferences(file: ReadableClinic, report: Report): void {
  const locations = referenceTo(keysOf(file.locations), "unknown_location", report);
  const departments = referenceTo(keysOf(file.departments), "unknown_department", report);
  const rooms = referenceTo(keysOf(file.rooms), "unknown_room", report);
  const providers = referenceTo(keysOf(file.providers), "unknown_provider", report);
  const specialties = referenceTo(
    [...entriesOf(file.specialties)].map(([, entry]) => entry.code),
    "unknown_specialty",
    report,
  );

  for (const [index, department] of entriesOf(file.departments)) {
    eachOf(department.locations, ["departments", index, "locations"], locations);
  }
  for (const [index, room] of entriesOf(file.rooms)) locations(room.location, ["rooms", index, "location"]);
  for (const [index, holiday] of entriesOf(file.holidays)) {
    eachOf(holiday.locations, ["holidays", index, "locations"], locations);
  }
  for (const [index, member] of entriesOf(file.staff)) {
    eachOf(member.departments, ["staff", index, "departments"], departments);
  }
  for (const [index, provider] of entriesOf(file.providers)) {
    const path: Path = ["providers", index];
    eachOf(provider.specialties, [...path, "specialties"], specialties);
    eachOf(provider.departments, [...path, "departments"], departments);
    for (const [row, hours] of entriesOf(provider.hours))
      locations(hours.location, [...path, "hours", row, "location"]);
    for (const [row, dates] of entriesOf(provider.exceptions)) {
      locations(dates.location, [...path, "exceptions", row, "location"]);
    }
  }
  for (const [index, service] of entriesOf(file.services)) {
    const path: Path = ["services", index];
    departments(service.department, [...path, "department"]);
    specialties(service.specialty, [...path, "specialty"]);
    eachOf(service.room?.anyOf, [...path, "room", "anyOf"], rooms);
    for (const [row, entry] of entriesOf(service.providers)) {
      providers(entry.provider, [...path, "providers", row, "provider"]);
    }
  }
}

type Reference = (key: string | undefined, path: Path) => void;

function referenceTo(keys: readonly (string | undefined)[], code: ClinicFileProblemCode, report: Report): Reference {
  const known = keys.filter((key) => key !== undefined);
  return (key, path) => {
    if (key === undefined || known.includes(key)) return;
    report(path, code, { known: nearestFirst(key, known).slice(0, 8).join(", ") });
  };
}

function eachOf(list: readonly (string | undefined)[] | undefined, path: Path, reference: Reference): void {
  for (const [index, key] of entriesOf(list)) reference(key, [...path, index]);
}

function keysOf(list: readonly ({ readonly key?: string | undefined } | undefined)[] | undefined) {
  return [...entriesOf(list)].map(([, entry]) => entry.key);
}
