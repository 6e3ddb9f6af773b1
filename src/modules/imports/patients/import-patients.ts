/**
 * Patients from a CSV file or a FHIR bundle into one organisation's records.
 *
 * A patient is known again by the identifier of the source (only its keyed hash is stored), so that a file can be
 * imported again after its faults were corrected. An empty value of the file erases nothing, and a contact that its owner
 * has verified is worth more than what a file says of it.
 */
import type { Locale } from "../../../contract/values.ts";
import { localDateOf, minuteOfEpochMs, parseZone } from "../../../domain/time/index.ts";
import { systemClock } from "../../../platform/clock/clock.ts";
import type { Database, Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import type { Keyring } from "../../_kernel/index.ts";
import {
  createPatients,
  type PatientRecord,
  patientsByImportKey,
  readPatients,
  writePatient,
} from "../../patients/index.ts";
import { readText } from "../record-files/read-text.ts";
import type { ProblemListener, RecordProblem } from "../record-files/record-problem.ts";
import { importAuditRow, insertImportAudit } from "../record-import.ts";
import { type CheckedPatient, type ClinicOfPatients, checkPatient } from "./check-patient.ts";
import { readFhirPatients } from "./read-fhir-patients.ts";
import { readPatientCsv } from "./read-patient-csv.ts";
import type { SourcePatient } from "./source-patient.ts";

export interface PatientImportOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** The record was not imported. */
  readonly onRefused?: (problem: RecordProblem) => void;
  /** It was, without the value that is wrong. */
  readonly onNoticed?: (problem: RecordProblem) => void;
}

export interface PatientImportResult {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

const selectClinic = statement<{ country: string; zone: string; defaultLocale: Locale }>(
  "imports.clinic-of-patients",
  `select country, zone, default_locale as "defaultLocale" from organisation where org_id = $1`,
);

/** Each in a transaction of its own: what is done stays done when the machine stops in the middle. */
const patientsAtOnce = 200;

export async function importPatients(
  database: Database,
  keyring: Keyring,
  orgId: string,
  file: Uint8Array,
  { onProgress = () => {}, onRefused = () => {}, onNoticed = () => {} }: PatientImportOptions = {},
): Promise<PatientImportResult> {
  const refusedAt = new Set<number>();
  const problems: ProblemListener = {
    refused: (problem) => {
      refusedAt.add(problem.at);
      onRefused(problem);
    },
    noticed: onNoticed,
  };
  const clinic = await database.transaction({ orgId }, (tx) => clinicOfPatients(tx, orgId));
  const sources = firstOfEachId(sourcesOf(file, problems), problems);
  const checked = sources.flatMap((source) => checkPatient(source, clinic, problems) ?? []);

  const counts = await importCheckedPatients(database, keyring, orgId, checked, onProgress);
  return { ...counts, refused: refusedAt.size };
}

/** Of patients who are known to be in order. */
export async function importCheckedPatients(
  database: Database,
  keyring: Keyring,
  orgId: string,
  checked: readonly CheckedPatient[],
  onProgress: (done: number, total: number) => void,
): Promise<Omit<PatientImportResult, "refused">> {
  const importId = newId();
  const counts = { created: 0, changed: 0, unchanged: 0 };
  for (let first = 0; first < checked.length; first += patientsAtOnce) {
    const some = checked.slice(first, first + patientsAtOnce);
    const { created, changed } = await database.transaction({ orgId }, (tx) =>
      writeSome(tx, keyring, orgId, importId, some),
    );
    counts.created += created;
    counts.changed += changed;
    counts.unchanged += some.length - created - changed;
    onProgress(first + some.length, checked.length);
  }
  return counts;
}

async function clinicOfPatients(tx: Transaction, orgId: string): Promise<ClinicOfPatients> {
  const row = await tx.one(selectClinic, [orgId]);
  const zone = parseZone(row?.zone ?? "");
  if (row === undefined || !zone.ok) throw new Error(`organisation ${orgId} has no row with a zone`);
  const { country, defaultLocale } = row;
  return { country, defaultLocale, today: localDateOf(minuteOfEpochMs(systemClock.nowMs()), zone.zone) };
}

function sourcesOf(file: Uint8Array, problems: ProblemListener): SourcePatient[] {
  const text = readText(file);
  if (text === null) problems.refused({ code: "not_utf8", at: 0, params: {} });
  else if (text.trim() === "") problems.refused({ code: "empty_file", at: 0, params: {} });
  else if (/^\s*[{[]/.test(text)) return readFhirPatients(text, problems);
  else return readPatientCsv(text, problems);
  return [];
}

function firstOfEachId(sources: readonly SourcePatient[], problems: ProblemListener): SourcePatient[] {
  const seen = new Map<string, number>();
  return sources.filter(({ id, at }) => {
    const key = id.trim();
    const other = seen.get(key);
    if (key === "" || other === undefined) {
      seen.set(key, at);
      return true;
    }
    problems.refused({ code: "duplicate_id", at, params: { other } });
    return false;
  });
}

async function writeSome(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  importId: string,
  some: readonly CheckedPatient[],
): Promise<{ created: number; changed: number }> {
  const importKeys = some.map(({ details }) => details.importKey);
  const idOf = await patientsByImportKey(tx, keyring, orgId, importKeys);
  const records = await readPatients(tx, keyring, orgId, [...idOf.values()]);

  const unknown = some.filter(({ details }) => !idOf.has(details.importKey)).map(({ details }) => details);
  const created = (await createPatients(tx, keyring, orgId, unknown, "import")).filter((record) => record !== null);
  const audit = created.map(({ id }) => ({ patientId: id, intent: "created", fields: [] as string[] }));

  for (const patient of some) {
    // An erased patient has no record to read any more, and is not brought back.
    const record = records.get(idOf.get(patient.details.importKey) ?? "");
    if (record === undefined) continue;
    const wanted = recordAfter(record, patient);
    const fields = comparedFields.filter((field) => record[field] !== wanted[field]);
    if (fields.length === 0) continue;
    // Somebody at the desk was quicker: the next import compares with what they wrote.
    if (!(await writePatient(tx, keyring, orgId, wanted, record.version))) continue;
    audit.push({ patientId: record.id, intent: "changed", fields: [...fields] });
  }
  const rows = audit.map(({ patientId, intent, fields }) =>
    importAuditRow(keyring, orgId, importId, {
      ...{ action: "patient.import", intent, subjectType: "patient", subjectId: patientId, patientId },
      details: { fields },
    }),
  );
  await insertImportAudit(tx, orgId, rows);
  return { created: created.length, changed: audit.length - created.length };
}

const comparedFields = [
  "given",
  "family",
  "secondFamily",
  "birthDate",
  "email",
  "phone",
  "locale",
  "recordNumber",
] as const satisfies readonly (keyof PatientRecord)[];

function recordAfter(record: PatientRecord, { details, saysLocale }: CheckedPatient): PatientRecord {
  const { given, family, secondFamily, birthDate, email, phone, locale, recordNumber } = details;
  return {
    ...record,
    ...{ given, family },
    secondFamily: secondFamily ?? record.secondFamily,
    birthDate: birthDate ?? record.birthDate,
    email: record.emailVerifiedAt === null ? (email ?? record.email) : record.email,
    phone: record.phoneVerifiedAt === null ? (phone ?? record.phone) : record.phone,
    locale: saysLocale ? locale : record.locale,
    recordNumber: recordNumber ?? record.recordNumber,
  };
}
