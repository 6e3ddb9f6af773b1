/**
 * Rows without a key of their own, which belong to something that has one: a provider's departments, a service's rooms,
 * opening hours. For each owner that the file names they become exactly what the file says.
 */
import type { Transaction } from "../../../platform/db/database.ts";
import { type Statement, statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";

export interface OwnedRows {
  readonly owner: string;
  readonly hasId: boolean;
  readonly remove: Statement<{ ownerId: string }>;
  readonly add: Statement<{ ownerId: string }>;
}

export function ownedRows(
  table: string,
  owner: string,
  columns: readonly string[],
  { hasId = false }: { readonly hasId?: boolean } = {},
): OwnedRows {
  const all = [owner, ...columns];
  const of = (source: string) => all.map((column) => `${source}.${column}`).join(", ");
  const added = hasId ? ["id", ...all] : all;
  const isSame = `(${of("t")}) is not distinct from (${of("w")})`;
  return {
    owner,
    hasId,
    remove: statement(
      `imports.remove-${table}`,
      `delete from ${table} t where t.org_id = $1 and t.${owner} = any($2)
         and not exists (select from jsonb_populate_recordset(null::${table}, $3) w where ${isSame})
       returning t.${owner} as "ownerId"`,
    ),
    add: statement(
      `imports.add-${table}`,
      `insert into ${table} (org_id, ${added.join(", ")})
       select $1, ${added.map((column) => `w.${column}`).join(", ")} from jsonb_populate_recordset(null::${table}, $2) w
       where not exists (select from ${table} t where t.org_id = $1 and ${isSame})
       returning ${owner} as "ownerId"`,
    ),
  };
}

/** The owners whose rows were not yet as the file says. */
export async function writeOwned(
  tx: Transaction,
  orgId: string,
  table: OwnedRows,
  ownerIds: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<ReadonlySet<string>> {
  const records = JSON.stringify(table.hasId ? rows.map((row) => ({ id: newId(), ...row })) : rows);
  const removed = await tx.all(table.remove, [orgId, ownerIds, records]);
  const added = await tx.all(table.add, [orgId, records]);
  return new Set([...removed, ...added].map(({ ownerId }) => ownerId));
}
