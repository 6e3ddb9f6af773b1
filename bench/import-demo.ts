/**
 * How long the demo takes to load: two clinics, 2,000 patients and 12,000 appointments with encryption, blind indexes and
 * audit, on an embedded PostgreSQL of its own with every safeguard on. Ends non-zero when it takes a minute or longer, or
 * when any resource is in two visits.
 *
 * `node bench/import-demo.ts`, with Node 26.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { makeKeyring } from "../src/modules/_kernel/index.ts";
import { ensureInstallation } from "../src/modules/identity/index.ts";
import { loadDemo } from "../src/modules/imports/index.ts";
import { systemClock } from "../src/platform/clock/clock.ts";
import { newKey } from "../src/platform/crypto/field-cipher.ts";
import { openDatabase } from "../src/platform/db/database.ts";
import { startEmbeddedPostgres } from "../src/platform/db/embedded-postgres.ts";
import { migrate } from "../src/platform/db/migrate.ts";

const secondsAllowed = 60;
const say = (line: string): void => console.log(line);

const dataDir = await mkdtemp(join(tmpdir(), "cita-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} });
try {
  const { appUrl } = await migrate({ ownerUrl: postgres.url, log: () => {} });
  const database = openDatabase({ url: appUrl, maxConnections: 8, onError: () => {} });
  const masterKey = newKey();
  const { installationKey } = await ensureInstallation(database, masterKey, { wantSetupCode: false });
  const keyring = makeKeyring(masterKey, installationKey, systemClock.nowMs);

  const startedMs = performance.now();
  const log = (line: string) => say(`${((performance.now() - startedMs) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  await loadDemo(database, keyring, { log });
  const seconds = (performance.now() - startedMs) / 1000;
  await database.close();

  const overlaps = await countOverlaps(postgres.url);
  say(
    `Loaded in ${seconds.toFixed(1)} s (allowed: ${secondsAllowed} s); resources in two visits at once: ${overlaps}.`,
  );
  if (seconds >= secondsAllowed || overlaps > 0) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Looks at the claims themselves, as if there were no constraint. */
async function countOverlaps(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ overlaps: string }>(
      `select count(*) as overlaps
       from (select starts_at, max(ends_at) over (partition by org_id, resource_id order by starts_at
                                                  rows between unbounded preceding and 1 preceding) as taken_until
             from claim) c
       where starts_at < taken_until`,
    );
    return Number(rows[0]?.overlaps);
  } finally {
    await client.end();
  }
}
