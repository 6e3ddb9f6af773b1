/** A new organisation with its key and address: made by the first set-up and by the import of a clinic file. */
import type { Locale } from "../../contract/values.ts";
import type { PolicyPart } from "../../domain/policy/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { done, type Keyring, type Result, refuse } from "../_kernel/index.ts";

export interface NewOrganisation {
  readonly orgId: string;
  /** Null for the platform organisation alone: nobody reaches it by an address. */
  readonly slug: string | null;
  readonly name: string;
  readonly kind: "clinic" | "hospital" | "practice" | "platform";
  readonly zone: string;
  readonly country: string;
  readonly defaultLocale: Locale;
  readonly locales: readonly Locale[];
  readonly phone: string;
  readonly email: string;
  readonly accent: string | null;
  readonly listed: boolean;
  readonly guestBooking: boolean;
  readonly policy: PolicyPart;
}

const insertOrganisation = statement(
  "organisations.insert",
  `insert into organisation
     (org_id, name, kind, zone, country, default_locale, locales, phone, email, accent, listed, guest_booking, policy)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

const takeAddress = statement<{ taken: boolean }>(
  "organisations.take-address",
  "select take_organisation_address($1, $2) as taken",
);

/** Gives the organisation of `tx` this address; its former one leads here too. False: it is another organisation's. */
export async function takeOrganisationAddress(tx: Transaction, orgId: string, slug: string): Promise<boolean> {
  return (await tx.one(takeAddress, [orgId, slug]))?.taken ?? false;
}

/** Runs in a transaction that acts in `organisation.orgId`. Refused with `already_exists` when the address is taken. */
export async function createOrganisation(
  tx: Transaction,
  keyring: Keyring,
  organisation: NewOrganisation,
): Promise<Result<void>> {
  const { orgId, slug, name, kind, zone, country, defaultLocale, locales, phone, email } = organisation;
  const { accent, listed, guestBooking, policy } = organisation;
  const place = [zone, country, defaultLocale, locales, phone, email];
  await tx.run(insertOrganisation, [orgId, name, kind, ...place, accent, listed, guestBooking, policy]);
  await keyring.createOrganisation(tx, orgId);
  if (slug !== null && !(await takeOrganisationAddress(tx, orgId, slug))) return refuse("already_exists");
  return done(undefined);
}
