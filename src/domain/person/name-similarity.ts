import { editDistance } from "./edit-distance.ts";
import { nameWords } from "./fold-name.ts";
import { familyWords, type PersonName } from "./person-name.ts";
import { soundKeys } from "./sound-keys.ts";

/**
 * How alike two names are, from 0 to 1: word by word, each word used once.
 *
 * Example: 'Ana Gracia' against 'Ana García López' is the mean of 1 (ana) and 0.85 (one error), so 0.925: a second
 * surname that was not typed takes nothing away.
 */
const oneError = 0.85;
const twoErrors = 0.75;
const begins = 0.9;
const soundsAlike = 0.7;

/** A word as it was typed against a word on record. */
export function wordSimilarity(typed: string, onRecord: string): number {
  if (typed === onRecord) return 1;
  if (typed.length >= 3 && onRecord.startsWith(typed)) return begins;
  const longest = Math.max(typed.length, onRecord.length);
  const errors = editDistance(typed, onRecord, 2);
  if (errors === 1 && longest >= 4) return oneError;
  if (errors === 2 && longest >= 7) return twoErrors;
  const keys = soundKeys(onRecord);
  return longest >= 4 && soundKeys(typed).some((key) => keys.includes(key)) ? soundsAlike : 0;
}

/** Mean over the typed words, each given the best word on record that is still free; the best pairs choose first. */
export function wordsSimilarity(typed: readonly string[], onRecord: readonly string[]): number {
  if (typed.length === 0) return 0;
  const pairs = typed.flatMap((a, i) => onRecord.map((b, j) => ({ i, j, score: wordSimilarity(a, b) })));
  pairs.sort((one, other) => other.score - one.score);
  const taken = { typed: new Set<number>(), onRecord: new Set<number>() };
  let sum = 0;
  for (const { i, j, score } of pairs) {
    if (taken.typed.has(i) || taken.onRecord.has(j)) continue;
    taken.typed.add(i);
    taken.onRecord.add(j);
    sum += score;
  }
  return sum / typed.length;
}

/**
 * Given names and surnames each on their own, the lesser counts: twins share every surname and are two people. The
 * shorter of two lists is measured against the longer, because second names are often left out.
 */
export function nameSimilarity(a: PersonName, b: PersonName): number {
  const given = shorterAgainstLonger(nameWords(a.given), nameWords(b.given));
  const family = shorterAgainstLonger(familyWords(a), familyWords(b));
  return Math.min(given, family);
}

function shorterAgainstLonger(a: readonly string[], b: readonly string[]): number {
  return a.length <= b.length ? wordsSimilarity(a, b) : wordsSimilarity(b, a);
}

/** From here on two names may be one person's, mistyped. */
export const similarNameFrom = 0.7;

/** True for a name that is very likely meant to be the known one, but is written differently [BOOK-03]. */
export function isLikelyMisspelling(typed: PersonName, known: PersonName): boolean {
  const similarity = nameSimilarity(typed, known);
  return similarity >= similarNameFrom && similarity < 1;
}
