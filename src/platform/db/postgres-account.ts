import { execFileSync, spawnSync } from "node:child_process";
import { userInfo } from "node:os";
import { StartUpRefusal } from "./start-up-refusal.ts";

/** The account that PostgreSQL runs under: undefined means 'the one that runs Cita'. */
export type PostgresAccount = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root, and initdb needs a name for the account that it runs under. As root
 * the server therefore runs as `nobody`, which every system has; a user id that the system does not know by
 * name (often a container started with a bare number) is refused here, because initdb would only say
 * 'could not look up effective user ID'.
 */
export function postgresAccount(): PostgresAccount {
  if (process.platform === "win32") return undefined;
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) {
    requireAccountName(uid);
    return undefined;
  }
  try {
    return { uid: idOfNobody("-u"), gid: idOfNobody("-g") };
  } catch {
    throw new StartUpRefusal(
      "Cita runs as root, PostgreSQL may not, and this system has no account 'nobody' to run it under. " +
        "Start Cita as an ordinary user, or name a PostgreSQL of your own in DATABASE_URL.",
    );
  }
}

function requireAccountName(uid: number): void {
  try {
    userInfo();
  } catch {
    throw new StartUpRefusal(
      `Cita runs under the user id ${uid}, which has no entry in /etc/passwd, and PostgreSQL needs one. ` +
        `Add it (as root: echo 'cita:x:${uid}:0::/:/bin/sh' >> /etc/passwd), start Cita as a user that has a name, ` +
        "or name a PostgreSQL of your own in DATABASE_URL.",
    );
  }
}

function idOfNobody(option: "-u" | "-g"): number {
  const id = Number(execFileSync("id", [option, "nobody"], { encoding: "utf8" }).trim());
  if (!Number.isInteger(id)) throw new Error("id printed no number");
  return id;
}

/** Whether that account can really enter a folder: tried, not computed, so that mounts and ACLs count as well. */
export function canEnter(account: PostgresAccount, folder: string): boolean {
  if (account === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}
