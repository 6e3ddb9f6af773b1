import {
  type LikelyDuplicate,
  likelyDuplicate,
  type PatientIdentity,
  tokensOfQuery,
  wordsOfName,
} from "../../domain/person/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Keyring } from "../_kernel/index.ts";
import { findCandidates, type QuestionPart } from "./find-candidates.ts";
import type { PatientRecord } from "./patient-record.ts";
import { readPatients } from "./read-patients.ts";
import { birthDateEntry, emailEntry, phoneEntry } from "./search-index.ts";

export interface Duplicate extends LikelyDuplicate {
  readonly record: PatientRecord;
}

/** What the desk is shown at most. */
const shownAtMost = 10;

/**
 * Records that may be the same person, the likeliest first [BOOK-03]. Candidates agree in two things at least (two words of the
 * name, a word and the birth date, …), or in a contact; whether they are likely one person, `domain/person` says.
 */
export async function findDuplicates(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  typed: PatientIdentity,
): Promise<Duplicate[]> {
  const { blindIndex } = await keyring.organisation(tx, orgId);
  const words: QuestionPart[] = tokensOfQuery(wordsOfName(typed).join(" ")).map(({ tokens }) => tokens);
  const contacts: QuestionPart[] = [
    ...(typed.email ? [[emailEntry(typed.email)]] : []),
    ...(typed.phone ? [[phoneEntry(typed.phone)]] : []),
  ];
  const others: QuestionPart[] = typed.birthDate ? [[birthDateEntry(typed.birthDate)]] : [];
  const byContact = await findCandidates(tx, blindIndex, orgId, { parts: contacts, fitting: 1 });
  const byName = await findCandidates(tx, blindIndex, orgId, { parts: [...words, ...others], fitting: 2 });
  const records = await readPatients(tx, keyring, orgId, [...new Set([...byContact.ids, ...byName.ids])]);
  return [...records.values()]
    .flatMap((record) => {
      const found = likelyDuplicate(typed, record);
      return found === null ? [] : [{ ...found, record }];
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, shownAtMost);
}
