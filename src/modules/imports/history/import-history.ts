/**
 * Appointments of the past and the future into one organisation, in bulk: as they happened, recorded now, without any
 * message. The rule that nothing is booked into the past is the only one that is set aside; the life of an appointment
 * and the constraint against overlaps hold as ever.
 */
import { agreedPolicyOf } from "../../../domain/policy/index.ts";
import { MINUTES_PER_DAY } from "../../../domain/time/index.ts";
import { keyedHash } from "../../../platform/crypto/keyed-hash.ts";
import type { Database, Transaction } from "../../../platform/db/database.ts";
import { sqlStateOf } from "../../../platform/db/database-error.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import type { Keyring } from "../../_kernel/index.ts";
import { catalogueOf } from "../../directory/index.ts";
import { patientsByImportKey } from "../../patients/index.ts";
import { announceHours } from "../announce-hours.ts";
import type { RecordProblem } from "../record-files/record-problem.ts";
import { importAuditRow, insertImportAudit } from "../record-import.ts";
import { type ClinicKeys, clinicKeys, placesOf, type VisitPlaces } from "./clinic-keys.ts";
import { historyRows, type ResolvedVisit } from "./history-rows.ts";
import type { HistoryVisit } from "./history-visit.ts";
import { lifeOf } from "./visit-life-steps.ts";
import { writeHistory } from "./write-history.ts";

export interface HistoryImportOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly onRefused?: (problem: RecordProblem) => void;
}

export interface HistoryImportResult {
  readonly created: number;
  /** Imported before. */
  readonly unchanged: number;
  readonly refused: number;
}

/** Some 5,000 rows: well below the time that one statement may take, on a slow machine too. */
const visitsAtOnce = 500;

const selectKnown = statement<{ id: string }>(
  "imports.known-appointments",
  "select id from appointment where org_id = $1 and id = any($2)",
);

interface Run {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly orgId: string;
  readonly importId: string;
  readonly keys: ClinicKeys;
  readonly refuse: (problem: RecordProblem) => void;
}

export async function importHistory(
  database: Database,
  keyring: Keyring,
  orgId: string,
  visits: readonly HistoryVisit[],
  { onProgress = () => {}, onRefused = () => {} }: HistoryImportOptions = {},
): Promise<HistoryImportResult> {
  const counts = { created: 0, unchanged: 0, refused: 0 };
  const refuse = (problem: RecordProblem) => {
    counts.refused += 1;
    onRefused(problem);
  };
  const keys = clinicKeys(await catalogueOf(database, orgId));
  const run: Run = { database, keyring, orgId, importId: newId(), keys, refuse };
  const single = firstOfEachKey(visits, refuse);
  const touched = new Set<string>();
  for (let first = 0; first < single.length; first += visitsAtOnce) {
    const some = single.slice(first, first + visitsAtOnce);
    const { fresh, known } = await database.transaction({ orgId }, (tx) => resolveSome(tx, run, some));
    const written = await writeSome(run, fresh);
    for (const { places } of written) {
      touched.add(places.provider.id);
      if (places.room !== null) touched.add(places.room.id);
    }
    counts.created += written.length;
    counts.unchanged += known;
    onProgress(first + some.length, single.length);
  }
  if (touched.size > 0) await database.transaction({ orgId }, (tx) => announceHours(tx, orgId, [...touched]));
  return counts;
}

function firstOfEachKey(visits: readonly HistoryVisit[], refuse: Run["refuse"]): HistoryVisit[] {
  const seen = new Map<string, number>();
  return visits.filter(({ key, at }) => {
    const other = seen.get(key);
    if (other === undefined) seen.set(key, at);
    else refuse({ code: "duplicate_id", at, params: { other } });
    return other === undefined;
  });
}

