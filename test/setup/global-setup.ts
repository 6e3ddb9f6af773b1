import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/platform/db/embedded-postgres.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { isPostgresProcess, readPostmaster } from "../../src/platform/db/postmaster-file.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Of the superuser, database `cita`: only for tests of the database itself. */
    superuserUrl: string;
    /** The migrated database that `cloneDatabase` copies. */
    template: { database: string; ownerUrl: string; appUrl: string; workerUrl: string };
  }
}

const folderPrefix = "cita-test-";
const silent = () => {};

/** One real PostgreSQL for the whole run, in a folder of its own, so that several runs can go on side by side. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAwayKilledRuns();
  const dataDir = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent, fast: true });
  const urls = await migrate({ ownerUrl: postgres.url, log: silent });
  project.provide("superuserUrl", postgres.url);
  project.provide("template", {
    database: new URL(postgres.url).pathname.slice(1),
    ownerUrl: postgres.url,
    appUrl: urls.appUrl,
    workerUrl: urls.workerUrl,
  });
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server and folder behind; the folder's name says which process it was. */
async function clearAwayKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(new RegExp(`^${folderPrefix}(\\d+)-`).exec(name)?.[1]);
    if (!(owner > 0) || isAlive(owner)) continue;
    const folder = join(tmpdir(), name);
    const postmaster = await readPostmaster(join(folder, "postgres"));
    if (postmaster !== undefined && (await isPostgresProcess(postmaster.pid))) process.kill(postmaster.pid, "SIGQUIT");
    await rm(folder, { recursive: true, force: true }).catch(silent);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
