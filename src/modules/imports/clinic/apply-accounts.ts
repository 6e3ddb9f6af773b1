/**
 * Accounts of those who work there: a person who can sign in, and a membership with role and departments.
 *
 * A person belongs to the installation, not to the clinic: one who has verified the e-mail address already is taken as
 * they are. The file carries no password; people set one by a code to their e-mail address. A membership ends by an
 * administrator's act, never because the file leaves a name out.
 */
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import type { Role } from "../../../domain/access/index.ts";
import type { PersonName } from "../../../domain/person/index.ts";
import { keyedHash } from "../../../platform/crypto/keyed-hash.ts";
import type { Database, Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import type { Keyring } from "../../_kernel/index.ts";
import { createPerson, normaliseEmail } from "../../identity/index.ts";
import type { ImportMarks } from "./import-report.ts";
import { type IdsByKey, idOf } from "./keyed-table.ts";

export interface Worker {
  readonly name: PersonName;
  /** Normalised. */
  readonly email: string;
  readonly phone: string;
  readonly role: Role;
  /** Keys of departments. */
  readonly departments: readonly string[];
  /** The provider whose diary it is. */
  readonly provider: string | null;
}

/** Null for a person who is still to be made: in a dry run nobody is. */
export type PersonsOfWorkers = ReadonlyMap<Worker, string | null>;

const selectDiaryOwners = statement<{ key: string; personId: string }>(
  "imports.diary-owners",
  `select p.key, m.person_id as "personId"
   from membership m join provider p on p.org_id = m.org_id and p.id = m.resource_id
   where m.org_id = $1`,
);
const selectPerson = statement<{ personId: string; verified: boolean }>(
  "imports.person-by-email",
  `select person_id as "personId", verified from person_by_contact('email', $1)`,
);
const selectMembers = statement<{ personId: string }>(
  "imports.members",
  `select person_id as "personId" from membership where org_id = $1`,
);
const insertMembership = statement(
  "imports.insert-membership",
  `insert into membership (org_id, id, person_id, roles, department_ids, resource_id) values ($1, $2, $3, $4, $5, $6)`,
);
const updateMembership = statement(
  "imports.update-membership",
  `update membership set roles = $3, department_ids = $4, resource_id = $5
   where org_id = $1 and person_id = $2
     and (roles, department_ids, resource_id) is distinct from ($3::text[], $4::uuid[], $5::uuid)`,
);

export function workersOf({ providers, staff, departments }: ClinicFile): Worker[] {
  const everywhere = departments.map(({ key }) => key);
  const ofDiaries = providers.map((entry) => ({ ...entry, provider: entry.key }));
  const ofDesks = staff.map((entry) => ({
    ...entry,
    departments: entry.departments.length === 0 ? everywhere : entry.departments,
    provider: null,
  }));
  return [...ofDiaries, ...ofDesks].map(
    ({ given, family, secondFamily, email, phone, role, departments, provider }) => ({
      ...{ phone, role, departments, provider },
      name: { given, family, secondFamily: secondFamily ?? null },
      email: normaliseEmail(email) ?? email,
    }),
  );
}

/** Who each of them is already: the owner of the diary, or whoever has verified the e-mail address. */
export async function knownPersons(
  database: Database,
  keyring: Keyring,
  orgId: string,
  workers: readonly Worker[],
): Promise<PersonsOfWorkers> {
  return database.transaction({ orgId }, async (tx) => {
    const owners = new Map((await tx.all(selectDiaryOwners, [orgId])).map(({ key, personId }) => [key, personId]));
    const persons = new Map<Worker, string | null>();
    for (const worker of workers) {
      const owner = worker.provider === null ? undefined : owners.get(worker.provider);
      const byEmail = await tx.one(selectPerson, [keyedHash(keyring.contactIndex, worker.email)]);
      persons.set(worker, owner ?? (byEmail?.verified ? byEmail.personId : null));
    }
    return persons;
  });
}

/**
 * Makes those who are nobody yet, each in a transaction of their own, because persons belong to no organisation. Should
 * the import fail afterwards, they belong nowhere, and the next attempt finds them.
 */
export async function createMissingPersons(
  database: Database,
  keyring: Keyring,
  { organisation }: ClinicFile,
  persons: PersonsOfWorkers,
  passwordHash: string | null,
): Promise<PersonsOfWorkers> {
  const all = new Map(persons);
  for (const [worker, personId] of persons) {
    if (personId !== null) continue;
    const { name, email, phone } = worker;
    const person = { name, birthDate: null, locale: organisation.defaultLocale, email, phone, passwordHash };
    all.set(worker, await createPerson(database, keyring, person));
  }
  return all;
}

export async function applyMemberships(
  tx: Transaction,
  orgId: string,
  persons: PersonsOfWorkers,
  ids: { readonly providers: IdsByKey; readonly departments: IdsByKey },
  marks: ImportMarks,
): Promise<void> {
  const members = new Set((await tx.all(selectMembers, [orgId])).map(({ personId }) => personId));
  for (const [{ email, role, departments, provider }, personId] of persons) {
    const departmentIds = departments.map((key) => idOf(ids.departments, key)).sort();
    const resourceId = provider === null ? null : idOf(ids.providers, provider);
    const isMember = personId !== null && members.has(personId);
    if (isMember) {
      const changed = await tx.run(updateMembership, [orgId, personId, [role], departmentIds, resourceId]);
      marks.note("accounts", email, changed > 0 ? "changed" : "unchanged");
      continue;
    }
    if (personId !== null) {
      await tx.run(insertMembership, [orgId, newId(), personId, [role], departmentIds, resourceId]);
    }
    marks.note("accounts", email, "created");
  }
}
