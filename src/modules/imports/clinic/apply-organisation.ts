/** The organisation itself: found by its address, made with key and address where there is none. */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import type { Database, Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import { type Keyring, Refused } from "../../_kernel/index.ts";
import { createOrganisation, type NewOrganisation } from "../../organisations/index.ts";
import type { ImportMarks } from "./import-report.ts";

const selectAddress = statement<{ orgId: string }>(
  "imports.organisation-address",
  `select org_id as "orgId" from organisation_address where slug = $1`,
);

const updateOrganisation = statement(
  "imports.update-organisation",
  `update organisation set name = $2, kind = $3, zone = $4, country = $5, default_locale = $6, locales = $7, phone = $8,
     email = $9, accent = $10, listed = $11, guest_booking = $12, policy = $13, version = version + 1
   where org_id = $1
     and (name, kind, zone, country, default_locale, locales, phone, email, accent, listed, guest_booking, policy)
       is distinct from ($2, $3, $4, $5, $6, $7::text[], $8, $9, $10, $11::boolean, $12::boolean, $13::jsonb)`,
);

/** Null: nobody has this address. A former address leads to its organisation too. */
async function organisationAt(database: Database, slug: string): Promise<string | null> {
  const [row] = await database.alone(selectAddress, [slug]);
  return row?.orgId ?? null;
}

export interface Target {
  readonly orgId: string;
  readonly isNew: boolean;
}

export async function targetOf(database: Database, { organisation }: ClinicFile): Promise<Target> {
  const orgId = await organisationAt(database, organisation.slug);
  return { orgId: orgId ?? newId(), isNew: orgId === null };
}

/** Runs in a transaction that acts in the target. */
export async function applyOrganisation(
  tx: Transaction,
  keyring: Keyring,
  { orgId, isNew }: Target,
  clinic: ClinicFile,
  marks: ImportMarks,
): Promise<void> {
  const wanted = organisationOf(orgId, clinic);
  if (isNew) {
    const created = await createOrganisation(tx, keyring, wanted);
    // Somebody took the address a moment ago.
    if (!created.ok) throw new Refused(created);
    marks.note("organisation", clinic.organisation.slug, "created");
    return;
  }
  const { name, kind, zone, country, defaultLocale, locales, phone, email, accent, listed, guestBooking, policy } =
    wanted;
  const place = [zone, country, defaultLocale, locales, phone, email, accent];
  const changed = await tx.run(updateOrganisation, [orgId, name, kind, ...place, listed, guestBooking, policy]);
  marks.note("organisation", clinic.organisation.slug, changed > 0 ? "changed" : "unchanged");
}

/** Its country is that of its first location. */
function organisationOf(orgId: string, { organisation, locations }: ClinicFile): NewOrganisation {
  const { slug, name, kind, zone, defaultLocale, locales, phone, email, listed, guestBooking } = organisation;
  return {
    ...{ orgId, slug, name, kind, zone, defaultLocale, locales, phone, email, listed, guestBooking },
    country: locations[0]?.country ?? "US",
    accent: organisation.accentColour ?? null,
    policy: organisation.policy ?? {},
  };
}
