/**
 * `npm run bench` measures, `npm run bench:race` tries to break the promises. Both start a database and servers of their
 * own on this machine and leave nothing behind. What is slow is printed; what is broken makes the run fail.
 */
import { startBenchPostgres } from "./stage/postgres.ts";

const what = process.argv[2] ?? "all";
const parts: Readonly<Record<string, readonly string[]>> = {
  race: ["race"],
  booking: ["booking"],
  search: ["search"],
  queries: ["queries"],
  all: ["booking", "search", "queries"],
};
const chosen = parts[what];
if (chosen === undefined) {
  process.stderr.write(`There is no benchmark '${what}': ${Object.keys(parts).join(", ")}.\n`);
  process.exit(2);
}

const postgres = await startBenchPostgres();
/** The database is in a process group of its own: it has to be stopped whatever ends us. */
for (const ending of ["SIGINT", "SIGTERM", "disconnect"]) {
  process.once(ending, () => {
    // Whatever is still asking loses its connection now, and that is no news.
    process.on("uncaughtException", () => {});
    void postgres.stop().finally(() => process.exit(1));
  });
}

async function run(part: string): Promise<number> {
  switch (part) {
    case "race":
      return (await import("./race/race.ts")).runRaces(postgres);
    case "booking":
      return (await import("./booking.ts")).measureBooking(postgres);
    case "search":
      return (await import("./search.ts")).measureSearch(postgres);
    default:
      return (await import("./queries/explain-workload.ts")).explainWorkload(postgres);
  }
}

let broken = 0;
try {
  for (const part of chosen) broken += await run(part);
} finally {
  await postgres.stop();
}
process.stdout.write(broken === 0 ? "\nEvery promise held.\n" : `\n${broken} promises were broken.\n`);
process.exit(broken === 0 ? 0 : 1);
