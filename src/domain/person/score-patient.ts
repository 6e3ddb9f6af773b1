import { nameWords } from "./fold-name.ts";
import type { MatchReason, PatientIdentity } from "./likely-duplicate.ts";
import { wordsSimilarity } from "./name-similarity.ts";
import { wordsOfName } from "./person-name.ts";
import { foldEmail } from "./search-tokens.ts";

/**
 * How well a record fits what was typed into the search box, from 0 to 1, and why: the mean over what was typed.
 *
 * Example: 'gracia ana' and the birth date 1980-05-02 against Ana García López, born on that day: the name gives 0.925
 * (one swapped letter), the date 1, together 0.9625.
 */
export interface PatientQuery {
  readonly name?: string | undefined;
  /** Several readings of one typed date: 03/04/1980 is in March or in April. */
  readonly birthDates?: readonly string[] | undefined;
  /** E.164 */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

export interface PatientScore {
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export function scorePatient(query: PatientQuery, candidate: PatientIdentity): PatientScore {
  const parts: { readonly score: number; readonly reason: MatchReason | null }[] = [];
  const typed = nameWords(query.name ?? "");
  if (typed.length > 0) {
    const score = wordsSimilarity(typed, wordsOfName(candidate));
    parts.push({ score, reason: score === 1 ? "same-name" : score >= 0.5 ? "similar-name" : null });
  }
  const exactly = (isSame: boolean, reason: MatchReason) =>
    parts.push({ score: isSame ? 1 : 0, reason: isSame ? reason : null });
  const { birthDate } = candidate;
  if (query.birthDates?.length) exactly(birthDate ? query.birthDates.includes(birthDate) : false, "same-birth-date");
  if (query.phone) exactly(query.phone === candidate.phone, "same-phone");
  if (query.email) exactly(foldEmail(query.email) === foldEmail(candidate.email ?? ""), "same-email");
  const sum = parts.reduce((total, part) => total + part.score, 0);
  return {
    score: parts.length === 0 ? 0 : sum / parts.length,
    reasons: parts.flatMap((part) => (part.reason === null ? [] : [part.reason])),
  };
}
