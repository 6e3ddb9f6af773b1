import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase, type TestDatabase } from "../../test/setup/database.ts";
import { newKey } from "../platform/crypto/field-cipher.ts";

const root = join(import.meta.dirname, "../..");
const masterKey = newKey().toString("hex");
let clone: TestDatabase;
let folder: string;
beforeAll(async () => {
  clone = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), "cita-command-"));
});
afterAll(async () => {
  await clone.drop();
  await rm(folder, { recursive: true, force: true });
});

/** The command as people run it, with its exit code and all it says. */
function cita(args: readonly string[], language = "en_US.UTF-8"): Promise<{ code: number | null; said: string }> {
  const env = {
    ...process.env,
    ...{ LANG: language, LC_ALL: "", CITA_DATA_DIR: folder, CITA_MASTER_KEY: masterKey },
    ...{ DATABASE_URL: clone.ownerUrl, DATABASE_APP_URL: clone.appUrl, DATABASE_WORKER_URL: clone.workerUrl },
  };
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, "src/processes/cita.ts"), ...args], { env });
    let said = "";
    const listen = (text: Buffer) => {
      said += text.toString();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", failed);
    child.on("close", (code) => done({ code, said }));
  });
}

const demo = (path: string): string => join(root, "demo", path);

describe("the command line", () => {
  it("imports a clinic, its patients and their history, each of them once", { timeout: 120_000 }, async () => {
    const dry = await cita(["clinic", "import", demo("clinics/riverside.yaml"), "--dry-run"]);
    expect(dry).toMatchObject({ code: 0, said: expect.stringContaining("nothing was changed") });
    const first = await cita(["clinic", "import", demo("clinics/riverside.yaml")]);
    expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/providers\s+24 new/) });
    const second = await cita(["clinic", "import", demo("clinics/riverside.yaml")], "es_MX.UTF-8");
    expect(second).toMatchObject({ code: 0, said: expect.stringContaining("no hay nada que hacer") });

    const to = ["--organisation", "riverside"];
    const patients = [
      "patients",
      "import",
      ...to,
      demo("patients/riverside.csv"),
      demo("patients/riverside.fhir.json"),
    ];
    expect(await cita(patients)).toMatchObject({ code: 0, said: expect.stringContaining("8 new") });
    const history = ["history", "import", ...to, demo("history/riverside.jsonl")];
    expect(await cita(history)).toMatchObject({ code: 0, said: expect.stringContaining("4 new") });
    expect(await cita(history)).toMatchObject({ code: 0, said: expect.stringContaining("4 here already") });

    const verified = await cita(["audit", "verify"]);
    expect(verified).toMatchObject({ code: 0, said: expect.stringContaining("riverside: intact") });
  });

  it("names line and remedy of what is wrong, in the language of the terminal [UI-11]", async () => {
    const broken = join(folder, "broken.yaml");
    await writeFile(broken, "formatVersion: 1\norganisation:\n  slug: UPPER\n");
    expect(await cita(["clinic", "import", broken])).toMatchObject({
      code: 1,
      said: expect.stringMatching(/broken\.yaml:3:9 {2}organisation\.slug/),
    });
    const patients = join(folder, "patients.csv");
    await writeFile(patients, "id,given,family,birth_date\n1,Ana,García,1980-05-02\n2,Eva,Ruiz,31/12/1990\n");
    const refused = await cita(["patients", "import", "--organisation", "riverside", patients], "es");
    expect(refused.code).toBe(3);
    expect(refused.said).toContain("patients.csv:3  (no se importó)  La fecha de nacimiento no es una fecha.");
    expect(refused.said).not.toContain("Ruiz");
  });

  it.each([
    ["an unknown command", ["sing"], 2, "There is no command 'sing'"],
    ["an unknown option", ["clinic", "import", "--loud"], 2, "--loud"],
    ["no file", ["clinic", "import"], 2, "Which file?"],
    ["no organisation", ["patients", "import", "x.csv"], 2, "--organisation"],
    ["a file that is not there", ["clinic", "import", "nowhere.yaml"], 1, "nowhere.yaml cannot be read (ENOENT)"],
    ["an unknown organisation", ["audit", "verify", "--organisation", "nowhere"], 1, "There are: riverside"],
    ["a call for help", ["--help"], 0, "Usage:"],
  ] as const)("answers %s", async (_, args, code, words) => {
    expect(await cita(args)).toMatchObject({ code, said: expect.stringContaining(words) });
  });
});
