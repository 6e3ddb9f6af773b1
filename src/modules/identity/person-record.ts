/** A person's own rows: name and birth date, contacts, language. Their fields stand under the installation's key. */
import type { Locale } from "../../contract/values.ts";
import type { PersonName } from "../../domain/person/index.ts";
import { decryptText, encryptText, type FieldPlace } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";
import { type Contact, type ContactKind, contactHash } from "./contact.ts";

export interface PersonContact extends Contact {
  readonly verified: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: PersonName;
  readonly birthDate: string | null;
  readonly locale: Locale;
  readonly zone: string | null;
  readonly contacts: readonly PersonContact[];
}

interface PersonRow {
  nameCipher: Buffer;
  birthDateCipher: Buffer | null;
  locale: Locale;
  zone: string | null;
}

const insertPersonRow = statement(
  "identity.insert-person",
  "insert into person (id, name_cipher, birth_date_cipher, password_hash, locale, zone) values ($1, $2, $3, $4, $5, $6)",
);
const insertContact = statement(
  "identity.insert-contact",
  `insert into person_contact (person_id, kind, value_cipher, value_hash, verified_at)
   values ($1, $2, $3, $4, case when $5 then clock_timestamp() end)`,
);
const selectPerson = statement<PersonRow>(
  "identity.person",
  `select name_cipher as "nameCipher", birth_date_cipher as "birthDateCipher", locale, zone from person where id = $1`,
);
const selectContacts = statement<{ kind: ContactKind; valueCipher: Buffer; verified: boolean }>(
  "identity.contacts",
  `select kind, value_cipher as "valueCipher", verified_at is not null as verified
   from person_contact where person_id = $1 order by kind`,
);
const updatePersonRow = statement(
  "identity.update-person",
  "update person set name_cipher = $2, locale = $3, zone = $4 where id = $1",
);

const place = (column: string, rowId: string): FieldPlace => ({ column, orgId: "installation", rowId });
const namePlace = (personId: string) => place("person.name_cipher", personId);
const birthDatePlace = (personId: string) => place("person.birth_date_cipher", personId);
const contactPlace = (personId: string, kind: ContactKind) =>
  place("person_contact.value_cipher", `${personId}|${kind}`);

function encryptName(keyring: Keyring, personId: string, { given, family, secondFamily }: PersonName): Buffer {
  const name = JSON.stringify({ given, family, secondFamily: secondFamily ?? null });
  return encryptText(keyring.installation, namePlace(personId), name);
}

/** Runs, like everything here, in a transaction that acts as this person. */
export async function insertPerson(
  tx: Transaction,
  keyring: Keyring,
  person: Person,
  passwordHash: string | null,
): Promise<void> {
  const { id, birthDate, locale, zone } = person;
  const bornCipher = birthDate === null ? null : encryptText(keyring.installation, birthDatePlace(id), birthDate);
  await tx.run(insertPersonRow, [id, encryptName(keyring, id, person.name), bornCipher, passwordHash, locale, zone]);
  for (const contact of person.contacts) {
    const cipher = encryptText(keyring.installation, contactPlace(id, contact.kind), contact.value);
    await tx.run(insertContact, [id, contact.kind, cipher, contactHash(keyring, contact), contact.verified]);
  }
}

export async function readPerson(tx: Transaction, keyring: Keyring, id: string): Promise<Person> {
  const row = await tx.one(selectPerson, [id]);
  if (row === undefined) throw new Error(`there is no person ${id}`);
  const open = (at: FieldPlace, cipher: Buffer) => decryptText(keyring.installation, at, cipher);
  const contacts = await tx.all(selectContacts, [id]);
  return {
    id,
    name: JSON.parse(open(namePlace(id), row.nameCipher)) as PersonName,
    birthDate: row.birthDateCipher === null ? null : open(birthDatePlace(id), row.birthDateCipher),
    locale: row.locale,
    zone: row.zone,
    contacts: contacts.map(({ kind, valueCipher, verified }) => ({
      kind,
      value: open(contactPlace(id, kind), valueCipher),
      verified,
    })),
  };
}

/** Name, language and zone; contacts change by verification alone. */
export async function updatePerson(tx: Transaction, keyring: Keyring, person: Person): Promise<void> {
  const name = encryptName(keyring, person.id, person.name);
  await tx.run(updatePersonRow, [person.id, name, person.locale, person.zone]);
}
