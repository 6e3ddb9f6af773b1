import { readFileSync } from "node:fs";
import { join } from "node:path";
import { requireNodeToStart } from "./node.js";
import { root } from "./root.js";
import { run, step } from "./step.js";

/** Brings node_modules to what package-lock.json says; does nothing, in some milliseconds, when it is there already. */
export async function installPackages() {
  requireNodeToStart();
  if (isInstalled()) return;
  await step("Installing packages (npm ci; about a minute the first time)", () => {
    // npm tells its scripts which Node and which npm run them. That Node stays when node_modules is replaced.
    const { npm_node_execpath: node = process.execPath, npm_execpath: npm } = process.env;
    // Its warnings speak of packages that want a newer Node: they get one, which this very step installs.
    const args = ["ci", "--include=dev", "--include=optional", "--loglevel=error", "--no-audit", "--no-fund"];
    if (npm?.endsWith(".js")) return run(node, [npm, ...args]);
    return run(process.platform === "win32" ? "npm.cmd" : "npm", args);
  });
}

/**
 * npm notes what it installed in node_modules/.package-lock.json, written last. Comparing versions is exact where
 * comparing dates is not: a checkout touches the lock file without changing it. Optional packages of other
 * systems are in the one and rightly missing from the other.
 */
function isInstalled() {
  const wanted = packagesIn("package-lock.json");
  const installed = packagesIn(join("node_modules", ".package-lock.json"));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const there = installed[path];
    return there === undefined ? optional === true : there.version === version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}
