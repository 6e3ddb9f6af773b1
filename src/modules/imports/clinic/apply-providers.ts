/** Providers, each with the resource whose time is claimed. Their e-mail and phone stand under the organisation's key. */
import type { ClinicFile, ProviderEntry } from "../../../contract/clinic-file/index.ts";
import { decryptText, encryptText } from "../../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import type { Keyring } from "../../_kernel/index.ts";
import type { ImportMarks } from "./import-report.ts";
import { insertResources } from "./insert-resources.ts";
import { type IdsByKey, idOf, idsFor, keyedTable, writeKeyed } from "./keyed-table.ts";
import { ownedRows, writeOwned } from "./owned-rows.ts";
import { textColumns } from "./text-columns.ts";

const providerTable = keyedTable(
  "providers",
  "provider",
  [
    ...["role", "prefix", "given", "family", "second_family", "languages", "bio_en", "bio_es"],
    ...["email_cipher", "phone_cipher", "position", "active"],
  ],
  { versioned: true },
);
const providerDepartments = ownedRows("provider_department", "provider_id", ["department_id"]);
const providerSpecialties = ownedRows("provider_specialty", "provider_id", ["specialty_code"]);

interface StoredContacts {
  readonly id: string;
  readonly emailCipher: Buffer | null;
  readonly phoneCipher: Buffer | null;
}

const selectContacts = statement<StoredContacts>(
  "imports.provider-contacts",
  `select id, email_cipher as "emailCipher", phone_cipher as "phoneCipher" from provider where org_id = $1`,
);

export async function applyProviders(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  clinic: ClinicFile,
  departmentIds: IdsByKey,
  marks: ImportMarks,
): Promise<IdsByKey> {
  const { providers, organisation } = clinic;
  const keys = providers.map(({ key }) => key);
  const known = await idsFor(tx, orgId, providerTable, keys);
  await insertResources(tx, orgId, "provider", known);
  const { data } = await keyring.organisation(tx, orgId);
  const stored = new Map((await tx.all(selectContacts, [orgId])).map((row) => [row.id, row]));
  const rows = providers.map((provider, position) => {
    const id = idOf(known.ids, provider.key);
    const contacts = contactColumns(data, orgId, id, provider, stored.get(id));
    const prefix = provider.prefix?.[organisation.defaultLocale] ?? provider.prefix?.en ?? provider.prefix?.es ?? "";
    return { key: provider.key, columns: { ...profileColumns(provider), prefix, ...contacts, position, active: true } };
  });
  await writeKeyed(tx, orgId, providerTable, known, rows, marks);

  const departments = providers.flatMap(({ key, departments: names }) =>
    names.map((name) => ({ provider_id: idOf(known.ids, key), department_id: idOf(departmentIds, name) })),
  );
  const specialties = providers.flatMap(({ key, specialties: codes }) =>
    codes.map((specialty_code) => ({ provider_id: idOf(known.ids, key), specialty_code })),
  );
  const ownerIds = keys.map((key) => idOf(known.ids, key));
  const moved = await writeOwned(tx, orgId, providerDepartments, ownerIds, departments);
  const retrained = await writeOwned(tx, orgId, providerSpecialties, ownerIds, specialties);
  for (const key of keys) {
    const id = idOf(known.ids, key);
    if (moved.has(id) || retrained.has(id)) marks.note("providers", key, "changed");
  }
  return known.ids;
}

function profileColumns({ role, given, family, secondFamily, languages, bio }: ProviderEntry) {
  return { role, given, family, second_family: secondFamily ?? null, languages, ...textColumns("bio", bio) };
}

/** A value that stays keeps its cipher: a fresh one would be different bytes, and look like a change. */
function contactColumns(
  key: Buffer,
  orgId: string,
  rowId: string,
  { email, phone }: ProviderEntry,
  stored: StoredContacts | undefined,
) {
  const cipherOf = (column: "email_cipher" | "phone_cipher", value: string, before: Buffer | null | undefined) => {
    const place = { column: `provider.${column}`, orgId, rowId };
    const isSame = before != null && decryptText(key, place, before) === value;
    return `\\x${(isSame ? before : encryptText(key, place, value)).toString("hex")}`;
  };
  return {
    email_cipher: cipherOf("email_cipher", email, stored?.emailCipher),
    phone_cipher: cipherOf("phone_cipher", phone, stored?.phoneCipher),
  };
}
