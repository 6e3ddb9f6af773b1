/** Starts one of our programs in a process of its own and waits for the address at which it serves. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface ServerProcess {
  readonly url: string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it in the middle of everything, as a loss of power would. */
  kill(): Promise<void>;
}

/** `program` takes `message` over its channel and answers `{ url }` when it serves. */
export async function startServerProcess(
  program: URL,
  message: unknown,
  nodeOptions: string[] = [],
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(program), { execArgv: nodeOptions, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  child.send(message as object);
  const url = await Promise.race([addressOf(child), failureOf(child)]);
  const ended = once(child, "exit");
  return {
    url,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  return url;
}

async function failureOf(child: ChildProcess): Promise<never> {
  const [code] = await once(child, "exit");
  throw new Error(`the server ended before it served, with code ${code}`);
}
