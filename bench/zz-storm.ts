import { startBenchPostgres } from "./stage/postgres.ts";
import { openStage, serveApart } from "./stage/stage.ts";
import { raceClinic } from "./race/clinic.ts";
import { sameSlotStorm } from "./race/same-slot-storm.ts";
import { printTrial } from "./trial.ts";
const p = await startBenchPostgres();
try {
  const s = await openStage(p, raceClinic);
  const served = await serveApart(s, 300, { nodeOptions: ["--cpu-prof", "--cpu-prof-dir=/tmp/prof"] });
  printTrial(await sameSlotStorm(s, served, { clients: 300, slots: 12 }));
  await served.stop(); await s.close();
} finally { await p.stop(); }
process.exit(0);
