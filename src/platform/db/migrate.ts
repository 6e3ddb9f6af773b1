/**
 * Plain SQL migrations, forward only, one transaction each, under an advisory lock, so that any number of nodes may start
 * at once. A file that ran is never edited: its checksum is kept, and a changed one stops the start.
 *
 * The runner also makes the two roles that the product works under: `cita_app_<database>` and `cita_worker_<database>`.
 * They own nothing and cannot bypass row-level security. Roles belong to the whole server, so 'already exists' is success.
 */
import { createHash, createHmac } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

export interface Migrated {
  readonly applied: readonly string[];
  readonly appUrl: string;
  readonly workerUrl: string;
}

export interface MigrateOptions {
  /** The owner's connection: may create tables and roles. */
  readonly ownerUrl: string;
  readonly log: (line: string) => void;
}

const migrationsFolder = join(import.meta.dirname, "../../../db/migrations");
const lockKey = 7_233_001;

const checksumOf = (sql: string): string => createHash("sha256").update(sql).digest("hex");

/** The roles' passwords follow from the owner's, so that every node that may migrate may also connect. */
function rolePassword(ownerUrl: URL, role: string): string {
  return createHmac("sha256", decodeURIComponent(ownerUrl.password)).update(`cita role ${role}`).digest("hex");
}

function urlFor(ownerUrl: URL, role: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = ownerUrl.password === "" ? "" : rolePassword(ownerUrl, role);
  return url.href;
}

async function ensureRole(client: pg.Client, ownerUrl: URL, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const password = ownerUrl.password === "" ? "" : ` password ${pg.escapeLiteral(rolePassword(ownerUrl, role))}`;
  try {
    await client.query(`create role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls${password}`);
  } catch (error) {
    const state = error instanceof pg.DatabaseError ? error.code : null;
    // duplicate_object, or unique_violation when two databases of one server create it at the same moment.
    if (state !== "42710" && state !== "23505") throw error;
  }
}

export async function migrate({ ownerUrl, log }: MigrateOptions): Promise<Migrated> {
  const url = new URL(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username);
  const roles = { app: `cita_app_${database}`.slice(0, 63), worker: `cita_worker_${database}`.slice(0, 63) };
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "cita-migrate" });
  await client.connect();
  try {
    await client.query("set timezone = 'UTC'");
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await ensureRole(client, url, roles.app);
    await ensureRole(client, url, roles.worker);
    await client.query(
      "create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
    );
    const { rows: owners } = await client.query<{ owner: string }>("select current_user as owner");
    const tokens: Record<string, string> = {
      "{{app}}": pg.escapeIdentifier(roles.app),
      "{{worker}}": pg.escapeIdentifier(roles.worker),
      "{{owner}}": pg.escapeIdentifier(owners[0]?.owner ?? decodeURIComponent(url.username)),
    };
    const applied: string[] = [];
    for (const name of (await readdir(migrationsFolder)).filter((file) => file.endsWith(".sql")).sort()) {
      if (await applyOne(client, name, tokens)) {
        applied.push(name);
        log(`migrated ${name}`);
      }
    }
    return { applied, appUrl: urlFor(url, roles.app), workerUrl: urlFor(url, roles.worker) };
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, name: string, tokens: Record<string, string>): Promise<boolean> {
  const sql = await readFile(join(migrationsFolder, name), "utf8");
  const checksum = checksumOf(sql);
  const { rows } = await client.query<{ checksum: string }>("select checksum from migration where name = $1", [name]);
  if (rows[0] !== undefined) {
    if (rows[0].checksum !== checksum) {
      throw new Error(`the migration ${name} was changed after it ran; write a new one instead`);
    }
    return false;
  }
  const ready = Object.entries(tokens).reduce((text, [token, value]) => text.replaceAll(token, value), sql);
  await client.query("begin");
  try {
    await client.query(ready);
    await client.query("insert into migration (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`the migration ${name} failed`, { cause: error });
  }
  return true;
}

/** Start-up refuses to work under a role that could see past row-level security. */
export async function refusePowerfulRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ powerful: boolean; owns: boolean }>(
      `select (rolsuper or rolbypassrls) as powerful,
              exists (select 1 from pg_class where relowner = r.oid and relkind = 'r') as owns
       from pg_roles r where rolname = current_user`,
    );
    if (rows[0] === undefined || rows[0].powerful || rows[0].owns) {
      throw new Error(
        "the database role for the application is a superuser, bypasses row-level security or owns tables; " +
          "leave DATABASE_APP_URL and DATABASE_WORKER_URL unset, or name roles without these powers",
      );
    }
  } finally {
    await client.end();
  }
}
