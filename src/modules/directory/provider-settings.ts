/** A provider as administrators see and write them; e-mail and phone are under the organisation's key. */
import type { z } from "zod";
import type { AdminProvider, providerSettings } from "../../contract/routes/administration.ts";
import { decryptText, encryptText, type FieldPlace } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { parsePhone } from "../../platform/phone/phone-number.ts";
import type { FieldProblem, Keyring } from "../_kernel/index.ts";
import { displayNameOf } from "./provider-name.ts";
import { readDepartments, readSpecialties } from "./read-directory.ts";
import { type ProviderRow, readProviders } from "./read-providers.ts";

export type ProviderSettings = z.infer<typeof providerSettings>;

interface ContactRow {
  readonly id: string;
  readonly emailCipher: Buffer | null;
  readonly phoneCipher: Buffer | null;
  readonly hasAccount: boolean;
}

const selectContacts = statement<ContactRow>(
  "directory.provider-contacts",
  `select p.id, p.email_cipher as "emailCipher", p.phone_cipher as "phoneCipher",
          exists (select from membership m where m.org_id = p.org_id and m.resource_id = p.id and m.active) as "hasAccount"
   from provider p where p.org_id = $1`,
);

type ContactColumn = "email_cipher" | "phone_cipher";
const placeOf = (column: ContactColumn, orgId: string, rowId: string): FieldPlace => ({
  column: `provider.${column}`,
  orgId,
  rowId,
});

export interface ContactCiphers {
  readonly email: Buffer | null;
  readonly phone: Buffer | null;
}

/** `settings` have passed `providerProblems`: the phone can be read. */
export async function encryptContacts(
  tx: Transaction,
  keyring: Keyring,
  { orgId, country }: { readonly orgId: string; readonly country: string },
  id: string,
  settings: ProviderSettings,
): Promise<ContactCiphers> {
  const { data } = await keyring.organisation(tx, orgId);
  const encrypt = (column: ContactColumn, value: string | null) =>
    value === null ? null : encryptText(data, placeOf(column, orgId, id), value);
  return {
    email: encrypt("email_cipher", settings.email?.trim() ?? null),
    phone: encrypt("phone_cipher", settings.phone === null ? null : parsePhone(settings.phone, country)),
  };
}

export async function adminProvidersOf(tx: Transaction, keyring: Keyring, orgId: string): Promise<AdminProvider[]> {
  const { data } = await keyring.organisation(tx, orgId);
  const contacts = new Map((await tx.all(selectContacts, [orgId])).map((row) => [row.id, row]));
  const decrypt = (column: ContactColumn, id: string, stored: Buffer | null | undefined) =>
    stored == null ? null : decryptText(data, placeOf(column, orgId, id), stored);
  return (await readProviders(tx, orgId)).map((row) => {
    const contact = contacts.get(row.id);
    return presentAdminProvider(row, {
      email: decrypt("email_cipher", row.id, contact?.emailCipher),
      phone: decrypt("phone_cipher", row.id, contact?.phoneCipher),
      hasAccount: contact?.hasAccount ?? false,
    });
  });
}

export async function adminProviderOf(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  id: string,
): Promise<AdminProvider> {
  const provider = (await adminProvidersOf(tx, keyring, orgId)).find((each) => each.id === id);
  if (provider === undefined) throw new Error(`provider ${id} has no row`);
  return provider;
}

function presentAdminProvider(
  row: ProviderRow,
  contacts: Pick<AdminProvider, "email" | "phone" | "hasAccount">,
): AdminProvider {
  const { id, version, role, prefix, given, family, secondFamily, active } = row;
  return {
    ...{ id, version, role, prefix, given, family, secondFamily, active, ...contacts },
    displayName: displayNameOf(row),
    bio: { en: row.bioEn, es: row.bioEs },
    languages: [...row.languages],
    specialties: [...row.specialties],
    departmentIds: [...row.departmentIds],
    serviceIds: [...row.serviceIds],
    locationIds: [...row.locationIds],
  };
}

export async function providerProblems(
  tx: Transaction,
  { orgId, country }: { readonly orgId: string; readonly country: string },
  settings: ProviderSettings,
): Promise<FieldProblem[]> {
  const departments = new Set((await readDepartments(tx, orgId)).map(({ id }) => id));
  const specialties = new Set((await readSpecialties(tx, orgId)).map(({ code }) => code));
  const unknownIn = (known: ReadonlySet<string>, path: string, values: readonly string[]): FieldProblem[] =>
    values.flatMap((value, index) =>
      known.has(value) ? [] : [{ path: `${path}.${index}`, code: "unknown_reference" }],
    );
  const isBadPhone = settings.phone !== null && parsePhone(settings.phone, country) === null;
  return [
    ...unknownIn(departments, "departmentIds", settings.departmentIds),
    ...unknownIn(specialties, "specialties", settings.specialties),
    ...(isBadPhone ? [{ path: "phone", code: "bad_phone" } as const] : []),
  ];
}
