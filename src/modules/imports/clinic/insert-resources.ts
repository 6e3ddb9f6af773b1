import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { idOf, type KnownIds } from "./keyed-table.ts";

const insertRows = statement(
  "imports.insert-resources",
  `insert into resource (org_id, id, kind, exclusive) select $1, id, $2, true from unnest($3::uuid[]) as given (id)`,
);

/** What has time to be claimed stands in `resource` before it stands in its own table. */
export async function insertResources(
  tx: Transaction,
  orgId: string,
  kind: "provider" | "room" | "patient",
  { ids, newKeys }: KnownIds,
): Promise<void> {
  await tx.run(insertRows, [orgId, kind, [...newKeys].map((key) => idOf(ids, key))]);
}
