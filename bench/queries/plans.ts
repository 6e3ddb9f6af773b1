/**
 * What PostgreSQL really did for every statement of the application, those inside functions and foreign keys included: its
 * module auto_explain writes the plans of the application's roles to the server's log.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BenchPostgres } from "../stage/postgres.ts";
import type { Stage } from "../stage/stage.ts";

interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

export interface RunPlan {
  readonly text: string;
  readonly root: PlanNode;
}

/** From the next connection of the application on. */
export async function explainEverything({ owner, database }: Stage): Promise<void> {
  for (const url of [database.appUrl, database.workerUrl]) {
    const role = decodeURIComponent(new URL(url).username);
    const settings = {
      session_preload_libraries: "auto_explain",
      "auto_explain.log_min_duration": "0",
      "auto_explain.log_nested_statements": "on",
      "auto_explain.log_analyze": "on",
      "auto_explain.log_timing": "off",
      "auto_explain.log_format": "json",
    };
    // Only a superuser may set these, and the role's connections get them at their start.
    await owner.query("load 'auto_explain'");
    for (const [name, value] of Object.entries(settings)) {
      await owner.query(`alter role "${role}" set ${name} = '${value}'`);
    }
  }
}

export async function plansRun({ dataDir }: BenchPostgres): Promise<RunPlan[]> {
  const log = await readFile(join(dataDir, "postgres.log"), "utf8");
  return [...log.matchAll(/ plan:\n((?:\t.*\n)+)/g)].map(([, json = ""]) => {
    const { "Query Text": text, Plan: root } = JSON.parse(json) as { "Query Text": string; Plan: PlanNode };
    return { text, root };
  });
}

/** Fewer rows than this are read faster than an index would find them. */
const mayPassOver = 1_000;

/**
 * Known, and left: the supervisor's record of the organisation's own acts is read within the time asked for and filtered
 * by act and outcome. An index for it would be one more to write for every booking.
 */
const mayFilterItsOwn = /from audit_event e/;

/** Scans that threw away more rows than they gave, and more than a few. */
export function wastefulScans({ root, text }: RunPlan): string[] {
  const found: string[] = [];
  const visit = (node: PlanNode): void => {
    const removed =
      ((node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0)) * node["Actual Loops"];
    const given = node["Actual Rows"] * node["Actual Loops"];
    const isKnown = mayFilterItsOwn.test(text) && node["Node Type"] !== "Seq Scan";
    if (removed > mayPassOver && removed > given && !isKnown) {
      const where = [node["Node Type"], node["Index Name"] ?? node["Relation Name"] ?? ""].join(" on ");
      found.push(`${where} passed over ${Math.round(removed)} rows for ${Math.round(given)}: ${node.Filter ?? ""}`);
    }
    for (const child of node.Plans ?? []) visit(child);
  };
  visit(root);
  return found;
}
