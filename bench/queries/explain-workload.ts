/** Every statement of the application on tables full of other organisations' rows: none may walk over them. */
import { setTimeout as wait } from "node:timers/promises";
import { raceClinic } from "../race/clinic.ts";
import type { BenchPostgres } from "../stage/postgres.ts";
import { openStage, serveHere } from "../stage/stage.ts";
import { figure, printTrial, type TrialResult } from "../trial.ts";
import { fillWithOthers } from "./crowd.ts";
import { explainEverything, plansRun, wastefulScans } from "./plans.ts";
import { runWorkload } from "./workload.ts";

/** The worker's rounds come every few seconds. */
const workerMs = 8_000;

export async function explainedWorkload(postgres: BenchPostgres, rows: number): Promise<TrialResult> {
  const stage = await openStage(postgres, { ...raceClinic, slug: "explained" });
  await fillWithOthers(stage, rows);
  await explainEverything(stage);
  const served = await serveHere(stage, 10, { withWorker: true });
  const unexpected = await runWorkload(stage, served);
  await wait(workerMs);
  await served.stop();
  await stage.close();

  const plans = await plansRun(postgres);
  const wasteful = new Map<string, string>();
  for (const plan of plans) {
    for (const scan of wastefulScans(plan))
      wasteful.set(`${plan.text.replaceAll(/\s+/g, " ").slice(0, 160)} … ${scan.split(" passed")[0]}`, scan);
  }
  return {
    id: "Queries",
    title: `every statement on tables with ${rows.toLocaleString("en")} rows of twenty other organisations`,
    figures: [
      figure("plans looked at", plans.length),
      figure("different statements", new Set(plans.map(({ text }) => text)).size),
    ],
    broken: [
      ...unexpected.slice(0, 5).map((answer) => `the workload went wrong: ${answer}`),
      ...[...wasteful].map(([where, scan]) => `${where}: ${scan}`),
      ...(plans.length === 0 ? ["no plan was seen"] : []),
    ],
    missed: [],
  };
}

export async function explainWorkload(postgres: BenchPostgres): Promise<number> {
  const result = await explainedWorkload(postgres, Number(process.env.BENCH_ROWS ?? 1_000_000));
  printTrial(result);
  return result.broken.length;
}
