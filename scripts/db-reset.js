/**
 * `npm run db:reset`: throws away the embedded database of this data folder, so that the next start makes a new
 * one. The key file beside the data folder stays. A database named in DATABASE_URL is never touched.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { installPackages } from "./steps/install.js";
import { root } from "./steps/root.js";
import { runUnderNode26 } from "./steps/run-under-node-26.js";
import { main, ScriptFailure } from "./steps/step.js";

await main(async () => {
  await installPackages();
  if (!("Temporal" in globalThis)) return runUnderNode26("scripts/db-reset.js", process.argv.slice(2));
  if (process.env.DATABASE_URL !== undefined) {
    throw new ScriptFailure("DATABASE_URL is set: db:reset only throws away the embedded database. Unset it first.");
  }
  const dataDir = resolve(process.env.CITA_DATA_DIR ?? join(root, ".cita", "data"));
  const note = join(dataDir, "database-folder.txt");
  const parent = existsSync(note) ? readFileSync(note, "utf8").trim() : dataDir;
  const cluster = join(parent, "postgres");
  if (existsSync(join(cluster, "postmaster.pid"))) await stopLeftover(dataDir);
  const notes = ["postgres-password", "postgres.log", "audit-heads.jsonl"].map((name) => join(dataDir, name));
  for (const path of [cluster, note, ...notes]) rmSync(path, { recursive: true, force: true });
  console.log(`The database of ${dataDir} is gone; the next start makes a new one.`);
});

/**
 * A server that a killed Cita left running is taken over and stopped; one that a running Cita uses is refused.
 * @param {string} dataDir
 */
async function stopLeftover(dataDir) {
  const { startEmbeddedPostgres } = await import("../src/platform/db/embedded-postgres.ts");
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, log: console.log });
    await postgres.stop();
  } catch (error) {
    throw new ScriptFailure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
