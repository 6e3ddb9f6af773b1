import { afterAll, beforeAll, expect, it } from "vitest";
import { explainedWorkload } from "../../bench/queries/explain-workload.ts";
import { type BenchPostgres, startBenchPostgres } from "../../bench/stage/postgres.ts";

/** `npm run bench` asks the same of a million rows. */
const rows = Number(process.env.CITA_TEST_ROWS ?? 100_000);

let postgres: BenchPostgres;
beforeAll(async () => {
  postgres = await startBenchPostgres({ isFast: true });
});
afterAll(() => postgres.stop());

it("reads no organisation's rows for another, and no more of its own than it needs [ID-04]", async () => {
  const { broken } = await explainedWorkload(postgres, rows);
  expect(broken).toEqual([]);
}, 180_000);
