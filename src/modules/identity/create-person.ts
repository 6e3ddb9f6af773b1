/** Accounts that are made for people: staff of an imported clinic, the administrator of a first set-up. */
import type { Locale } from "../../contract/values.ts";
import type { PersonName } from "../../domain/person/index.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Keyring } from "../_kernel/index.ts";
import { accountByContact } from "./account-by-contact.ts";
import type { Contact } from "./contact.ts";
import { asPerson } from "./own-transaction.ts";
import { insertPerson, type PersonContact } from "./person-record.ts";

export interface NewPerson {
  readonly name: PersonName;
  readonly birthDate: string | null;
  readonly locale: Locale;
  /** Normalised. They count as verified: whoever makes the account vouches for them. */
  readonly email: string;
  readonly phone: string | null;
  /** From `hashPassword`; null: the person sets one by a code to their e-mail address. */
  readonly passwordHash: string | null;
}

/**
 * The person's id. Who has verified this e-mail address already is that person, unchanged: an import can be repeated. A
 * phone number that somebody else has verified, as of a shared desk, stands unverified and signs nobody in.
 */
export async function createPerson(database: Database, keyring: Keyring, person: NewPerson): Promise<string> {
  const known = await accountByContact(database.alone, keyring, { kind: "email", value: person.email });
  if (known?.verified) return known.personId;
  const id = newId();
  await asPerson(database, id, (tx) => createPersonIn(tx, keyring, id, person));
  return id;
}

/** In a transaction that acts as the new person already. */
export async function createPersonIn(tx: Transaction, keyring: Keyring, id: string, person: NewPerson): Promise<void> {
  const { name, birthDate, locale, email, phone, passwordHash } = person;
  const contacts: PersonContact[] = [{ kind: "email", value: email, verified: true }];
  if (phone !== null) {
    const contact: Contact = { kind: "phone", value: phone };
    const owner = await accountByContact(tx.all, keyring, contact);
    contacts.push({ ...contact, verified: !owner?.verified });
  }
  await insertPerson(tx, keyring, { id, name, birthDate, locale, zone: null, contacts }, passwordHash);
}
