import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeProgram } from "./node.js";
import { root } from "./root.js";
import { run, step } from "./step.js";

/** What the web build reads. A change in any of it makes a new build. */
const sources = ["src/web", "src/contract", "src/domain", "vite.config.ts", "package-lock.json"];

const output = join(root, "build", "web");
const stamp = join(output, "sources.sha256");

/** Builds the web application when its sources changed since the last time. */
export async function buildWeb() {
  const hash = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  await step("Building the web application", async () => {
    // Beside its place and then moved there, so that a build cut short is never served.
    const unfinished = join(root, "build", `web.${process.pid}`);
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    try {
      await run(nodeProgram(), [vite, "build", "--logLevel", "warn", "--outDir", unfinished]);
      writeFileSync(join(unfinished, "sources.sha256"), hash);
      rmSync(output, { recursive: true, force: true });
      renameSync(unfinished, output);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  });
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const source of sources) addToHash(hash, source);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 */
function addToHash(hash, path) {
  const entries = readFolder(path);
  if (entries === undefined) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
    return;
  }
  for (const name of entries.sort()) addToHash(hash, `${path}/${name}`);
}

/** @param {string} path @returns {string[] | undefined} nothing for a file */
function readFolder(path) {
  try {
    return readdirSync(join(root, path));
  } catch {
    return undefined;
  }
}
