/**
 * `npm run trace`: which requirement is proved by which test. docs/requirements-status.yaml says where each one
 * stands; a test proves those whose ids are in its title, as in `books a free slot [BOOK-01]`. One that is whole
 * or in part and has no such test makes this fail, and so does an id in a title that does not exist.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps/root.js";
import { main } from "./steps/step.js";

/** @typedef {{ id: string, title: string, status: string }} Requirement */

const entry = /^([A-Z]+-\d{2}): \{ title: "?(.+?)"?, status: "?(.+?)"? \}$/;
const idsInTitle = /\[([A-Z]+-\d{2}(?:, ?[A-Z]+-\d{2})*)\]/g;

await main(async () => {
  const requirements = readRequirements();
  const proofs = findProofs();
  const unproved = requirements.filter(({ id, status }) => status !== "later" && !proofs.has(id));
  const unknown = [...proofs.keys()].filter((id) => !requirements.some((requirement) => requirement.id === id));

  for (const requirement of requirements) console.log(row(requirement, proofs.get(requirement.id)));
  const count = (/** @type {string} */ status) => requirements.filter((one) => one.status.startsWith(status)).length;
  console.log(`\n${count("whole")} whole, ${count("part")} in part, ${count("later")} later`);
  for (const id of unknown)
    console.log(`${id} is in the title of a test (${proofs.get(id)?.join(", ")}) and no requirement`);
  if (unproved.length > 0) console.log(`Without a proving test: ${unproved.map(({ id }) => id).join(" ")}`);
  return unproved.length + unknown.length === 0 ? 0 : 1;
});

/** @returns {Requirement[]} */
function readRequirements() {
  const lines = readFileSync(join(root, "docs", "requirements-status.yaml"), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, id, title, status] = entry.exec(line) ?? [];
      if (id === undefined) throw new Error(`docs/requirements-status.yaml: cannot read '${line}'`);
      return { id, title, status };
    });
}

/** @returns {Map<string, string[]>} the test files that prove each requirement */
function findProofs() {
  const proofs = new Map();
  for (const path of ["src", "test"].flatMap(testFilesUnder)) {
    const text = readFileSync(join(root, path), "utf8");
    for (const line of text.split("\n").filter((one) => !/^\s*(\/\/|\*|\/\*)/.test(one))) {
      for (const [, ids] of line.matchAll(idsInTitle)) {
        for (const id of ids.split(/, ?/)) proofs.set(id, [...new Set([...(proofs.get(id) ?? []), path])]);
      }
    }
  }
  return proofs;
}

/** @param {string} folder @returns {string[]} */
function testFilesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((found) => {
    const path = `${folder}/${found.name}`;
    // What is not finished proves nothing.
    if (found.isDirectory()) return found.name === "unfinished" ? [] : testFilesUnder(path);
    return /\.test\.tsx?$/.test(found.name) ? [path] : [];
  });
}

/**
 * @param {Requirement} requirement
 * @param {string[]} [files]
 */
function row({ id, title, status }, files = []) {
  const mark = files.length > 0 ? "✓" : status === "later" ? " " : "✗";
  const more = files.length > 1 ? ` and ${files.length - 1} more` : "";
  return `${mark} ${id.padEnd(9)}${status.split(":")[0].padEnd(7)}${title.padEnd(64)}${files[0] ?? ""}${more}`;
}
