/** Walks the database's catalogue, so that a new table cannot forget what keeps organisations apart [ID-04]. */
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase, type TestDatabase } from "../setup/database.ts";

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Tables that belong to no organisation, each with its reason. Whoever adds one says why here. */
const withoutOrganisation: Readonly<Record<string, string>> = {
  migration: "Names of the migrations that ran; only the owner reads it.",
  installation: "One row: the installation's own wrapped key. Nothing of anybody.",
  organisation_address:
    "Which organisation answers to which address: asked before it is known which one. No personal data.",
  person: "A person may belong to several organisations; the policy shows a session its own person only.",
  person_contact: "Sign-in contacts of a person, encrypted; own person only.",
  person_factor: "Second factors of a person; own person only.",
  session: "Sessions of a person; own person only, and found by the hash of a secret.",
  verification_code: "Codes sent to contacts of people who may have no account yet; reached by functions only.",
  sign_in_try: "Counted by keyed hashes before anybody is signed in; reached by functions only.",
};

const appendOnly = ["audit_event", "audit_subject", "audit_seal", "audit_seal_entry", "appointment_change"];

/** Functions that see more than their caller: each gives only what its comment in the migrations says. */
const definerFunctions = [
  "begin_sign_in",
  "code_person",
  "colleague_names",
  "end_sign_in",
  "issue_code",
  "listed_organisations",
  "organisations_of_person",
  "organisations_with_work",
  "person_by_contact",
  "session_by_token",
  "sweep_accounts",
  "take_organisation_address",
  "use_code",
];

async function all<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(sql, [...values])).rows;
}

const tables = () =>
  all<{ name: string; hasOrganisation: boolean; isOn: boolean; isForced: boolean }>(
    `select c.relname as name, c.relrowsecurity as "isOn", c.relforcerowsecurity as "isForced",
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and a.attnotnull) as "hasOrganisation"
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'v') order by 1`,
  );
const tenantTables = async () => (await tables()).filter(({ name }) => withoutOrganisation[name] === undefined);

describe("every table of an organisation", () => {
  it("has the organisation in it, or a reason why not", async () => {
    const bare = (await tables()).filter(({ hasOrganisation }) => !hasOrganisation).map(({ name }) => name);
    expect(bare.filter((name) => withoutOrganisation[name] === undefined)).toEqual([]);
    const known = (await tables()).map(({ name }) => name);
    expect(Object.keys(withoutOrganisation).filter((name) => !known.includes(name))).toEqual([]);
  });

  it("has row-level security, forced on its owner too [ID-04]", async () => {
    const open = (await tenantTables()).filter(({ isOn, isForced }) => !isOn || !isForced);
    expect(open.map(({ name }) => name)).toEqual([]);
    const people = (await tables()).filter(({ name }) => /^(person|session|verification_code|sign_in_try)/.test(name));
    expect(people.every(({ isOn, isForced }) => isOn && isForced)).toBe(true);
  });

  it("lets application and worker see the organisation of the transaction by one plain expression", async () => {
    const policies = await all<{
      table: string;
      policy: string;
      toOwner: boolean;
      using: string;
      check: string | null;
    }>(
      `select c.relname as table, p.polname as policy, pg_get_expr(p.polqual, p.polrelid) as using,
              pg_get_expr(p.polwithcheck, p.polrelid) as check,
              p.polroles = array[(select oid from pg_roles where rolname = current_user)] as "toOwner"
       from pg_policy p join pg_class c on c.oid = p.polrelid`,
    );
    const plain = "(org_id = (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid)";
    for (const { name } of await tenantTables()) {
      const seen = policies.filter(({ table, toOwner }) => table === name && !toOwner);
      expect(seen, name).toEqual([{ table: name, policy: "tenant", toOwner: false, using: plain, check: plain }]);
    }
  });

  it("begins every key, unique index, exclusion and foreign key with the organisation", async () => {
    const names = (await tenantTables()).map(({ name }) => name);
    const indexes = await all<{ index: string; first: string }>(
      `select i.indexrelid::regclass::text as index, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid
       left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where (i.indisunique or i.indisexclusion) and c.relname = any($1)`,
      [names],
    );
    expect(indexes.length).toBeGreaterThan(names.length);
    expect(indexes.filter(({ first }) => first !== "org_id")).toEqual([]);
    const references = await all<{ constraint: string; first: string; target: string }>(
      `select k.conname as constraint, a.attname as first, t.attname as target
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_attribute t on t.attrelid = k.confrelid and t.attnum = k.confkey[1]
       where k.contype = 'f' and c.relname = any($1)`,
      [names],
    );
    expect(references.length).toBeGreaterThan(30);
    expect(references.filter(({ first, target }) => first !== "org_id" || target !== "org_id")).toEqual([]);
  });
});

describe("the roles that the product works under", () => {
  const roles = () => [database.appUrl, database.workerUrl].map((url) => decodeURIComponent(new URL(url).username));

  it("are no superusers, bypass nothing, make nothing and own nothing", async () => {
    const found = await all<{ owned: number }>(
      `select (select count(*)::int from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owned
       from pg_roles r where rolname = any($1) and not rolsuper and not rolbypassrls and not rolcreatedb and not rolcreaterole
         and not rolreplication and not exists (select from pg_auth_members m where m.member = r.oid)`,
      [roles()],
    );
    expect(found).toEqual([{ owned: 0 }, { owned: 0 }]);
    const mayCreate = await all(
      "select rolname from pg_roles where rolname = any($1) and has_schema_privilege(oid, 'public', 'create')",
      [roles()],
    );
    expect(mayCreate).toEqual([]);
  });

  it("can neither change nor remove what is on record [AUD-02]", async () => {
    const rights = await all<{ table: string; role: string }>(
      `select t as table, r as role from unnest($1::text[]) t, unnest($2::text[]) r,
         unnest(array['update', 'delete', 'truncate', 'references', 'trigger']) p where has_table_privilege(r, t, p)`,
      [appendOnly, roles()],
    );
    expect(rights).toEqual([]);
    const columns = await all(
      "select from unnest($1::text[]) t, unnest($2::text[]) r where has_any_column_privilege(r, t, 'update')",
      [appendOnly, roles()],
    );
    expect(columns).toEqual([]);
    await expect(owner.query("update appointment_change set kind = kind where false")).resolves.toBeDefined();
  });

  it("empty no table and hang nothing on one", async () => {
    const rights = await all(
      `select c.relname, r from pg_class c, unnest($1::text[]) r, unnest(array['truncate', 'trigger', 'references']) p
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(r, c.oid, p)`,
      [roles()],
    );
    expect(rights).toEqual([]);
  });

  it("see more than their own rows by known functions alone, which nobody else may call", async () => {
    const functions = await all<{ name: string; isClosed: boolean; hasPath: boolean }>(
      `select p.proname as name, not has_function_privilege('public', p.oid, 'execute') as "isClosed",
              p.proconfig::text like '%search_path%' as "hasPath"
       from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1`,
    );
    expect(functions).toEqual(definerFunctions.map((name) => ({ name, isClosed: true, hasPath: true })));
  });
});
