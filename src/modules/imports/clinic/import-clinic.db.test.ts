import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../../test/builders/test-kernel.ts";
import type { ClinicFile } from "../../../contract/clinic-file/index.ts";
import { catalogueOf } from "../../directory/index.ts";
import { readClinicFile } from "../read-clinic-file.ts";
import { type ClinicImportOptions, importClinic } from "./import-clinic.ts";
import type { ImportReport } from "./import-report.ts";

const read = (path: string): ClinicFile => {
  const reading = readClinicFile(readFileSync(new URL(path, import.meta.url), "utf8"));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.clinic;
};
const riverside = read("../../../../demo/clinics/riverside.yaml");
const sol = read("../../../../demo/clinics/consultorio-sol.yaml");

let t: TestKernel;
let owner: Client;
beforeAll(async () => {
  t = await startTestKernel();
  owner = new Client({ connectionString: t.urls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await t.stop();
});

async function imported(clinic: ClinicFile, options: ClinicImportOptions = {}) {
  const result = await importClinic(t.database, t.kernel.keyring, clinic, options);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}

const total = (report: ImportReport, mark: "created" | "changed") =>
  Object.values(report).reduce((sum, counts) => sum + counts[mark], 0);

const withProvider = (
  clinic: ClinicFile,
  key: string,
  change: Partial<ClinicFile["providers"][number]>,
): ClinicFile => ({
  ...clinic,
  providers: clinic.providers.map((provider) => (provider.key === key ? { ...provider, ...change } : provider)),
});

/** Everything in the database but the record of what was done, as one comparable text. */
async function contents(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const tables: string[] = [];
  for (const { name } of rows) {
    const { rows: dump } = await owner.query<{ all: string }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as all from ${name} t`,
    );
    tables.push(`${name}\n${dump[0]?.all}`);
  }
  return tables.join("\n\n");
}

describe("a clinic from its file", () => {
  it("writes nothing in a dry run, and says what it would do", async () => {
    const before = await contents();
    const { report } = await imported(riverside, { dryRun: true });
    expect(report.organisation).toEqual({ created: 1, changed: 0, unchanged: 0 });
    expect(report.providers.created).toBe(24);
    expect(report.accounts.created).toBe(29);
    expect(await contents()).toBe(before);
  });

  it("sets up the organisation whole, and changes nothing the second time", async () => {
    const dry = await imported(riverside, { dryRun: true });
    const first = await imported(riverside);
    expect(first.report).toEqual(dry.report);
    const before = await contents();
    const second = await imported(riverside);
    expect(second.orgId).toBe(first.orgId);
    expect(total(second.report, "created") + total(second.report, "changed")).toBe(0);
    expect(await contents()).toBe(before);
  });

  it("is a directory that patients can search and staff can work in", async () => {
    const { orgId } = await imported(riverside);
    const { services, providers, rooms, locations, departments, organisation } = await catalogueOf(t.database, orgId);
    expect(organisation).toMatchObject({ slug: "riverside", country: "US", defaultLocale: "en", accent: "#0b6e6e" });
    expect([departments.size, locations.size, rooms.size, providers.size]).toEqual([8, 2, 14, 24]);
    const marrero = [...providers.values()].find(({ key }) => key === "lucia-marrero");
    expect(marrero).toMatchObject({ displayName: "Dr. Lucía Marrero Peña", languages: ["es", "en"] });
    expect(marrero?.locationIds).toHaveLength(2);
    const consultation = [...services.values()].find(({ key }) => key === "cardiology-new");
    expect(consultation?.providerIds).toHaveLength(3);
    expect(consultation?.policy.maxHorizonDays).toBe(180);
    const ecg = [...services.values()].find(({ key }) => key === "ecg");
    expect(ecg?.roomIds).toHaveLength(2);

    const { rows } = await owner.query(
      `select m.roles, m.department_ids, p.key from membership m
       left join provider p on p.org_id = m.org_id and p.id = m.resource_id where m.org_id = $1`,
      [orgId],
    );
    expect(rows).toHaveLength(29);
    const marreroMember = rows.find(({ key }) => key === "lucia-marrero");
    expect(marreroMember).toMatchObject({ roles: ["doctor"] });
    expect(rows.find(({ roles }) => roles[0] === "administrator")?.department_ids).toHaveLength(8);
  });

  it("updates what a changed file says, and nothing else", async () => {
    await imported(riverside);
    const before = await owner.query("select key, version, schedule_version from provider order by key");
    const changed = withProvider(riverside, "samuel-okoro", {
      phone: "+19145550199",
      hours: riverside.providers.find(({ key }) => key === "samuel-okoro")?.hours.slice(0, 0) ?? [],
    });
    const { report } = await imported({
      ...changed,
      services: riverside.services.map((service) =>
        service.key === "ecg" ? { ...service, durationMinutes: 20 } : service,
      ),
      holidays: [...riverside.holidays.slice(1), { date: "2027-11-26", name: { en: "Day after Thanksgiving" } }],
    });
    expect(report.providers).toEqual({ created: 0, changed: 1, unchanged: 23 });
    expect(report.services).toMatchObject({ created: 0, changed: 1 });
    expect(report.schedules).toEqual({ created: 0, changed: 1, unchanged: 23 });
    expect(report.holidays).toMatchObject({ created: 1, changed: 1 });
    expect(report.accounts.unchanged).toBe(29);

    const after = await owner.query("select key, version, schedule_version from provider order by key");
    const moved = after.rows.filter((row, index) => JSON.stringify(row) !== JSON.stringify(before.rows[index]));
    expect(moved.map(({ key }) => key)).toEqual(["samuel-okoro"]);
    const { rows: events } = await owner.query("select type, payload from outbox where type = 'hours.changed'");
    expect(events.at(-1)?.payload.resourceIds).toHaveLength(24);
    await imported(riverside);
  });

  it("leaves alone what the file does not name", async () => {
    const { orgId } = await imported(riverside);
    const [first, ...others] = riverside.providers;
    const services = riverside.services
      .map((service) => ({
        ...service,
        providers: service.providers.filter(({ provider }) => provider !== first?.key),
      }))
      .filter(({ providers }) => providers.length > 0);
    await imported({ ...riverside, providers: others, services });
    const { rows } = await owner.query("select active from provider where org_id = $1 and key = $2", [
      orgId,
      first?.key,
    ]);
    expect(rows).toEqual([{ active: true }]);
    await imported(riverside);
  });

  it("keeps e-mail addresses and phone numbers of people out of clear text [SEC-01]", async () => {
    await imported(sol);
    const all = await contents();
    for (const { email, phone } of [...sol.providers, ...sol.staff]) {
      expect(all).not.toContain(email);
      expect(all).not.toContain(phone);
    }
  });

  it("gives a person who has an account a membership, and no second account", async () => {
    await imported(sol);
    const persons = () => owner.query<{ count: string }>("select count(*) from person");
    const before = (await persons()).rows[0]?.count;
    const colleague = riverside.staff[0];
    if (colleague === undefined) throw new Error("riverside has no staff");
    await imported(riverside);
    const { report } = await imported({ ...sol, staff: [...sol.staff, { ...colleague, departments: [] }] });
    expect(report.accounts).toMatchObject({ created: 1, changed: 0 });
    expect((await persons()).rows[0]?.count).toBe(before);
  });

  it("does not trust an address that somebody claims without having verified it", async () => {
    const target = { ...sol, organisation: { ...sol.organisation, slug: "claimed" } };
    await owner.query("update person_contact set verified_at = null where kind = 'email'");
    const { orgId } = await imported(target);
    const { rows } = await owner.query(
      "select m.person_id from membership m where m.org_id = $1 and m.person_id in (select person_id from membership where org_id <> $1)",
      [orgId],
    );
    expect(rows).toEqual([]);
  });

  it("is on record once, by whom and with which result [AUD-01]", async () => {
    const target = { ...sol, organisation: { ...sol.organisation, slug: "recorded" } };
    const { orgId } = await imported(target);
    await imported(target);
    const { rows } = await owner.query(
      "select role, action, origin, details from audit_event where org_id = $1 and action = 'clinic.import'",
      [orgId],
    );
    expect(rows).toEqual([expect.objectContaining({ role: "operator", action: "clinic.import", origin: "import" })]);
    expect(rows[0]?.details.providers.created).toBe(3);
  });
});
