import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { readPostmaster } from "./postmaster-file.ts";

const log = () => {};
let dataDir: string;
let running: EmbeddedPostgres | undefined;

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, log, fast: true });
  return running;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  const found = await readPostmaster(join(dataDir, "postgres"));
  return found?.pid ?? 0;
}

/** Runs a Cita that starts the database from this data folder and is then killed without a chance to stop it. */
async function startAndKillParent(): Promise<void> {
  const module = new URL("./embedded-postgres.ts", import.meta.url).href;
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log() {}, fast: true });
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], { stdio: "ignore" });
  await new Promise((ended) => child.on("exit", ended));
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), `cita-test-${process.pid}-`));
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe("embedded PostgreSQL", () => {
  it("answers on 127.0.0.1 alone, in UTC, with data checksums", async () => {
    const { url } = await start();
    expect(await ask(url, "show listen_addresses")).toBe("127.0.0.1");
    expect(await ask(url, "show unix_socket_directories")).toBe("");
    expect(await ask(url, "show timezone")).toBe("UTC");
    expect(await ask(url, "show data_checksums")).toBe("on");
    expect(await ask(url, "select lower('Ñandú Á')")).toBe("ñandú á");
  });

  it("keeps its data over a stop, and its password readable by the owner alone", async () => {
    await ask((await start()).url, "create table kept as select 1 as n");
    await running?.stop();
    expect(await ask((await start()).url, "select n from kept")).toBe(1);
    expect((await stat(join(dataDir, "postgres-password"))).mode & 0o077).toBe(0);
  });

  it("takes over the server that a killed Cita left running", async () => {
    await startAndKillParent();
    const pid = await postmasterPid();
    const taken = await start();
    expect(taken.reused).toBe(true);
    expect(await postmasterPid()).toBe(pid);
  });

  it("starts over a lock file whose process id belongs to another program now", async () => {
    await startAndKillParent();
    process.kill(await postmasterPid(), "SIGKILL");
    const file = join(dataDir, "postgres", "postmaster.pid");
    await writeFile(file, (await readFile(file, "utf8")).replace(/^\d+/, String(process.pid)));
    const started = await start();
    expect(started.reused).toBe(false);
    expect(await ask(started.url, "select 1")).toBe(1);
  });

  it("refuses a second Cita in the same folder and says what to do, but lets a command line in", async () => {
    const { port } = await start();
    await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(/in use by another Cita.*CITA_DATA_DIR=/);
    const guest = await startEmbeddedPostgres({ dataDir, log, as: "guest" });
    await guest.stop();
    expect(guest.port).toBe(port);
    expect(await ask(guest.url, "select 1")).toBe(1);
  });

  it("writes no value of a failed statement into its log", async () => {
    const { url } = await start();
    await ask(url, "create table person (email text primary key)");
    await ask(url, "insert into person values ('planted@example.org')");
    await expect(ask(url, "insert into person values ('planted@example.org')")).rejects.toThrow(/duplicate key/);
    await expect(ask(url, "select 'planted@example.org'::int")).rejects.toThrow(/invalid input/);
    expect(await readFile(join(dataDir, "postgres.log"), "utf8")).not.toContain("planted");
  });
});
