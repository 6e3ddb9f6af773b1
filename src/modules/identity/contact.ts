/**
 * E-mail addresses and telephone numbers in the one form that is stored, hashed and compared.
 *
 * Example: ' Ana@Example.ORG' is `ana@example.org`; '612 34 56 78' in a Spanish clinic is `+34612345678`.
 */
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import { email as emailShape } from "../../contract/values.ts";
import { keyedHash } from "../../platform/crypto/keyed-hash.ts";
import type { Keyring } from "../_kernel/index.ts";

export type ContactKind = "email" | "phone";

export interface Contact {
  readonly kind: ContactKind;
  /** Normalised: lower case, or E.164. */
  readonly value: string;
}

export function normaliseEmail(text: string): string | null {
  const value = text.trim().normalize("NFC").toLowerCase();
  return emailShape.safeParse(value).success ? value : null;
}

/** `country` (ISO 3166) reads a number without prefix. Without one it must start with `+`: a guess would reach a stranger. */
export function parsePhone(text: string, country: string | null): string | null {
  const home = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const phone = parsePhoneNumberFromString(text.trim(), { ...home, extract: false });
  return phone?.isValid() ? phone.number : null;
}

/** The country that a number in E.164 belongs to; some, such as satellite phones, belong to none. */
export function countryOfPhone(phone: string): string | null {
  return parsePhoneNumberFromString(phone)?.country ?? null;
}

/** What a person types where either contact will do. */
export function contactOf(text: string): Contact | null {
  const kind = text.includes("@") ? "email" : "phone";
  const value = kind === "email" ? normaliseEmail(text) : parsePhone(text, null);
  return value === null ? null : { kind, value };
}

export function contactHash(keyring: Keyring, contact: Contact): Buffer {
  return keyedHash(keyring.contactIndex, contact.value);
}

/** Enough for its owner to know it again: `a…@example.org`, `…0123`. */
export function contactHint(contact: string): string {
  const at = contact.lastIndexOf("@");
  return at > 0 ? `${[...contact][0]}…${contact.slice(at)}` : `…${contact.slice(-4)}`;
}
