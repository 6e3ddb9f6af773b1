/**
 * Likely misspellings of a name that is known here: nobody is called 'Gracia' in this clinic, but many are called
 * 'García' [BOOK-03]. A word that somebody here has is never questioned.
 */
import { isLikelyMisspelling, nameWords, tokensOfQuery } from "../../domain/person/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Keyring } from "../_kernel/index.ts";
import { findCandidates } from "./find-candidates.ts";
import type { PatientRecord } from "./patient-record.ts";
import { readPatients } from "./read-patients.ts";

type NameField = "given" | "family";

/** Shorter words are one letter away from too many others. */
const shortestWord = 4;

/** The typed field with the known name in place of the word; null when nothing looks wrong. */
export async function suggestKnownName(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  field: NameField,
  typed: string,
): Promise<string | null> {
  const pieces = typed.trim().split(/\s+/);
  const suggested: string[] = [];
  for (const piece of pieces) suggested.push((await suggestWord(tx, keyring, orgId, field, piece)) ?? piece);
  const suggestion = suggested.join(" ");
  return suggestion === pieces.join(" ") ? null : suggestion;
}

async function suggestWord(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  field: NameField,
  piece: string,
): Promise<string | null> {
  const [asked, ...others] = tokensOfQuery(piece);
  if (asked === undefined || others.length > 0 || asked.word.length < shortestWord) return null;
  const { blindIndex } = await keyring.organisation(tx, orgId);
  const ask = (parts: typeof asked.tokens) => findCandidates(tx, blindIndex, orgId, { parts: [parts], fitting: 1 });
  const known = await ask(asked.tokens.filter(({ kind }) => kind === "word"));
  if (known.ids.length > 0) return null;
  const near = await ask(asked.tokens.filter(({ kind }) => kind === "near" || kind === "sound"));
  const records = await readPatients(tx, keyring, orgId, near.ids);
  return mostFrequent([...records.values()].flatMap((record) => similarWords(record, field, asked.word)));
}

/** Words of the record's field, as they are written there, of which `word` is likely a misspelling. */
function similarWords(record: PatientRecord, field: NameField, word: string): string[] {
  const text = field === "given" ? record.given : `${record.family} ${record.secondFamily ?? ""}`;
  return text.split(/\s+/).filter((written) => {
    const [known, ...others] = nameWords(written);
    if (known === undefined || others.length > 0) return false;
    return isLikelyMisspelling({ given: word, family: word }, { given: known, family: known });
  });
}

function mostFrequent(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best?.[0] ?? null;
}
