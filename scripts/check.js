/**
 * `npm run check`: everything that can be said about the code without running it. All checks run even when one
 * fails, so that one round shows everything; warnings fail.
 */
import { join } from "node:path";
import { installPackages } from "./steps/install.js";
import { nodeProgram } from "./steps/node.js";
import { root } from "./steps/root.js";
import { main, run, step } from "./steps/step.js";

const packages = join(root, "node_modules");

/** @type {[string, string[]][]} */
const checks = [
  ["Format and lint (biome)", [join(packages, "@biomejs/biome/bin/biome"), "ci", "--error-on-warnings"]],
  ["Types and zones (tsc)", [join(packages, "typescript/bin/tsc"), "--build"]],
  [
    "Architecture",
    [join(packages, "vitest/vitest.mjs"), "run", "--project=unit", "--reporter=dot", "test/architecture"],
  ],
  ["Generated files", [join(root, "scripts/generate.js"), "--check"]],
  ["Unused code (knip)", [join(packages, "knip/bin/knip.js"), "--no-progress"]],
];

await main(async () => {
  await installPackages();
  const failed = [];
  for (const [title, args] of checks) {
    await step(title, () => run(nodeProgram(), args)).catch(() => failed.push(title));
  }
  console.log(failed.length === 0 ? "\nEverything checked." : `\nNot in order: ${failed.join("; ")}.`);
  return failed.length === 0 ? 0 : 1;
});
