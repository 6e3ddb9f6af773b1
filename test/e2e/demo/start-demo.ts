/** The whole product as people start it: a child process with the demo's clinics, in a folder and at a port of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Demo {
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, "../../../src/processes/all.ts");
const readyLine = /Cita is ready: (\S+)/;
/** The demo is made on the first start: about 15 s on two idle cores, several times that on busy ones. */
const longestStartMs = 240_000;
const longestStopMs = 20_000;

export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), "cita-e2e-"));
  // Started as root, PostgreSQL runs as somebody else, who has to get into the folder.
  await chmod(folder, 0o755);
  const dataDir = join(folder, "data");
  const server = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      CITA_DATA_DIR: dataDir,
      CITA_KEY_FILE: join(folder, "master.key"),
      CITA_LOG_LEVEL: "warn",
      DATABASE_URL: "",
    },
    // By its channel the server notices when the run is killed, and stops too.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const stop = async () => {
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(server), dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    const giveUp = (why: string) => failed(new Error(`The demo did not start: ${why}\n${said.slice(-4000)}`));
    const timer = setTimeout(() => giveUp(`nothing after ${longestStartMs} ms`), longestStartMs);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = readyLine.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      found(url);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", (code) => {
      clearTimeout(timer);
      giveUp(`it ended with code ${code}`);
    });
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  const timer = setTimeout(() => server.kill("SIGKILL"), longestStopMs);
  await ended;
  clearTimeout(timer);
}
