import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { inject } from "vitest";
import { readPostmaster } from "../../../src/platform/db/postmaster-file.ts";

/** One statement as the database's owner: for time that no test has, such as a hold that lapses after five minutes. */
export async function changeInDatabase(sql: string, values: readonly unknown[]): Promise<number> {
  const { dataDir } = inject("demo");
  const postmaster = await readPostmaster(join(dataDir, "postgres"));
  if (postmaster === undefined) throw new Error("The demo's database is not running.");
  const client = new Client({
    host: "127.0.0.1",
    port: postmaster.port,
    user: "cita_owner",
    password: (await readFile(join(dataDir, "postgres-password"), "utf8")).trim(),
    database: "cita",
  });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql, [...values]);
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** As if the time of this hold were over. */
export async function letHoldLapse(holdId: string): Promise<void> {
  const sql = "update hold set expires_at = clock_timestamp() - interval '1 second' where id = $1";
  const lapsed = await changeInDatabase(sql, [holdId]);
  if (lapsed !== 1) throw new Error(`There is no hold ${holdId}.`);
}
