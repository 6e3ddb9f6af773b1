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
  for (const c of [1, 4, 16, 1, 4, 16]) await run("sparse", c, 3000);
  const { rows } = await s.owner.query("select relname, n_live_tup, n_dead_tup, last_autoanalyze is not null a from pg_stat_user_tables where n_live_tup+n_dead_tup > 100 order by 2 desc limit 12");
  console.table(rows);
  await s.owner.query("analyze");
  for (const c of [1, 4, 16]) await run("sparse, analyzed", c, 3000);
  await s.close();
} finally { await p.stop(); }
process.exit(0);
