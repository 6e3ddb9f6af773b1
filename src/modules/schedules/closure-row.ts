/** Time off, absence, maintenance, meetings as the database keeps them, and as the API shows them. */
import type { TimeOff } from "../../contract/routes/schedules.ts";
import { localOf, type Minute, minuteOfEpochMs, type TimeRange, type ZoneId } from "../../domain/time/index.ts";
import { decryptText, encryptText, type FieldPlace } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { ResourceSpan } from "./visits-inside.ts";
import { timeOf } from "./visits-outside-hours.ts";

export interface ClosureRow {
  readonly id: string;
  readonly resourceId: string;
  readonly kind: TimeOff["kind"];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: ZoneId;
  readonly noteCipher: Buffer | null;
}

const columns = `id, resource_id as "resourceId", kind, starts_at as "startsAt", ends_at as "endsAt", zone,
          note_cipher as "noteCipher"`;

const selectClosure = statement<ClosureRow>(
  "schedules.closure",
  `select ${columns} from closure where org_id = $1 and resource_id = $2 and id = $3`,
);
const selectOpenClosures = statement<ClosureRow>(
  "schedules.open-closures-of-resource",
  `select ${columns} from closure
   where org_id = $1 and resource_id = $2 and ends_at > $3 and ended_at is null order by starts_at, id`,
);
const selectAllOpenClosures = statement<ClosureRow>(
  "schedules.open-closures",
  `select ${columns} from closure where org_id = $1 and ends_at > $2 and ended_at is null order by starts_at, id`,
);

export const readClosure = (
  tx: Transaction,
  orgId: string,
  resourceId: string,
  id: string,
): Promise<ClosureRow | undefined> => tx.one(selectClosure, [orgId, resourceId, id]);

/** Those that are not over at the instant. */
export const readOpenClosures = (
  tx: Transaction,
  orgId: string,
  resourceId: string,
  at: string,
): Promise<ClosureRow[]> => tx.all(selectOpenClosures, [orgId, resourceId, at]);

export const readAllOpenClosures = (tx: Transaction, orgId: string, at: string): Promise<ClosureRow[]> =>
  tx.all(selectAllOpenClosures, [orgId, at]);

const notePlace = (orgId: string, rowId: string): FieldPlace => ({ column: "closure.note_cipher", orgId, rowId });

export const encryptNote = (key: Buffer, orgId: string, closureId: string, note: string): Buffer =>
  encryptText(key, notePlace(orgId, closureId), note);

/** What of a closure is still to come: visits that are over are no longer in its way. */
export function spanToCome(resourceId: string, range: TimeRange, nowMs: number): ResourceSpan {
  const startsAt = Math.max(range.startsAt, minuteOfEpochMs(nowMs)) as Minute;
  return { resourceId, startsAt, endsAt: range.endsAt };
}

export const closureSpanToCome = (row: ClosureRow, nowMs: number): ResourceSpan =>
  spanToCome(row.resourceId, timeOf(row), nowMs);

/** A reason for being away is nobody's business but that of those who manage the time off: to others `noteKey` is null. */
export function presentTimeOff(row: ClosureRow, orgId: string, affected: number, noteKey: Buffer | null): TimeOff {
  const { startsAt, endsAt } = timeOf(row);
  const start = localOf(startsAt, row.zone);
  const end = localOf(endsAt, row.zone);
  const note =
    noteKey === null || row.noteCipher === null ? null : decryptText(noteKey, notePlace(orgId, row.id), row.noteCipher);
  return {
    id: row.id,
    kind: row.kind,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    localStartDate: start.localDate,
    localStartTime: start.localTime,
    localEndDate: end.localDate,
    localEndTime: end.localTime,
    note,
    affected,
  };
}