/** Keys become ids; whatever cannot be, or was never possible, is refused here. */
async function resolveSome(
  tx: Transaction,
  { keyring, orgId, keys, refuse }: Run,
  visits: readonly HistoryVisit[],
): Promise<{ fresh: ResolvedVisit[]; known: number }> {
  const { blindIndex } = await keyring.organisation(tx, orgId);
  const importKeys = [...new Set(visits.map(({ patientId }) => patientId))];
  const patientIds = await patientsByImportKey(tx, keyring, orgId, importKeys);
  const patientKeys = await keyring.patients(tx, orgId, [...patientIds.values()]);
  const idOf = new Map(visits.map((visit) => [visit, importedId(blindIndex, visit.key)]));
  const known = new Set((await tx.all(selectKnown, [orgId, [...idOf.values()]])).map(({ id }) => id));
  const fresh = visits.flatMap((visit): ResolvedVisit[] => {
    const id = idOf.get(visit) ?? "";
    if (known.has(id)) return [];
    const refused = (code: RecordProblem["code"], params: RecordProblem["params"] = {}): ResolvedVisit[] => {
      refuse({ code, at: visit.at, params });
      return [];
    };
    const patientId = patientIds.get(visit.patientId) ?? "";
    const patientKey = patientKeys.get(patientId);
    // Of an erased patient only the row is left, without its key.
    if (patientKey === undefined) return refused("unknown_patient");
    const places = placesOf(keys, visit);
    if ("unknown" in places) return refused(places.unknown, { found: places.found });
    if (!hasPossibleLength(visit, places)) return refused("wrong_length");
    const life = lifeOf(visit, agreedPolicyOf(places.service.policy));
    return life.ok
      ? [{ orgId, id, visit, places, life, patientId, patientKey }]
      : refused("out_of_order", { step: life.step });
  });
  return { fresh, known: known.size };
}

/** With its buffers a visit takes its room for a day at most. */
function hasPossibleLength({ startsAt, endsAt }: HistoryVisit, { service }: VisitPlaces): boolean {
  const taken = endsAt - startsAt + service.bufferBeforeMinutes + service.bufferAfterMinutes;
  return startsAt < endsAt && taken <= MINUTES_PER_DAY;
}

/** The same id for the same key in every run; version 8 of RFC 9562, made from a keyed hash. */
function importedId(blindIndex: Buffer, key: string): string {
  const bytes = keyedHash(blindIndex, `appointment|${key}`).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What could be written. A chunk with an overlap in it is halved until the visit that overlaps stands alone. */
async function writeSome(run: Run, visits: readonly ResolvedVisit[], attempts = 3): Promise<readonly ResolvedVisit[]> {
  if (visits.length === 0) return [];
  try {
    await run.database.transaction({ orgId: run.orgId }, (tx) => writeInOne(tx, run, visits));
    return visits;
  } catch (error) {
    const state = sqlStateOf(error);
    // Two references may come out the same by chance; they are drawn anew.
    if (state === "23505" && attempts > 1) return writeSome(run, visits, attempts - 1);
    if (state !== "23P01") throw error;
    const [only] = visits;
    if (visits.length === 1 && only !== undefined) {
      run.refuse({ code: "time_taken", at: only.visit.at, params: {} });
      return [];
    }
    const middle = Math.ceil(visits.length / 2);
    const earlier = await writeSome(run, visits.slice(0, middle));
    return [...earlier, ...(await writeSome(run, visits.slice(middle)))];
  }
}

async function writeInOne(
  tx: Transaction,
  { keyring, orgId, importId }: Run,
  visits: readonly ResolvedVisit[],
): Promise<void> {
  await writeHistory(tx, orgId, visits.map(historyRows));
  const audit = visits.map(({ id, patientId, visit }) =>
    importAuditRow(keyring, orgId, importId, {
      ...{ action: "appointment.import", subjectType: "appointment", subjectId: id, patientId },
      details: { status: visit.status },
    }),
  );
  await insertImportAudit(tx, orgId, audit);
}
