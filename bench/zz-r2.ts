import { startBenchPostgres } from "./stage/postgres.ts";
import { openStage } from "./stage/stage.ts";
import { raceClinic } from "./race/clinic.ts";
import { partialOverlap } from "./race/partial-overlap.ts";
const p = await startBenchPostgres();
try {
  const s = await openStage(p, raceClinic);
  const run = async (what: string, connections = 20) => {
    const r = await partialOverlap(s, { attempts: 1500, clients: 60, connections, days: 60, seed: 2 });
    console.log(what, r.figures[1]?.value, "|", r.figures[0]?.value);
  };
  await run("20 connections");
  await run("4 connections", 4);
  await run("20 connections");
  const fks = async (re: RegExp) => {
    const { rows } = await s.owner.query("select conname, conrelid::regclass::text t, confrelid::regclass::text p from pg_constraint where contype='f'");
    for (const r of rows) if (re.test(r.t + ">" + r.p)) { await s.owner.query(`alter table ${r.t} drop constraint ${r.conname}`); }
  };
  await fks(/>organisation$/);
  await run("without org fk");
  await fks(/^appointment>/);
  await run("without appointment fks");
  await fks(/^claim>resource/);
  await run("without claim resource fk");
  await s.close();
} finally { await p.stop(); }
process.exit(0);
