/** The signed-in person with everything that the pages of portal and staff start from. */

import type { AnswerOf, Contract } from "../../contract/index.ts";
import { permissionsOf, type Role } from "../../domain/access/index.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Keyring } from "../_kernel/index.ts";
import type { ContactKind } from "./contact.ts";
import { asPerson } from "./own-transaction.ts";
import { type Person, readPerson } from "./person-record.ts";
import { organisationsOf } from "./session.ts";
import { standingIn } from "./standing.ts";

type Me = AnswerOf<Contract["me.get"]>;

/** One transaction for each organisation, because none of them reaches into another (DESIGN.md 7). */
export async function readMe(
  database: Database,
  keyring: Keyring,
  personId: string,
  session: { readonly expiresAt: string },
): Promise<Me> {
  const { person, organisations } = await asPerson(database, personId, async (tx) => ({
    person: await readPerson(tx, keyring, personId),
    organisations: await organisationsOf(tx, personId),
  }));
  const bySlug = new Map(organisations.map(({ slug, orgId }) => [slug, orgId]));
  const memberships: Me["memberships"] = [];
  const patientOf: Me["patientOf"] = [];
  for (const [slug, orgId] of bySlug) {
    const standing = await database.transaction({ orgId, personId }, (tx) => standingIn(tx, orgId, personId));
    const { organisationName, zone, roles, departmentIds, providerId, patientId } = standing;
    if (patientId !== null) patientOf.push({ slug, organisationName, patientId });
    if (roles === null) continue;
    memberships.push({
      slug,
      organisationName,
      zone,
      roles: roles.filter(isShownRole),
      permissions: [...permissionsOf(roles).keys()],
      providerId,
      departmentIds: [...(departmentIds ?? [])],
    });
  }
  const byName = new Intl.Collator(person.locale);
  const inOrder = (a: { organisationName: string }, b: { organisationName: string }) =>
    byName.compare(a.organisationName, b.organisationName);
  return {
    person: shownPerson(person),
    memberships: memberships.sort(inOrder),
    patientOf: patientOf.sort(inOrder),
    session: { expiresAt: session.expiresAt },
  };
}

function isShownRole(role: Role): role is Exclude<Role, "public" | "system"> {
  return role !== "public" && role !== "system";
}

function shownPerson({ id, name, birthDate, locale, zone, contacts }: Person): Me["person"] {
  const shown = (kind: ContactKind) => {
    const contact = contacts.find((one) => one.kind === kind);
    return contact === undefined ? null : { value: contact.value, verified: contact.verified };
  };
  const { given, family, secondFamily } = name;
  return {
    id,
    given,
    family,
    secondFamily: secondFamily ?? null,
    birthDate,
    locale,
    zone,
    email: shown("email"),
    phone: shown("phone"),
  };
}
