import { startBenchPostgres } from "./stage/postgres.ts";
import { openStage } from "./stage/stage.ts";
import { raceClinic } from "./race/clinic.ts";
import { partialOverlap } from "./race/partial-overlap.ts";
const p = await startBenchPostgres();
try {
  const s = await openStage(p, raceClinic);
  let seed = 1;
  const run = async (what: string, connections: number, days: number, attempts = 500) => {
    const t = performance.now();
    const r = await partialOverlap(s, { attempts, clients: 60, connections, days, seed: seed++ });
    console.log(what, connections, days, r.figures[1]?.value, "|", r.figures[0]?.value, Math.round(performance.now() - t));
  };
  for (const c of [1, 4, 16]) { const before = process.cpuUsage(); const t = performance.now(); await run("dense", c, 6, 1500); const u = process.cpuUsage(before); console.log("node cpu ms", (u.user + u.system) / 1000, "wall", performance.now() - t); }
  await s.close();
} finally { await p.stop(); }
process.exit(0);
