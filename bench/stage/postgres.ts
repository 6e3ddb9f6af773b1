/** A PostgreSQL of the benchmark's own, in a folder that goes away with it. What is committed is flushed to disk. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { newKey } from "../../src/platform/crypto/field-cipher.ts";
import { startEmbeddedPostgres } from "../../src/platform/db/embedded-postgres.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import type { StageDatabase } from "./start-app.ts";

export interface BenchPostgres extends StageDatabase {
  /**
   * Makes every flush take a millisecond longer, as on a disk that is further away: `commit_delay` makes the one who
   * flushes for a group of commits wait first, and `commit_siblings = 0` makes him wait even when he is alone.
   */
  slowFlush(isSlow: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** `isFast`: nothing is flushed, for what asks other questions than how fast and how safe. */
export async function startBenchPostgres({ isFast = false } = {}): Promise<BenchPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), "cita-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {}, fast: isFast });
  const { appUrl, workerUrl } = await migrate({ ownerUrl: postgres.url, log: () => {} });
  return {
    ...{ ownerUrl: postgres.url, appUrl, workerUrl, masterKey: newKey().toString("hex"), dataDir },
    async slowFlush(isSlow) {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      await client.query(`alter system set commit_delay = ${isSlow ? 1000 : 0}`);
      await client.query("alter system set commit_siblings = 0");
      await client.query("select pg_reload_conf()");
      await client.end();
    },
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
