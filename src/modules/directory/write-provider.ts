import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { ContactCiphers, ProviderSettings } from "./provider-settings.ts";

const insertResource = statement(
  "directory.insert-provider-resource",
  "insert into resource (org_id, id, kind, exclusive) values ($1, $2, 'provider', true)",
);

const insertRow = statement(
  "directory.insert-provider",
  `insert into provider (org_id, id, role, prefix, given, family, second_family, languages, bio_en, bio_es, active,
     email_cipher, phone_cipher, key, position)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
     (select coalesce(max(position), 0) + 1 from provider where org_id = $1))`,
);

const updateRow = statement(
  "directory.update-provider",
  `update provider set role = $3, prefix = $4, given = $5, family = $6, second_family = $7, languages = $8, bio_en = $9,
     bio_es = $10, active = $11, email_cipher = $12, phone_cipher = $13, version = version + 1
   where org_id = $1 and id = $2 and version = $14`,
);

const deleteDepartments = statement(
  "directory.delete-provider-departments",
  "delete from provider_department where org_id = $1 and provider_id = $2",
);
const insertDepartments = statement(
  "directory.insert-provider-departments",
  `insert into provider_department (org_id, provider_id, department_id)
   select distinct $1::uuid, $2::uuid, department_id from unnest($3::uuid[]) as given (department_id)`,
);
const deleteSpecialties = statement(
  "directory.delete-provider-specialties",
  "delete from provider_specialty where org_id = $1 and provider_id = $2",
);
const insertSpecialties = statement(
  "directory.insert-provider-specialties",
  `insert into provider_specialty (org_id, provider_id, specialty_code)
   select distinct $1::uuid, $2::uuid, code from unnest($3::text[]) as given (code)`,
);

function columnsOf(settings: ProviderSettings, contacts: ContactCiphers): unknown[] {
  const { role, prefix, given, family, secondFamily, languages, bio, active } = settings;
  const names = [prefix.trim(), given.trim(), family.trim(), secondFamily?.trim() || null];
  return [role, ...names, [...new Set(languages)], bio.en, bio.es, active, contacts.email, contacts.phone];
}

/** With the resource whose time is claimed. A provider made here has the id for a key; clinic files give their own. */
export async function insertProvider(
  tx: Transaction,
  orgId: string,
  id: string,
  settings: ProviderSettings,
  contacts: ContactCiphers,
): Promise<void> {
  await tx.run(insertResource, [orgId, id]);
  await tx.run(insertRow, [orgId, id, ...columnsOf(settings, contacts), id]);
  await writeFields(tx, orgId, id, settings);
}

/** False: the provider has another version by now. */
export async function replaceProvider(
  tx: Transaction,
  orgId: string,
  { id, version }: { readonly id: string; readonly version: number },
  settings: ProviderSettings,
  contacts: ContactCiphers,
): Promise<boolean> {
  if ((await tx.run(updateRow, [orgId, id, ...columnsOf(settings, contacts), version])) === 0) return false;
  await tx.run(deleteDepartments, [orgId, id]);
  await tx.run(deleteSpecialties, [orgId, id]);
  await writeFields(tx, orgId, id, settings);
  return true;
}

async function writeFields(tx: Transaction, orgId: string, id: string, settings: ProviderSettings): Promise<void> {
  await tx.run(insertDepartments, [orgId, id, settings.departmentIds]);
  await tx.run(insertSpecialties, [orgId, id, settings.specialties]);
}
