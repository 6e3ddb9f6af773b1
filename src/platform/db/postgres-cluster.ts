import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { access, chmod, chown, constants, lstat, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { canEnter, type PostgresAccount } from "./postgres-account.ts";
import { openFolder } from "./postgres-binaries.ts";
import { isPostgresProcess, readPostmaster } from "./postmaster-file.ts";
import { StartUpRefusal } from "./start-up-refusal.ts";

type Log = (line: string) => void;

export const ownerName = "cita_owner";

/** The files of one database server: PostgreSQL calls them a cluster. */
export type Cluster = { dir: string; password: string; logFile: string };

type Options = { dataDir: string; native: string; account: PostgresAccount; log: Log };

/** Finds the database files that belong to a data folder, and makes them at the first start. */
export async function openCluster({ dataDir, native, account, log }: Options): Promise<Cluster> {
  await makeDataDir(dataDir, account);
  const parent = await clusterParent(dataDir, account, log);
  const dir = join(parent, "postgres");
  const password = await ownerPassword(dataDir, dir);
  if (await exists(join(dir, "PG_VERSION"))) await takeOver(dir, account, log);
  else await initialise({ dir, native, account, password, log });
  return { dir, password, logFile: join(dataDir, "postgres.log") };
}

async function makeDataDir(dataDir: string, account: PostgresAccount): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // The folder is ours, so we may let `nobody` pass through it (not list it) to the files inside.
    if (account !== undefined) await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartUpRefusal(
      `The data folder ${dataDir} cannot be made or written to (${code}); it may belong to another user, as after a ` +
        "start as root. Start Cita as that user, give the folder to yourself with chown -R, or choose another: " +
        "CITA_DATA_DIR=/path/to/folder npm start",
      { cause },
    );
  }
}

/**
 * The database files are in the data folder, unless that lies in a closed folder and the server runs as
 * `nobody`. Then they are under /var/lib/cita, in a folder named after the data folder; a note in the data
 * folder says where, and is believed from then on, even when the data folder is moved.
 */
async function clusterParent(dataDir: string, account: PostgresAccount, log: Log): Promise<string> {
  const note = join(dataDir, "database-folder.txt");
  const noted = (await readFile(note, "utf8").catch(() => "")).trim();
  if (noted !== "") return noted;
  if (canEnter(account, dataDir)) return dataDir;
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12);
  const parent = join(openFolder, name);
  log(`The data folder is closed to the user 'nobody', whom PostgreSQL runs as: the database is kept in ${parent}.`);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  await writeFile(note, `${parent}\n`);
  return parent;
}

/** Random, made once, readable by the owner of the data folder alone. Two first starts agree on one by `wx`. */
async function ownerPassword(dataDir: string, clusterDir: string): Promise<string> {
  const file = join(dataDir, "postgres-password");
  const password = randomBytes(24).toString("base64url");
  const isNew = await writeFile(file, password, { mode: 0o600, flag: "wx" }).then(
    () => true,
    () => false,
  );
  if (!isNew) return (await readFile(file, "utf8")).trim();
  if (await exists(clusterDir)) {
    await rm(file);
    throw new StartUpRefusal(
      `The database in ${clusterDir} is there, but the file with its password, ${file}, is not. ` +
        "Put it back from a backup of the data folder, or start with another data folder (CITA_DATA_DIR).",
    );
  }
  return password;
}

/**
 * A database that an ordinary user made, started as root for once: root's server runs as `nobody`, who may not
 * read it. The files are given to him, unless a server is running on them.
 */
async function takeOver(dir: string, account: PostgresAccount, log: Log): Promise<void> {
  if (account === undefined || (await stat(dir)).uid === account.uid) return;
  const running = await readPostmaster(dir);
  if (running !== undefined && (await isPostgresProcess(running.pid))) return;
  log("The database belongs to another user; giving it to 'nobody', whom PostgreSQL runs as when root starts it.");
  execFileSync("chown", ["-R", `${account.uid}:${account.gid}`, dir]);
}

type Initialise = { dir: string; native: string; account: PostgresAccount; password: string; log: Log };

/**
 * Made beside its place and then renamed, so that a start killed halfway leaves no half database behind.
 * The built-in C.UTF-8 locale sorts alike on every system and every version of its C library; what people
 * read is sorted by the server in their own language.
 */
async function initialise({ dir, native, account, password, log }: Initialise): Promise<void> {
  log("Making the database (first start).");
  const unfinished = `${dir}.${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    await runPostgresProgram(native, account, "initdb", [
      `--pgdata=${unfinished}`,
      `--username=${ownerName}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--data-checksums",
    ]);
    await rename(unfinished, dir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start was quicker, with the same password: its database is as good as ours.
    if (!(await exists(join(dir, "PG_VERSION")))) throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Runs `initdb` or `pg_ctl` to its end. It gets no environment of ours: a stray PGPORT or a key has no business there. */
export function runPostgresProgram(
  native: string,
  account: PostgresAccount,
  program: "initdb" | "pg_ctl",
  args: string[],
): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(join(native, "bin", program), args, {
      ...account,
      cwd: native,
      env: postgresEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", failed);
    child.on("close", (code) => (code === 0 ? done() : failed(new Error(`${program} failed: ${said.trim()}`))));
  });
}

export function postgresEnvironment(): Record<string, string> {
  const { PATH = "", SystemRoot, TEMP } = process.env;
  return { PATH, TZ: "UTC", ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) };
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
