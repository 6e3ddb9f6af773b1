/**
 * What is checked while a person types; the server checks all of it again [BOOK-03].
 *
 * Each answer is the key of a text under `finding.`, or null. A phone number is checked for its shape alone: whether it
 * can exist depends on its country, which the server knows.
 */
import { parseDate } from "../../i18n/dates.ts";

export type Finding =
  | "required"
  | "bad-email"
  | "bad-phone"
  | "bad-date"
  | "date-in-future"
  | "too-old"
  | "short-password"
  | "short-code"
  | "bad-slug";

export interface BirthParts {
  readonly birthDay: string;
  readonly birthMonth: string;
  readonly birthYear: string;
}

export function checkRequired(text: string): Finding | null {
  return text.trim() === "" ? "required" : null;
}

export function checkEmail(text: string): Finding | null {
  if (text.trim() === "") return "required";
  return /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]{2,}$/.test(text.trim()) ? null : "bad-email";
}

export function checkPhone(text: string): Finding | null {
  if (text.trim() === "") return "required";
  const digits = text.replace(/\D/g, "").length;
  return /^[+()\d\s./-]+$/.test(text.trim()) && digits >= 6 && digits <= 15 ? null : "bad-phone";
}

export function checkPassword(text: string): Finding | null {
  if (text === "") return "required";
  return text.length < 12 ? "short-password" : null;
}

export function checkCode(text: string): Finding | null {
  if (text.trim() === "") return "required";
  return /^\d{6}$/.test(text.trim()) ? null : "short-code";
}

export function birthDateOf({ birthDay, birthMonth, birthYear }: BirthParts): string | null {
  return parseDate(birthYear, birthMonth, birthDay);
}

/** Nobody is born tomorrow, and nobody alive was born before 1900. */
export function checkBirthDate(parts: BirthParts, today: string): Finding | null {
  if (parts.birthDay === "" && parts.birthMonth === "" && parts.birthYear === "") return "required";
  const date = birthDateOf(parts);
  if (date === null) return "bad-date";
  if (date > today) return "date-in-future";
  return date < "1900-01-01" ? "too-old" : null;
}
