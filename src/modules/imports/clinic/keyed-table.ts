/**
 * Brings the rows of a table, matched by their keys, to what the file says: new keys are inserted, different rows updated,
 * equal ones left alone. Rows that the file does not name stay as they are.
 */
import type { Transaction } from "../../../platform/db/database.ts";
import { type Statement, statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import type { ImportKind, ImportMarks } from "./import-report.ts";

export interface KeyedTable {
  readonly kind: ImportKind;
  readonly known: Statement<{ key: string; id: string }>;
  readonly write: Statement<{ key: string }>;
}

/** One row: its key and a value for each column; dates, arrays and bytes as PostgreSQL reads them from JSON. */
export interface KeyedRow {
  readonly key: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** `versioned`: the table's `version` rises with each change, so that an administrator's open form notices. */
export function keyedTable(
  kind: ImportKind,
  table: string,
  columns: readonly string[],
  { versioned = false }: { readonly versioned?: boolean } = {},
): KeyedTable {
  const of = (source: string) => columns.map((column) => `${source}.${column}`).join(", ");
  const updates = columns.map((column) => `${column} = excluded.${column}`);
  if (versioned) updates.push(`version = ${table}.version + 1`);
  return {
    kind,
    known: statement(`imports.known-${table}`, `select key, id from ${table} where org_id = $1`),
    write: statement(
      `imports.write-${table}`,
      `insert into ${table} (org_id, id, key, ${columns.join(", ")})
       select $1, w.id, w.key, ${of("w")} from jsonb_populate_recordset(null::${table}, $2) w
       on conflict (org_id, key) do update set ${updates.join(", ")}
       where (${of(table)}) is distinct from (${of("excluded")})
       returning key`,
    ),
  };
}

/** Ids by key, of rows that were there and of those still to come. */
export type IdsByKey = ReadonlyMap<string, string>;

export interface KnownIds {
  readonly ids: IdsByKey;
  readonly newKeys: ReadonlySet<string>;
}

export async function idsFor(
  tx: Transaction,
  orgId: string,
  table: KeyedTable,
  keys: readonly string[],
): Promise<KnownIds> {
  const known = new Map((await tx.all(table.known, [orgId])).map(({ key, id }) => [key, id]));
  const newKeys = new Set(keys.filter((key) => !known.has(key)));
  return { ids: new Map([...known, ...[...newKeys].map((key) => [key, newId()] as const)]), newKeys };
}

export async function writeKeyed(
  tx: Transaction,
  orgId: string,
  table: KeyedTable,
  { ids, newKeys }: KnownIds,
  rows: readonly KeyedRow[],
  marks: ImportMarks,
): Promise<void> {
  const records = rows.map(({ key, columns }) => ({ id: ids.get(key), key, ...columns }));
  const written = new Set((await tx.all(table.write, [orgId, JSON.stringify(records)])).map(({ key }) => key));
  for (const { key } of rows) {
    marks.note(table.kind, key, newKeys.has(key) ? "created" : written.has(key) ? "changed" : "unchanged");
  }
}

/** The id of a key that the checks have proved to exist. */
export function idOf(ids: IdsByKey, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the file was checked, and yet nothing is called ${key}`);
  return id;
}
