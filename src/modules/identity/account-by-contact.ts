/** The account that a contact leads to: the one that has verified it, else any that claims it. */
import type { Locale } from "../../contract/values.ts";
import { type Statement, statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";
import { type Contact, contactHash } from "./contact.ts";

export interface Account {
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly verified: boolean;
  readonly suspended: boolean;
  readonly locale: Locale;
}

const selectAccount = statement<Account>(
  "identity.account-by-contact",
  `select person_id as "personId", password_hash as "passwordHash", verified, suspended, locale
   from person_by_contact($1, $2)`,
);

/** A database (`alone`) or a transaction (`all`): the function looks across persons by itself. */
export type Asker = <Row>(statement: Statement<Row>, values: readonly unknown[]) => Promise<Row[]>;

export async function accountByContact(ask: Asker, keyring: Keyring, contact: Contact): Promise<Account | null> {
  const [account] = await ask(selectAccount, [contact.kind, contactHash(keyring, contact)]);
  return account ?? null;
}
