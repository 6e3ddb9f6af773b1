/** The records that fit what was typed into the search box, the best first; one typing error in a word is forgiven. */
import type { Locale } from "../../contract/values.ts";
import { formatNameForList } from "../../domain/person/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Keyring } from "../_kernel/index.ts";
import { type Candidates, findCandidates, type QuestionPart } from "./find-candidates.ts";
import type { PatientRecord } from "./patient-record.ts";
import { readPatients } from "./read-patients.ts";
import { type Fit, fitOf, questionParts, readSearch } from "./search-question.ts";

/** Nobody reads further; whoever is not among them is found by adding a birth date or phone. */
const shownAtMost = 50;
/** Below it a record has little of what was typed. */
const leastScore = 0.5;

export interface Searching {
  readonly tx: Transaction;
  readonly keyring: Keyring;
  readonly organisation: { readonly orgId: string; readonly country: string };
  /** For the order of names. */
  readonly locale: Locale;
  /** Set, only patients who have or had a visit with this provider are found. */
  readonly ofProviderId: string | null;
}

export interface FoundRecord extends Fit {
  readonly record: PatientRecord;
}

export async function searchRecords(
  searching: Searching,
  text: string,
): Promise<{ readonly found: readonly FoundRecord[]; readonly more: boolean }> {
  const { tx, keyring, organisation, locale } = searching;
  const search = readSearch(text, organisation.country);
  const { ids, more } = await candidatesFor(searching, questionParts(search));
  const records = await readPatients(tx, keyring, organisation.orgId, ids);
  const collator = new Intl.Collator(locale);
  const fitting = [...records.values()]
    .map((record) => ({ record, name: formatNameForList(record), ...fitOf(search, record) }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || collator.compare(a.name, b.name));
  const found = fitting.slice(0, shownAtMost).map(({ record, score, reasons }) => ({ record, score, reasons }));
  return { found, more: more || fitting.length > found.length };
}

/** Records that fit everything typed; if there is none, those that fit all but one part. */
async function candidatesFor(
  { tx, keyring, organisation: { orgId }, ofProviderId }: Searching,
  parts: readonly QuestionPart[],
): Promise<Candidates> {
  const { blindIndex } = await keyring.organisation(tx, orgId);
  const ask = (fitting: number) => findCandidates(tx, blindIndex, orgId, { parts, fitting, providerId: ofProviderId });
  const all = await ask(parts.length);
  return all.ids.length > 0 || parts.length < 2 ? all : ask(parts.length - 1);
}
