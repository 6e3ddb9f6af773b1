/**
 * Connections and transactions. A database handle exists only inside `transaction`, which says first for which
 * organisation and person it acts; without an organisation row-level security shows nothing.
 *
 * Instants come back as ISO text in UTC (`2026-03-16T13:00:00Z`), dates as `2026-03-16`, 64-bit counts as numbers.
 */
import pg from "pg";
import { isUuid } from "../ids/identifiers.ts";
import type { Statement } from "./statement.ts";

const timestamptz = 1184;
const date = 1082;
const int8 = 20;

function isoFromPostgres(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:?00)?$/, "")}Z`;
}

const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === timestamptz) return isoFromPostgres;
    if (oid === date) return (text: string) => text;
    if (oid === int8) return Number;
    return pg.types.getTypeParser(oid, format);
  },
} as pg.CustomTypesConfig;

export interface Transaction {
  all<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /** The only row, or undefined; more than one row is a bug. */
  one<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>;
  /** Number of rows written. */
  run(statement: Statement<unknown>, values?: readonly unknown[]): Promise<number>;
}

export interface Acting {
  readonly orgId: string | null;
  readonly personId?: string | null;
}

export interface Database {
  /** Runs `work` in one transaction for one organisation; commits when it returns, rolls back when it throws. */
  transaction<T>(acting: Acting, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** One statement in one round trip, for functions that set their organisation themselves. */
  alone<Row>(statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]>;
  /** A connection outside the pool's turn-taking, for LISTEN and NOTIFY. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** Called with every statement run; tests use it to explain what really ran. */
export type StatementObserver = (statement: Statement<unknown>, values: readonly unknown[]) => void;

export interface DatabaseOptions {
  readonly url: string;
  readonly maxConnections: number;
  readonly onError: (error: Error) => void;
  readonly observe?: StatementObserver;
}

function beginFor(acting: Acting): string {
  const settings: string[] = [];
  for (const [name, id] of [
    ["app.org", acting.orgId],
    ["app.person", acting.personId ?? null],
  ] as const) {
    if (id === null) continue;
    // The id is written into the text, because a message of several statements takes no parameters.
    if (!isUuid(id)) throw new Error(`${name} is not a UUID`);
    settings.push(`set local ${name} = '${id}'`);
  }
  return ["begin", ...settings].join("; ");
}

function transactionOn(client: pg.ClientBase, observe: StatementObserver | undefined): Transaction {
  async function query<Row>(statement: Statement<Row>, values: readonly unknown[] = []) {
    observe?.(statement, values);
    return client.query<Row & pg.QueryResultRow>({ name: statement.name, text: statement.text, values: [...values] });
  }
  return {
    all: async (statement, values) => (await query(statement, values)).rows,
    one: async (statement, values) => {
      const { rows } = await query(statement, values);
      if (rows.length > 1) throw new Error(`${statement.name} gave ${rows.length} rows where one was expected`);
      return rows[0];
    },
    run: async (statement, values) => (await query(statement, values)).rowCount ?? 0,
  };
}

const connectionSettings =
  "-c timezone=UTC -c statement_timeout=5s -c lock_timeout=4s -c idle_in_transaction_session_timeout=15s";

/** `FATAL` ends the connection; what is no error of the database at all came from the connection itself. */
function isRaisedByStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === "ERROR";
}

export function openDatabase({ url, maxConnections, onError, observe }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    types,
    options: connectionSettings,
    connectionTimeoutMillis: 2_000,
    // Kept: a new connection is a new process there and thousands of hashes here, in the very moment of the rush.
    idleTimeoutMillis: 0,
    application_name: "cita",
  });
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  return {
    async transaction(acting, work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(beginFor(acting));
        const result = await work(transactionOn(client, observe));
        await client.query("commit");
        return result;
      } catch (error) {
        broken = await client.query("rollback").then(
          () => undefined,
          (rollbackError: Error) => rollbackError,
        );
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async alone<Row>(statement: Statement<Row>, values: readonly unknown[]) {
      observe?.(statement, values);
      const client = await pool.connect();
      let isBroken = false;
      try {
        const query = { name: statement.name, text: statement.text, values: [...values] };
        return (await client.query<Row & pg.QueryResultRow>(query)).rows;
      } catch (error) {
        // A refusal raised in the database leaves its connection sound; `pool.query` would throw it away with the refusal,
        // and a new one costs ten times what the refusal did.
        isBroken = !isRaisedByStatement(error);
        throw error;
      } finally {
        client.release(isBroken);
      }
    },
    async connect() {
      const client = new pg.Client({ connectionString: url, types, application_name: "cita-listen" });
      client.on("error", onError);
      await client.connect();
      return client;
    },
    close: () => pool.end(),
  };
}
