/** Which organisation answers to an address; every request asks, so the answer is kept for five seconds per node. */
import type { Locale } from "../../contract/values.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { FindOrganisation, OrganisationContext } from "../_kernel/index.ts";
import { onOrganisationChange } from "./organisation-changes.ts";

const cacheMs = 5_000;

/** A retired address leads to the organisation's present one. */
const selectAddress = statement<{ orgId: string; slug: string }>(
  "organisations.address",
  `select asked.org_id as "orgId", present.slug
   from organisation_address asked
   join organisation_address present on present.org_id = asked.org_id and present.current
   where asked.slug = $1`,
);

const selectContext = statement<{
  orgId: string;
  name: string;
  zone: string;
  country: string;
  defaultLocale: Locale;
  phone: string;
  guestBooking: boolean;
}>(
  "organisations.context",
  `select org_id as "orgId", name, zone, country, default_locale as "defaultLocale", phone,
          guest_booking as "guestBooking"
   from organisation where org_id = $1`,
);

async function readOrganisation(database: Database, slug: string): Promise<OrganisationContext | null> {
  const [address] = await database.alone(selectAddress, [slug]);
  if (address === undefined) return null;
  const found = await database.transaction({ orgId: address.orgId }, (tx) => tx.one(selectContext, [address.orgId]));
  return found === undefined ? null : { ...found, slug: address.slug };
}

export function findOrganisation(database: Database): FindOrganisation {
  const known = new Map<string, { found: OrganisationContext; untilMs: number }>();
  const asked = new Map<string, Promise<OrganisationContext | null>>();
  onOrganisationChange((orgId) => {
    for (const [slug, { found }] of known) if (found.orgId === orgId) known.delete(slug);
  });

  async function ask(slug: string): Promise<OrganisationContext | null> {
    try {
      const found = await readOrganisation(database, slug);
      // Unknown addresses are not kept: whoever tries many of them must not fill the memory.
      if (found !== null) known.set(slug, { found, untilMs: systemClock.nowMs() + cacheMs });
      return found;
    } finally {
      asked.delete(slug);
    }
  }

  return async (slug) => {
    const kept = known.get(slug);
    if (kept !== undefined && kept.untilMs > systemClock.nowMs()) return kept.found;
    const asking = asked.get(slug) ?? ask(slug);
    asked.set(slug, asking);
    return asking;
  };
}
