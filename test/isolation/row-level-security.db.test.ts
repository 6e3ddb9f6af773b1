/**
 * The second lock. Every check of the application is left out here: plain SQL under the application's and the worker's
 * role, on two clinics that are full of data. The database alone keeps them apart [ID-04].
 */
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteName } from "../../src/contract/index.ts";
import { startTestServer, type TestServer } from "../builders/test-server.ts";
import { routeCases } from "../routes/route-cases.ts";
import { aRouteClinic, type RouteClinic } from "../routes/route-clinic.ts";

let server: TestServer;
let ours: RouteClinic;
let theirs: RouteClinic;
let owner: Client;
const clients: Client[] = [];

beforeAll(async () => {
  server = await startTestServer();
  ours = await aRouteClinic(server, "our-clinic", 1);
  theirs = await aRouteClinic(server, "their-clinic", 2);
  for (const clinic of [ours, theirs]) await fill(clinic);
  owner = await connect(server.urls.ownerUrl);
}, 120_000);
afterAll(async () => {
  for (const client of clients) await client.end();
  await server.stop();
});

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

async function fill(clinic: RouteClinic): Promise<void> {
  for (const name of Object.keys(contract) as RouteName[]) {
    for (const { by, make } of routeCases[name]) {
      const cookie = by === "visitor" || by === "patient" ? clinic.cookieOf(by) : clinic.staff[by].cookie;
      await server.ask(name, { slug: clinic.slug, cookie, ...(await make(clinic)) });
    }
  }
}

interface Table {
  readonly name: string;
  readonly columns: string;
  readonly ours: number;
  readonly theirs: number;
}

async function tenantTables(): Promise<Table[]> {
  const { rows } = await owner.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns
     where table_schema = 'public' and is_generated = 'NEVER' and table_name <> 'organisation_address'
     group by table_name having bool_or(column_name = 'org_id') order by 1`,
  );
  const tables: Table[] = [];
  for (const { name, columns } of rows) {
    const counted = await owner.query<{ ours: number; theirs: number }>(
      `select count(*) filter (where org_id = $1)::int as ours, count(*) filter (where org_id = $2)::int as theirs from ${name}`,
      [ours.organisation.orgId, theirs.organisation.orgId],
    );
    tables.push({ name, columns, ours: counted.rows[0]?.ours ?? 0, theirs: counted.rows[0]?.theirs ?? 0 });
  }
  return tables;
}

/** Runs in a transaction that acts in the organisation and is undone. */
async function inOrganisation<T>(client: Client, orgId: string | null, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  if (orgId !== null) await client.query(`set local app.org = '${orgId}'`);
  try {
    return await work();
  } finally {
    await client.query("rollback");
  }
}

const sqlState = (error: unknown): string => (error as { code?: string }).code ?? "";

async function mayDo(client: Client, table: string, privilege: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>("select has_table_privilege($1, $2) as may", [
    table,
    privilege,
  ]);
  return rows[0]?.may ?? false;
}

/** Rows that a statement touched, or the SQLSTATE that it was refused with. */
async function outcomeOf(client: Client, orgId: string | null, sql: string, values: unknown[] = []): Promise<unknown> {
  return inOrganisation(client, orgId, () =>
    client.query(sql, values).then(
      (result) => result.rowCount,
      (error: unknown) => sqlState(error),
    ),
  );
}

describe.each(["appUrl", "workerUrl"] as const)("under the role of %s", (role) => {
  let client: Client;
  let tables: Table[];
  beforeAll(async () => {
    client = await connect(server.urls[role]);
    tables = await tenantTables();
  });

  const count = (orgId: string | null, table: string) =>
    inOrganisation(client, orgId, async () => {
      const { rows } = await client.query<{ n: number; foreign: number }>(
        `select count(*)::int as n, count(*) filter (where org_id is distinct from $1)::int as foreign from ${table}`,
        [orgId],
      );
      return rows[0];
    });

  it("the clinics hold data in the tables that the test is about", () => {
    const empty = tables.filter((table) => table.ours === 0 || table.theirs === 0).map(({ name }) => name);
    // Written by the worker, which does not run here, or by a step that no case takes.
    const ofTheWorker = ["audit_seal", "audit_seal_entry", "message_attempt"];
    expect(empty.filter((name) => !ofTheWorker.includes(name))).toEqual([]);
  });

  it("a transaction sees the rows of its organisation and no others", async () => {
    for (const { name, ours: rows } of tables) {
      if (!(await mayDo(client, name, "select"))) continue;
      expect(await count(ours.organisation.orgId, name), name).toEqual({ n: rows, foreign: 0 });
    }
  });

  it("a transaction that names no organisation sees nothing", async () => {
    for (const { name } of tables) {
      if (!(await mayDo(client, name, "select"))) continue;
      expect((await count(null, name))?.n, name).toBe(0);
      const named = await inOrganisation(client, null, async () => {
        await client.query("set local app.org = ''");
        return (await client.query(`select 1 from ${name}`)).rowCount;
      });
      expect(named, name).toBe(0);
    }
  });

  it("no row enters another organisation, or leaves for it", async () => {
    for (const { name, columns, theirs: rows } of tables.filter((table) => table.theirs > 0)) {
      const [from, to] = [ours.organisation.orgId, theirs.organisation.orgId];
      const found = await owner.query(`select to_jsonb(t) as row from ${name} t where org_id = $1 limit 1`, [to]);
      const insert = `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, $1)`;
      const inserted = await outcomeOf(client, from, insert, [found.rows[0]?.row]);
      expect(inserted, `insert into ${name}`).toBe("42501");
      const moved = await outcomeOf(client, from, `update ${name} set org_id = '${to}'`);
      expect(moved, `move in ${name}`).toBe("42501");
      for (const sql of [
        `update ${name} set org_id = org_id where org_id = $1`,
        `delete from ${name} where org_id = $1`,
      ]) {
        expect([0, "42501"], sql).toContain(await outcomeOf(client, from, sql, [to]));
      }
      const { rows: left } = await owner.query(`select count(*)::int as n from ${name} where org_id = $1`, [to]);
      expect(left[0]).toEqual({ n: rows });
    }
  });

  it("nobody is seen among persons but the one who acts", async () => {
    const personId = ours.patient.personId;
    for (const table of ["person", "person_contact", "person_factor", "session", "verification_code", "sign_in_try"]) {
      const key = table === "person" ? "id" : "person_id";
      if (!(await mayDo(client, table, "select"))) {
        expect(await outcomeOf(client, ours.organisation.orgId, `select 1 from ${table}`), table).toBe("42501");
        continue;
      }
      expect(await outcomeOf(client, ours.organisation.orgId, `select 1 from ${table}`), table).toBe(0);
      const own = await inOrganisation(client, null, async () => {
        await client.query(`set local app.person = '${personId}'`);
        return client.query(`select count(*) filter (where ${key} <> $1)::int as others from ${table}`, [personId]);
      });
      expect(own.rows, table).toEqual([{ others: 0 }]);
    }
  });

  it("addresses of organisations can be read and not changed", async () => {
    for (const sql of ["update organisation_address set org_id = org_id", "delete from organisation_address"]) {
      expect(await outcomeOf(client, ours.organisation.orgId, sql)).toBe("42501");
    }
    const taken = "select take_organisation_address($1, 'stolen')";
    expect(await outcomeOf(client, ours.organisation.orgId, taken, [theirs.organisation.orgId])).toBe("42501");
  });
});
