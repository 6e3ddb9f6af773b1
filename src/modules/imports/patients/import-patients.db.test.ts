import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../../test/builders/test-kernel.ts";
import type { OrganisationContext } from "../../_kernel/index.ts";
import { patientsByImportKey, readPatients } from "../../patients/index.ts";
import type { RecordProblem } from "../record-files/record-problem.ts";
import { importPatients } from "./import-patients.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const demo = (name: string): Uint8Array => readFileSync(new URL(`../../../../demo/patients/${name}`, import.meta.url));

let t: TestKernel;
let owner: Client;
let clinic: OrganisationContext;
beforeAll(async () => {
  t = await startTestKernel();
  owner = new Client({ connectionString: t.urls.ownerUrl });
  await owner.connect();
});
beforeEach(async () => {
  clinic = await t.newOrganisation();
});
afterAll(async () => {
  await owner.end();
  await t.stop();
});

async function imported(file: Uint8Array | string) {
  const refused: RecordProblem[] = [];
  const noticed: RecordProblem[] = [];
  const bytes = typeof file === "string" ? bytesOf(file) : file;
  const result = await importPatients(t.database, t.kernel.keyring, clinic.orgId, bytes, {
    onRefused: (problem) => refused.push(problem),
    onNoticed: (problem) => noticed.push(problem),
  });
  return { ...result, refusedRows: refused, noticed };
}

async function recordOf(importKey: string) {
  return t.database.transaction({ orgId: clinic.orgId }, async (tx) => {
    const ids = await patientsByImportKey(tx, t.kernel.keyring, clinic.orgId, [importKey]);
    const id = ids.get(importKey) ?? "";
    return (await readPatients(tx, t.kernel.keyring, clinic.orgId, [id])).get(id);
  });
}

const header = "id,given,family,birth_date,email,phone,language";
const csv = (...lines: string[]): string => [header, ...lines].join("\n");

describe("patients from CSV", () => {
  it("become records with names, contacts and language as the file says", async () => {
    const result = await imported(demo("riverside.csv"));
    expect(result).toMatchObject({ created: 6, refused: 0, noticed: [] });
    expect(await recordOf("R-1002")).toMatchObject({
      given: "José Manuel",
      family: "Cárdenas",
      secondFamily: "Ruiz",
      birthDate: "1984-11-02",
      phone: "+19145550162",
      locale: "es",
      recordNumber: "RV-01002",
      origin: "import",
    });
    expect(await recordOf("R-1006")).toMatchObject({ family: "O'Hara", locale: "en" });
  });

  it("may come with Spanish columns, semicolons and numbers without a country code", async () => {
    clinic = await t.newOrganisation({ country: "ES", defaultLocale: "es" });
    const result = await imported(demo("consultorio-sol.csv"));
    expect(result).toMatchObject({ created: 4, refused: 0, noticed: [] });
    expect(await recordOf("S-002")).toMatchObject({ given: "Íñigo", secondFamily: "Mendía", phone: "+34749000202" });
  });

  it("are the same records when the file is imported again", async () => {
    await imported(demo("riverside.csv"));
    const before = await recordOf("R-1001");
    expect(await imported(demo("riverside.csv"))).toMatchObject({ created: 0, changed: 0, unchanged: 6 });
    expect(await recordOf("R-1001")).toEqual(before);
  });

  it("are corrected by a later file, in which an empty value erases nothing", async () => {
    await imported(csv("1,Ana,Garcia,1980-05-02,ana@example.org,+12125550123,en"));
    const again = await imported(csv("1,Ana,García,1980-05-02,,+12125550124,"));
    expect(again).toMatchObject({ created: 0, changed: 1 });
    expect(await recordOf("1")).toMatchObject({
      family: "García",
      email: "ana@example.org",
      phone: "+12125550124",
      locale: "en",
      version: 2,
    });
  });

  it("keep a contact that its owner has verified", async () => {
    await imported(csv("1,Ana,García,1980-05-02,ana@example.org,+12125550123,en"));
    await owner.query("update patient set email_verified_at = now() where org_id = $1", [clinic.orgId]);
    await imported(csv("1,Ana,García,1980-05-02,other@example.org,+12125550199,en"));
    expect(await recordOf("1")).toMatchObject({ email: "ana@example.org", phone: "+12125550199" });
  });

  const refusals: readonly [string, string, RecordProblem["code"]][] = [
    ["without an identifier", ",Ana,García,1980-05-02,,,", "missing_value"],
    ["without a given name", "2,,García,1980-05-02,,,", "missing_value"],
    ["without a family name", "2,Ana,,1980-05-02,,,", "missing_value"],
    ["without a birth date", "2,Ana,García,,,,", "missing_value"],
    ["born on a day that never was", "2,Ana,García,1981-02-31,,,", "bad_birth_date"],
    ["with a date in another order", "2,Ana,García,02/05/1980,,,", "bad_birth_date"],
    ["born tomorrow or later", "2,Ana,García,2999-01-01,,,", "birth_date_in_future"],
    ["born before anybody alive", "2,Ana,García,1789-07-14,,,", "birth_date_too_long_ago"],
    ["with markup for a name", "2,<b>Ana</b>,García,1980-05-02,,,", "bad_text"],
    ["with an endless name", `2,${"Ana".repeat(80)},García,1980-05-02,,,`, "too_long"],
    ["with an identifier that was there before", "1,Ana,García,1980-05-02,,,", "duplicate_id"],
  ];
  it.each(refusals)("are refused %s, by line, and the others come in", async (_, line, code) => {
    const result = await imported(csv("1,Eva,Ruiz,1990-01-01,,,", line, "3,Leo,Ruiz,2012-01-01,,,"));
    expect(result.refusedRows).toEqual([expect.objectContaining({ code, at: 3 })]);
    expect(result).toMatchObject({ created: 2, refused: 1 });
  });

  it.each([
    ["an e-mail address", "2,Ana,García,1980-05-02,ana@,,", "bad_email"],
    ["a telephone number", "2,Ana,García,1980-05-02,,12,", "bad_phone"],
    ["a language", "2,Ana,García,1980-05-02,,,xx", "unknown_language"],
  ] as const)("come in without %s that makes no sense, and it is told", async (_, line, code) => {
    const result = await imported(csv(line));
    expect(result).toMatchObject({ created: 1, refused: 0, noticed: [{ code, at: 2 }] });
    expect(await recordOf("2")).toMatchObject({ email: null, phone: null, locale: "en" });
  });

  it.each([
    ["without a column it needs", "id,given,family\n1,Ana,García", "missing_column"],
    ["with quotes that never close", `${header}\n1,"Ana,García,1980-05-02,,,`, "csv_syntax"],
    ["that is empty", "  \n", "empty_file"],
  ] as const)("are refused as a whole in a file %s", async (_, text, code) => {
    const result = await imported(text);
    expect(result.refusedRows).toEqual([expect.objectContaining({ code })]);
    expect(result.created).toBe(0);
  });

  it("are refused as a whole in an encoding that would garble names", async () => {
    const latin1 = Buffer.from(csv("1,Ana,García,1980-05-02,,,"), "latin1");
    expect((await imported(latin1)).refusedRows).toEqual([{ code: "not_utf8", at: 0, params: {} }]);
  });
});

