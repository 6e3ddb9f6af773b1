import type { CommandTexts } from "./texts.ts";

const help = `Usage:
  cita clinic import FILE [--dry-run]
      Sets up an organisation from its file, or brings it to what the file says. Safe to repeat.
      --dry-run   Check the file and say what would change, without changing anything.

  cita patients import --organisation SLUG FILE...
      Brings in patients from CSV files or FHIR R4 bundles. Safe to repeat.

  cita history import --organisation SLUG FILE.jsonl
      Brings in appointments of the past and the future. Nobody gets a message. Safe to repeat.

  cita audit verify [--organisation SLUG]
      Checks that no record of what was done has been changed, removed or invented.

  cita --help
      This text.

docs/IMPORT.md describes the files. The database is the one that 'npm start' uses: the data folder in CITA_DATA_DIR, or
DATABASE_URL. It may be running or not.

Exit codes: 0 all done; 1 nothing done, or the audit record is broken; 2 the command was not understood;
3 done, but some records were refused.`;

const number = (value: number): string => value.toLocaleString("en");
const counted = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

export const englishTexts: CommandTexts = {
  help,
  unknownCommand: (command) => `There is no command '${command}'. 'cita --help' lists them.`,
  unknownOption: (option) => `The option ${option} does not exist here, or lacks its value. See 'cita --help'.`,
  missingFile: () => "Which file? Write its path at the end of the command.",
  missingOrganisation: () => "Which organisation? Add --organisation and its part of the web address.",
  unreadableFile: (path, code) => `${path} cannot be read (${code}). Check the path and that you may read the file.`,
  unknownOrganisation: (slug, known) =>
    known.length === 0
      ? "There is no organisation yet. Import a clinic first: cita clinic import FILE"
      : `There is no organisation '${slug}'. There are: ${known.join(", ")}.`,
  addressTaken: (slug) => `The address '${slug}' was taken by another organisation. Choose another slug in the file.`,
  problems: (count, path) => `${counted(count, "problem", "problems")} in ${path}. Nothing was imported.`,
  dryRun: () => "This was a dry run: nothing was changed.",
  clinicDone: (name, changed) => (changed ? `${name}:` : `${name} is as the file says; nothing to do.`),
  kinds: {
    organisation: "organisation",
    locations: "locations",
    specialties: "specialties",
    departments: "departments",
    rooms: "rooms",
    providers: "providers",
    services: "services",
    schedules: "working hours",
    holidays: "holidays",
    accounts: "staff accounts",
  },
  counts: (created, changed, unchanged) =>
    `${number(created)} new, ${number(changed)} changed, ${number(unchanged)} as before`,
  progress: (done, total) => `${number(done)} of ${number(total)}`,
  notImported: () => "not imported",
  noticed: () => "note",
  patientsDone: (created, changed, unchanged, refused) =>
    `Patients: ${number(created)} new, ${number(changed)} changed, ${number(unchanged)} as before, ${number(refused)} refused.`,
  historyDone: (created, unchanged, refused) =>
    `Appointments: ${number(created)} new, ${number(unchanged)} here already, ${number(refused)} refused.`,
  auditIntact: (slug, checked, waiting) =>
    `${slug}: intact. ${counted(checked, "record", "records")} checked, ${number(waiting)} not sealed yet.`,
  auditBroken: (slug, findings) =>
    `${slug}: NOT INTACT. ${counted(findings, "finding", "findings")}. Keep the database as it is, and compare with a backup.`,
  failed: "It did not work:",
};
