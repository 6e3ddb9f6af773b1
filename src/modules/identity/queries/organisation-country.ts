import type { Database } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";

const selectOrganisation = statement<{ orgId: string }>(
  "identity.organisation-at-address",
  `select org_id as "orgId" from organisation_address where slug = $1`,
);
const selectCountry = statement<{ country: string }>(
  "identity.organisation-country",
  "select country from organisation where org_id = $1",
);

/** The country in which an organisation's people write their telephone numbers; null where there is no such organisation. */
export async function organisationCountry(database: Database, slug: string): Promise<string | null> {
  const [found] = await database.alone(selectOrganisation, [slug]);
  if (found === undefined) return null;
  const row = await database.transaction({ orgId: found.orgId }, (tx) => tx.one(selectCountry, [found.orgId]));
  return row?.country ?? null;
}
