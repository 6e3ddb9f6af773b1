/**
 * Candidates from the blind index. A question has parts (a word, a birth date, a phone), each with the entries of which
 * any will do; a record is a candidate when it fits enough of the parts. The best come first: more parts, more entries.
 */
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { hashEntry, type SearchEntry } from "./search-index.ts";

export type QuestionPart = readonly SearchEntry[];

/** Decrypting and scoring this many takes some 20 ms. */
export const candidatesAtMost = 200;

interface CandidateRow {
  readonly patientId: string;
  readonly parts: number;
}

const candidatesWhere = (reach: string): string =>
  `select s.patient_id as "patientId", count(distinct asked.part)::int as parts
   from unnest($2::int[], $3::smallint[], $4::bytea[]) as asked (part, kind, hash)
   join patient_search s on s.org_id = $1 and s.kind = asked.kind and s.hash = asked.hash
   where ${reach}
   group by s.patient_id
   having count(distinct asked.part) >= $5
   order by count(distinct asked.part) desc, count(*) desc, s.patient_id
   limit ${candidatesAtMost + 1}`;

const selectCandidates = statement<CandidateRow>("patients.candidates", candidatesWhere("true"));
const selectOwnCandidates = statement<CandidateRow>(
  "patients.own-candidates",
  candidatesWhere(
    "exists (select from appointment a where a.org_id = $1 and a.patient_id = s.patient_id and a.provider_id = $6)",
  ),
);

export interface Question {
  readonly parts: readonly QuestionPart[];
  /** How many of the parts a record must fit. */
  readonly fitting: number;
  /** Only patients of this provider. */
  readonly providerId?: string | null;
}

export interface Candidates {
  readonly ids: readonly string[];
  /** There are more than came back. */
  readonly more: boolean;
}

export async function findCandidates(
  tx: Transaction,
  blindIndex: Buffer,
  orgId: string,
  { parts, fitting, providerId }: Question,
): Promise<Candidates> {
  const asked = parts.flatMap((entries, part) => entries.map((entry) => ({ part, ...hashEntry(blindIndex, entry) })));
  if (asked.length === 0) return { ids: [], more: false };
  const question = [asked.map(({ part }) => part), asked.map(({ kind }) => kind), asked.map(({ hash }) => hash)];
  const values = [orgId, ...question, fitting];
  const rows =
    providerId == null
      ? await tx.all(selectCandidates, values)
      : await tx.all(selectOwnCandidates, [...values, providerId]);
  return {
    ids: rows.slice(0, candidatesAtMost).map(({ patientId }) => patientId),
    more: rows.length > candidatesAtMost,
  };
}
