import { isNearBirthDate } from "./birth-date.ts";
import { nameSimilarity, similarNameFrom } from "./name-similarity.ts";
import type { PersonName } from "./person-name.ts";
import { foldEmail } from "./search-tokens.ts";

/**
 * Are two records likely one person? Asked before a new record is written [BOOK-03]; a person always decides.
 *
 * Example: 'Ana Gracia, 1980-05-02' and 'Ana García López, 1980-05-02' are (similar name, same birth date). Twins with one
 * phone are not more than possible; two people called Ana García, born in different years, are not at all.
 */
export interface PatientIdentity extends PersonName {
  /** `1980-05-02` */
  readonly birthDate?: string | null | undefined;
  /** E.164 */
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}

export type MatchReason =
  | "same-name"
  | "similar-name"
  | "same-birth-date"
  | "near-birth-date"
  | "same-phone"
  | "same-email";

export interface LikelyDuplicate {
  readonly strength: "likely" | "possible";
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export function likelyDuplicate(a: PatientIdentity, b: PatientIdentity): LikelyDuplicate | null {
  const similarity = nameSimilarity(a, b);
  const isSimilar = similarity >= similarNameFrom;
  const birthDate = compareBirthDates(a, b);
  const contacts = sharedContacts(a, b);
  const strength = strengthOf(similarity, isSimilar, birthDate, contacts.length > 0);
  if (strength === null) return null;
  const reasons: MatchReason[] = [];
  if (isSimilar) reasons.push(similarity === 1 ? "same-name" : "similar-name");
  if (birthDate === "same") reasons.push("same-birth-date");
  if (birthDate === "near") reasons.push("near-birth-date");
  return { strength, score: scoreOf(similarity, birthDate, contacts.length > 0), reasons: [...reasons, ...contacts] };
}

type BirthDates = "same" | "near" | "different" | "unknown";

function compareBirthDates(a: PatientIdentity, b: PatientIdentity): BirthDates {
  if (!a.birthDate || !b.birthDate) return "unknown";
  if (a.birthDate === b.birthDate) return "same";
  return isNearBirthDate(a.birthDate, b.birthDate) ? "near" : "different";
}

function sharedContacts(a: PatientIdentity, b: PatientIdentity): readonly MatchReason[] {
  const samePhone = a.phone ? a.phone === b.phone : false;
  const sameEmail = a.email && b.email ? foldEmail(a.email) === foldEmail(b.email) : false;
  return [...(samePhone ? (["same-phone"] as const) : []), ...(sameEmail ? (["same-email"] as const) : [])];
}

/** Families share phones and birthdays fall together: one agreement alone proves nothing, except a whole name. */
function strengthOf(
  similarity: number,
  isSimilar: boolean,
  birthDate: BirthDates,
  sharesContact: boolean,
): LikelyDuplicate["strength"] | null {
  if (isSimilar && birthDate === "same") return "likely";
  if (isSimilar && sharesContact) return birthDate === "different" ? "possible" : "likely";
  if (isSimilar && birthDate === "near") return "possible";
  if (similarity === 1 && birthDate === "unknown") return "possible";
  return sharesContact && birthDate === "same" ? "possible" : null;
}

function scoreOf(similarity: number, birthDate: BirthDates, sharesContact: boolean): number {
  const dateScore = { same: 1, near: 0.7, unknown: 0.5, different: 0 }[birthDate];
  return 0.5 * similarity + 0.3 * dateScore + (sharesContact ? 0.2 : 0);
}
