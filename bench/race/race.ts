/** `npm run bench:race`: every trial at full size, and the checker after each. */
import type { BenchPostgres } from "../stage/postgres.ts";
import { openStage, type Served, type Stage, serveApart } from "../stage/stage.ts";
import { printTrial, type TrialResult } from "../trial.ts";
import { cancelOrMove } from "./cancel-or-move.ts";
import { raceClinic } from "./clinic.ts";
import { holdExpiry } from "./hold-expiry.ts";
import { lapsedHold } from "./lapsed-hold.ts";
import { partialOverlap } from "./partial-overlap.ts";
import { quarterHourMoves } from "./quarter-hour-moves.ts";
import { roomEach } from "./room-each.ts";
import { sameKey } from "./same-key.ts";
import { sameSlotStorm } from "./same-slot-storm.ts";

const clients = 1_000;

type Trial = (stage: Stage, served: Served) => Promise<TrialResult>;

const expiry = (tries: number, reapers: number, reacquire: boolean, firstSlot: number): Trial => {
  return (stage) => holdExpiry(stage, { tries, workers: 32, reapers, reacquire, firstSlot, seed: 7 + reapers });
};

const trials: readonly Trial[] = [
  (stage, served) => sameSlotStorm(stage, served, { clients, slots: 100 }),
  (stage) => partialOverlap(stage, { attempts: 50_000, clients: 200, connections: 48, days: 120, seed: 2 }),
  (stage, served) => cancelOrMove(stage, served, { rounds: 100, seed: 3 }),
  expiry(3_000, 0, false, 0),
  expiry(3_000, 1, false, 3_000),
  expiry(3_000, 2, false, 6_000),
  expiry(1_000, 1, true, 9_000),
  (stage, served) => lapsedHold(stage, served, { rounds: 40 }),
  (stage, served) => roomEach(stage, served, { moments: 100 }),
  (stage, served) => sameKey(stage, served, { rounds: 20, repeats: 50 }),
  (stage, served) => quarterHourMoves(stage, served, { visits: 120, movesEach: 20, workers: 64, seed: 15 }),
];

/** How many promises were broken. */
export async function runRaces(postgres: BenchPostgres): Promise<number> {
  const stage = await openStage(postgres, raceClinic);
  const served = await serveApart(stage, clients);
  let broken = 0;
  try {
    for (const trial of trials) {
      const result = await trial(stage, served);
      printTrial(result);
      broken += result.broken.length;
    }
  } finally {
    await served.stop();
    await stage.close();
  }
  return broken;
}
