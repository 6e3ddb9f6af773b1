/** A stage for the trials of `bench/race`, on a database of the test file's own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { raceClinic } from "../../bench/race/clinic.ts";
import { openStage, type Stage } from "../../bench/stage/stage.ts";
import { newKey } from "../../src/platform/crypto/field-cipher.ts";
import { cloneDatabase } from "../setup/database.ts";

export async function openTestStage(): Promise<Stage> {
  const { drop, ...urls } = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "cita-stage-"));
  const stage = await openStage({ ...urls, masterKey: newKey().toString("hex"), dataDir }, raceClinic);
  return {
    ...stage,
    async close() {
      await stage.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
