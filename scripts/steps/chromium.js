import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run, ScriptFailure, step } from "./step.js";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser that the journeys are tested in; installed with Debian's package manager when there is none.
 * @returns {Promise<string>} its path
 */
export async function chromium() {
  const named = process.env.CITA_CHROMIUM;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new ScriptFailure(`CITA_CHROMIUM names ${named}, which does not exist.`);
  }
  const found = findChromium();
  if (found !== undefined) return found;
  await installChromium();
  const installed = findChromium();
  if (installed === undefined) throw missing("It was not found after the installation either.");
  return installed;
}

function findChromium() {
  return usualPlaces.find((path) => existsSync(path));
}

async function installChromium() {
  if (!existsSync("/usr/bin/apt-get")) throw missing("This system has no apt-get to install it with.");
  const isRoot = process.getuid?.() === 0;
  const maySudo = !isRoot && spawnSync("sudo", ["-n", "true"]).status === 0;
  if (!isRoot && !maySudo) throw missing("Installing it needs root: sudo apt-get install -y chromium");
  await step("Installing Chromium for the browser tests (apt-get)", async () => {
    for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"]]) {
      // Somebody else's installation may be going on: wait for it instead of failing.
      const command = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-q",
        "-o",
        "DPkg::Lock::Timeout=300",
        ...args,
      ];
      await run(isRoot ? "env" : "sudo", isRoot ? command.slice(1) : command);
    }
  });
}

/** @param {string} why */
function missing(why) {
  return new ScriptFailure(
    `The browser tests need Chromium, and there is none in ${usualPlaces.join(", ")}. ${why} ` +
      "Or name one: CITA_CHROMIUM=/path/to/chromium npm test. The other tests run without: npm test -- unit db",
  );
}
