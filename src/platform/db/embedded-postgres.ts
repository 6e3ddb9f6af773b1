import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type PostgresAccount, postgresAccount } from "./postgres-account.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { type Cluster, openCluster, ownerName, postgresEnvironment, runPostgresProgram } from "./postgres-cluster.ts";
import { isPostgresProcess, readPostmaster } from "./postmaster-file.ts";
import { StartUpRefusal } from "./start-up-refusal.ts";

export type EmbeddedPostgresOptions = {
  /** Cita's data folder: the database files, their password and their log are in it. */
  dataDir: string;
  log: (line: string) => void;
  /** For tests: nothing is flushed to disk, so a crash of the machine loses the data. */
  fast?: boolean;
  /** A free port is taken when none is given. */
  port?: number;
  /**
   * 'own' (the default) is the one Cita that serves from this data folder: a second one is refused.
   * 'guest' is a command line beside it: uses its server, or starts one for as long as the command runs.
   */
  as?: "own" | "guest";
};

export type EmbeddedPostgres = {
  /** Of the owner, who is the superuser of this server; database `cita`. */
  url: string;
  port: number;
  /** Whether it was already running: left by a killed Cita, or started by the one that we are the guest of. */
  reused: boolean;
  stop: () => Promise<void>;
};

type Running = { port: number; reused: boolean };
type Launch = { native: string; account: PostgresAccount; cluster: Cluster; options: EmbeddedPostgresOptions };

/**
 * A real PostgreSQL on 127.0.0.1 for one machine, from the programs in `node_modules`. Measured: first start
 * 0.6 s, later ones 0.1 s. It is in a process group of its own, so that Ctrl-C reaches Cita alone, which
 * finishes its requests and then calls `stop`. When Cita is killed it keeps running, and the next start
 * takes it over.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const account = postgresAccount();
  const native = await postgresBinaries(account, options.log);
  const cluster = await openCluster({ dataDir, native, account, log: options.log });
  const launch = { native, account, cluster, options };

  const stopServer = () =>
    runPostgresProgram(native, account, "pg_ctl", ["stop", `--pgdata=${cluster.dir}`, "--mode=fast", "--silent"]);

  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { port, reused } = await startOrReuse(launch);
    const url = urlOf(cluster, port);
    if (options.as === "guest" && reused) return { url, port, reused, stop: async () => {} };
    const lock = await takeFolder(dataDir, cluster, port, options.log);
    // The Cita that had it was just ending, and its server with it: look again what is there.
    if (lock === undefined) continue;
    await makeDatabase(cluster, port);
    const stop = async () => {
      await lock.end().catch(() => {});
      await stopServer();
    };
    return { url, port, reused, stop };
  }
  throw new StartUpRefusal(`The database in ${cluster.dir} keeps stopping. Its log is ${cluster.logFile}.`);
}

function urlOf(cluster: Cluster, port: number, database = "cita"): string {
  return `postgres://${ownerName}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/**
 * Each round asks what is there now: a server that answers is used; one that is starting or shutting down is
 * waited for; a lock file without a server behind it is cleared away; otherwise ours is started. A start may
 * still fail for a moment, while processes of a killed server hold its shared memory, or because the free
 * port was taken by somebody else in between: the next round decides again.
 */
async function startOrReuse(launch: Launch): Promise<Running> {
  const { cluster } = launch;
  let lastFailure = "";
  for (let round = 0; round < 60; round += 1) {
    const found = await readPostmaster(cluster.dir);
    if (found !== undefined) {
      if (await answers(cluster, found.port)) return { port: found.port, reused: true };
      if (await isPostgresProcess(found.pid)) {
        await sleep(500);
        continue;
      }
      await rm(join(cluster.dir, "postmaster.pid"), { force: true });
    }
    const started = await start(launch);
    if (started.ok) return { port: started.port, reused: false };
    lastFailure = started.said;
    if (!/lock file|shared memory|could not bind|Address already in use/.test(lastFailure)) break;
    if (launch.options.port !== undefined && /could not bind/.test(lastFailure)) break;
    await sleep(500);
  }
  throw new StartUpRefusal(
    `The database in ${cluster.dir} does not start. PostgreSQL says:\n${lastFailure || "(nothing)"}\n` +
      `Its log is ${cluster.logFile}.`,
  );
}

async function start({
  native,
  account,
  cluster,
  options,
}: Launch): Promise<{ ok: true; port: number } | { ok: false; said: string }> {
  const port = options.port ?? (await freePort());
  const logFile = await open(cluster.logFile, "w", 0o600);
  const child = spawn(join(native, "bin", "postgres"), ["-D", cluster.dir, ...settings(port, options.fast ?? false)], {
    ...account,
    cwd: cluster.dir,
    env: postgresEnvironment(),
    detached: true,
    stdio: ["ignore", logFile.fd, logFile.fd],
  });
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  child.on("error", () => {
    ended = true;
  });
  await logFile.close();
  while (!ended) {
    if (await answers(cluster, port)) {
      letGo(child);
      return { ok: true, port };
    }
    await sleep(20);
  }
  return { ok: false, said: (await readFile(cluster.logFile, "utf8")).trim().split("\n").slice(-8).join("\n") };
}

/** The server must not keep a process alive that has nothing else to do. */
function letGo(child: ChildProcess): void {
  child.removeAllListeners();
  child.unref();
}

/**
 * The log names no values: a failed statement would otherwise be written there with the patient's data in it
 * (`duplicate key value … (email)=(…)`). Errors reach Cita itself, which logs their code and reference.
 */
function settings(port: number, fast: boolean): string[] {
  const wanted: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port,
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: 200,
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_checkpoints: "off",
    ...(fast && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(wanted).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? done(address.port) : failed(new Error("no port"))));
    });
  });
}

/** Whether our own server is behind the port: after a reboot another program may have it. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = await connect(cluster, port).catch(() => undefined);
  if (client === undefined) return false;
  try {
    const found = await client.query<{ dir: string }>("select current_setting('data_directory') as dir");
    return found.rows[0]?.dir === cluster.dir;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function connect(cluster: Cluster, port: number): Promise<Client> {
  const client = new Client({
    connectionString: urlOf(cluster, port, "postgres"),
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
  });
  // Without a listener a server that goes away would end the process instead of the connection.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/**
 * One connection holds an advisory lock for as long as this Cita runs. Unlike a file with a process id, the
 * lock is gone the moment its holder is, however it ended; a killed one may need a moment to be noticed.
 */
async function takeFolder(
  dataDir: string,
  cluster: Cluster,
  port: number,
  log: EmbeddedPostgresOptions["log"],
): Promise<Client | undefined> {
  try {
    const client = await connect(cluster, port);
    for (let round = 0; round < 50; round += 1) {
      const taken = await client.query<{ ok: boolean }>("select pg_try_advisory_lock(1128879201) as ok");
      if (taken.rows[0]?.ok === true) return client;
      if (round === 5) log("Another Cita has this data folder; waiting a moment in case it is ending.");
      await sleep(100);
    }
    await client.end();
  } catch {
    return undefined;
  }
  throw new StartUpRefusal(
    `The data folder ${dataDir} is in use by another Cita that is running. Stop that one (Ctrl-C in its window), ` +
      "or start this one beside it with a folder and a port of its own: CITA_DATA_DIR=/path/to/folder PORT=3001 npm start",
  );
}

async function makeDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = await connect(cluster, port);
  try {
    const found = await client.query("select 1 from pg_database where datname = 'cita'");
    if (found.rowCount === 0) await client.query("create database cita");
  } finally {
    await client.end();
  }
}
