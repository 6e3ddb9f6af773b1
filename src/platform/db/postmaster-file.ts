import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a running (or killed) PostgreSQL wrote into its folder: process id in line 1, port in line 4. */
export type Postmaster = { pid: number; port: number };

export async function readPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(clusterDir, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/**
 * A process id alone proves nothing after a crash or a reboot: another program may have it by now, so the
 * program's name is asked for as well. In a container whose first process does not collect its dead, a
 * killed server stays in the table as a zombie (state Z): that is not running either.
 */
export async function isPostgresProcess(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === "win32") return true;
  const nameAndState = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => askPs(pid));
  return nameAndState.includes("postgres") && !/\) Z |^Z/.test(nameAndState);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function askPs(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "state=,comm=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
