import type { BodyOf, Contract } from "../../../contract/index.ts";
import type { Locale } from "../../../contract/values.ts";
import { parseZone, type ZoneId } from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import {
  done,
  type FieldProblem,
  functionCommand,
  Refused,
  type Result,
  recordDone,
  refuse,
} from "../../_kernel/index.ts";
import { createOrganisation, type NewOrganisation } from "../../organisations/index.ts";
import { countryOfPhone, normaliseEmail, parsePhone } from "../contact.ts";
import { createPersonIn, type NewPerson } from "../create-person.ts";
import { isSetupNeeded, spendSetupCode } from "../installation.ts";
import { readMe } from "../me.ts";
import { asPerson, concerns } from "../own-transaction.ts";
import { hashPassword } from "../password.ts";
import { isWeakPassword } from "../password-strength.ts";
import { agentOf, startSession } from "../session.ts";

type Body = BodyOf<Contract["platform.set-up"]>;

const insertAdministrator = statement(
  "identity.insert-administrator",
  "insert into membership (org_id, id, person_id, roles) values ($1, $2, $3, array['administrator'])",
);

/** Once: the first organisation, its key and address, its administrator, signed in. */
export const setUpInstallation = functionCommand("platform.set-up", {
  permission: "account.register",
  audit: "installation.set-up",
  publicBecause: "There is no account yet; the code that the server printed proves who may.",
  perMinute: 10,
  run: async (call) => {
    const { body, context, database, keyring } = call;
    if (!(await isSetupNeeded(database))) return refuse("setup_done");
    const entered = setupEntered(body);
    if (!entered.ok) return entered;
    const { organisation, administrator } = entered.value;
    const { orgId } = organisation;
    const personId = newId();
    concerns(call, personId);
    const passwordHash = await hashPassword(body.password);

    const session = await database.transaction({ orgId, personId }, async (tx) => {
      if (!(await spendSetupCode(tx, body.setupCode))) throw new Refused(refuse("setup_code_wrong"));
      const created = await createOrganisation(tx, keyring, organisation);
      if (!created.ok) throw new Refused(created);
      await createPersonIn(tx, keyring, personId, { ...administrator, passwordHash });
      await tx.run(insertAdministrator, [orgId, newId(), personId]);
      const started = await startSession(tx, personId, agentOf(context));
      // The record belongs to the platform organisation, which this transaction cannot reach: it is written just before
      // the commit, so that nothing is done without a record.
      await asPerson(database, personId, (platform) => recordDone(platform, call));
      return started;
    });
    call.session.start(session.token, session.expiresAt);
    return done(await readMe(database, keyring, personId, session));
  },
});

interface Entered {
  readonly organisation: NewOrganisation;
  readonly administrator: Omit<NewPerson, "passwordHash">;
}

/** Its country is that of its telephone number, which must therefore be written with the prefix. */
function setupEntered(body: Body): Result<Entered> {
  const fields: FieldProblem[] = [];
  const organisationPhone = parsePhone(body.organisationPhone, null);
  const country = organisationPhone === null ? null : countryOfPhone(organisationPhone);
  const phone = parsePhone(body.phone, country);
  const email = normaliseEmail(body.email);
  const [given, family] = [body.given.trim(), body.family.trim()];
  const zone = parseZone(body.zone);
  if (!zone.ok) fields.push({ path: "zone", code: "not_allowed" });
  if (country === null) fields.push({ path: "organisationPhone", code: "bad_phone" });
  if (phone === null) fields.push({ path: "phone", code: "bad_phone" });
  if (email === null) fields.push({ path: "email", code: "bad_email" });
  if (given === "") fields.push({ path: "given", code: "required" });
  if (family === "") fields.push({ path: "family", code: "required" });
  if (isWeakPassword(body.password, { given, family, email })) fields.push({ path: "password", code: "weak_password" });
  if (fields.length > 0 || organisationPhone === null || country === null || email === null || !zone.ok) {
    return refuse("invalid_request", { fields });
  }
  return done({
    organisation: newClinic(body, zone.zone, organisationPhone, country),
    administrator: { name: { given, family }, birthDate: null, locale: body.defaultLocale, email, phone },
  });
}

/** The address that patients write to stands empty until the administrator enters one: their own is nobody's business. */
function newClinic(body: Body, zone: ZoneId, phone: string, country: string): NewOrganisation {
  const other: Locale = body.defaultLocale === "en" ? "es" : "en";
  return {
    orgId: newId(),
    slug: body.slug,
    name: body.organisationName.trim(),
    kind: "clinic",
    zone,
    country,
    defaultLocale: body.defaultLocale,
    locales: [body.defaultLocale, other],
    phone,
    email: "",
    accent: null,
    listed: true,
    guestBooking: false,
    policy: {},
  };
}
