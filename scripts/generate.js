/**
 * `npm run generate`: writes the files that are made from others; `--check` only says which are out of date.
 * A generator is a file in scripts/generators that exports `generate()`, which gives a list of
 * `{ path, content }`. Generated files have `.generated.` in their names, so that nobody formats or edits them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { installPackages } from "./steps/install.js";
import { root } from "./steps/root.js";
import { runUnderNode26 } from "./steps/run-under-node-26.js";
import { main } from "./steps/step.js";

const onlyCheck = process.argv.includes("--check");
const folder = join(root, "scripts", "generators");

await main(async () => {
  await installPackages();
  // Generators import the product's TypeScript, so this script starts itself again under the Node that can.
  if (!("Temporal" in globalThis)) return runUnderNode26("scripts/generate.js", process.argv.slice(2));
  const stale = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts"))) {
    const { generate } = await import(pathToFileURL(join(folder, name)).href);
    for (const { path, content } of await generate()) {
      if (!writeIfChanged(path, content)) continue;
      stale.push(path);
      console.log(onlyCheck ? `${path} is out of date` : `wrote ${path}`);
    }
  }
  if (!onlyCheck || stale.length === 0) return 0;
  console.log("Run 'npm run generate' and commit what it writes.");
  return 1;
});

/**
 * @param {string} path
 * @param {string} content
 * @returns {boolean} whether the file differs
 */
function writeIfChanged(path, content) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === content) return false;
  if (!onlyCheck) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return true;
}