describe("patients from FHIR R4", () => {
  it("come from a bundle, with two surnames where FHIR tells them apart", async () => {
    expect(await imported(demo("riverside.fhir.json"))).toMatchObject({ created: 2, refused: 0, noticed: [] });
    expect(await recordOf("https://mill-street.example.org/records|MS-3001")).toMatchObject({
      given: "Ruth Ellen",
      family: "Tanaka",
      phone: "+19145550172",
      recordNumber: "MS-3001",
    });
    expect(await recordOf("https://mill-street.example.org/records|MS-3002")).toMatchObject({
      family: "Santos",
      secondFamily: "Vidal",
      locale: "es",
    });
  });

  it("are refused when they have died, and when a part of the birth date is missing", async () => {
    const patient = (id: string, more: object) => ({
      resource: {
        resourceType: "Patient",
        id,
        name: [{ family: "Bell", given: ["Ruth"] }],
        birthDate: "1950-01-01",
        ...more,
      },
    });
    const entry = [
      patient("a", { deceasedDateTime: "2020-01-01" }),
      patient("b", { birthDate: "1950" }),
      patient("c", {}),
    ];
    const result = await imported(JSON.stringify({ resourceType: "Bundle", type: "transaction", entry }));
    expect(result.refusedRows.map(({ code, at }) => [code, at])).toEqual([
      ["deceased", 1],
      ["bad_birth_date", 2],
    ]);
    expect(result.created).toBe(1);
  });

  it.each([
    [
      "that holds none",
      '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Organization"}}]}',
      "no_patients",
    ],
    ["that is something else", '{"resourceType":"Encounter"}', "not_a_bundle"],
    ["that is cut off", '{"resourceType":"Bundle","entry":[{"resource', "json_syntax"],
  ] as const)("are refused as a whole in a file %s", async (_, text, code) => {
    expect((await imported(text)).refusedRows).toEqual([expect.objectContaining({ code, at: 0 })]);
  });
});

describe("what is kept of an import", () => {
  it("holds no name, contact or identifier in clear text [SEC-01]", async () => {
    await imported(csv("Planted-4711,Plantedgiven,Plantedfamily,1980-05-02,planted@example.org,+12125550142,en"));
    const { rows } = await owner.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { name } of rows) {
      const { rows: hits } = await owner.query(
        `select 1 from ${name} t where t::text ~* 'planted|\\+12125550142|1980-05-02|${Buffer.from("Planted").toString("hex")}'`,
      );
      expect([name, hits.length]).toEqual([name, 0]);
    }
  });

  it("has one audit row per patient, and none for those who stayed as they were [AUD-01]", async () => {
    await imported(csv("1,Ana,García,1980-05-02,,,", "2,Eva,Ruiz,1990-01-01,,,"));
    await imported(csv("1,Ana María,García,1980-05-02,,,", "2,Eva,Ruiz,1990-01-01,,,"));
    const { rows } = await owner.query(
      "select intent, details, patient_id = subject_id as same from audit_event where org_id = $1 and action = 'patient.import' order by at, id",
      [clinic.orgId],
    );
    expect(rows.map(({ intent, details, same }) => [intent, details.fields, same])).toEqual([
      ["created", [], true],
      ["created", [], true],
      ["changed", ["given"], true],
    ]);
  });
});
