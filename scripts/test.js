/**
 * `npm test`: every test. `npm test -- unit db` runs these two kinds only, and anything else after `--` is
 * handed to vitest, as in `npm test -- unit src/domain/time`.
 *
 * The last line says `N passed, N failed, N skipped`, counted over all runs: `unit` runs twice, in UTC and in a
 * zone that is a day ahead and changes its clock in the other half of the year.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "./steps/build-web.js";
import { chromium } from "./steps/chromium.js";
import { installPackages } from "./steps/install.js";
import { nodeProgram } from "./steps/node.js";
import { root } from "./steps/root.js";
import { exitCodeOf, main, step } from "./steps/step.js";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const kinds = ["unit", "db", "e2e"];
const hostileZone = "Pacific/Auckland";

await main(async () => {
  const args = process.argv.slice(2);
  const named = kinds.filter((kind) => args.includes(kind));
  const chosen = named.length > 0 ? named : kinds;
  const forVitest = args.filter((arg) => !kinds.includes(arg));

  await installPackages();
  const runs = [];
  for (const kind of chosen) {
    if (kind === "e2e") {
      runs.push(await runInBrowser(forVitest));
      continue;
    }
    runs.push(await runTests({ kind, zone: "UTC", forVitest }));
    if (kind === "unit") runs.push(await runTests({ kind, zone: hostileZone, forVitest }));
  }
  const total = sum(runs);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * Without a browser or a web application to look at, the journeys count as one failure and the others still count.
 * @param {string[]} forVitest
 * @returns {Promise<Counts>}
 */
async function runInBrowser(forVitest) {
  try {
    const browser = await chromium();
    await buildWeb();
    return await runTests({ kind: "e2e", zone: "UTC", forVitest, env: { CITA_CHROMIUM: browser } });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * @param {{ kind: string, zone: string, forVitest: string[], env?: Record<string, string> }} what
 * @returns {Promise<Counts>}
 */
function runTests({ kind, zone, forVitest, env = {} }) {
  const report = join(root, "build", "test", `${kind}-${zone.replace("/", "-")}.json`);
  return step(`Tests: ${kind}, in ${zone}`, async () => {
    mkdirSync(join(root, "build", "test"), { recursive: true });
    rmSync(report, { force: true });
    const code = await exitCodeOf(
      nodeProgram(),
      [
        join(root, "node_modules", "vitest", "vitest.mjs"),
        "run",
        `--project=${kind}`,
        "--passWithNoTests",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
        ...forVitest,
      ],
      { TZ: zone, ...env },
    );
    return countsIn(report, code);
  });
}

/**
 * A test file that did not even load has no test in the report, and a run can fail for a reason outside every
 * test (an unhandled rejection): each counts as one failure, so that the last line never hides a red run.
 * @param {string} report
 * @param {number} code
 * @returns {Counts}
 */
function countsIn(report, code) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const { testResults } = JSON.parse(readFileSync(report, "utf8"));
    for (const { status, assertionResults } of testResults) {
      const failed = assertionResults.filter((test) => test.status === "failed").length;
      const passed = assertionResults.filter((test) => test.status === "passed").length;
      counts.failed += status === "failed" ? Math.max(failed, 1) : failed;
      counts.passed += passed;
      counts.skipped += assertionResults.length - failed - passed;
    }
  } catch {
    // No report: the run ended before its first test, and the exit code below says whether that is a failure.
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** @param {Counts[]} runs @returns {Counts} */
function sum(runs) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) {
    total.passed += run.passed;
    total.failed += run.failed;
    total.skipped += run.skipped;
  }
  return total;
}
