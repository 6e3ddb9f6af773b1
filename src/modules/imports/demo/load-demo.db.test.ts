import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../../test/builders/test-kernel.ts";
import { platformOrganisationId } from "../../_kernel/index.ts";
import { operations } from "../../identity/index.ts";
import { demoPassword, demoPatient, demoSignIns } from "./demo-people.ts";
import { loadDemo } from "./load-demo.ts";

let t: TestKernel;
let owner: Client;
const lines: string[] = [];
const load = () => loadDemo(t.database, t.kernel.keyring, { log: (line) => lines.push(line), scale: 0.1 });
beforeAll(async () => {
  t = await startTestKernel();
  owner = new Client({ connectionString: t.urls.ownerUrl });
  await owner.connect();
  await load();
});
afterAll(async () => {
  await owner.end();
  await t.stop();
});

const counted = async (from: string): Promise<number> => {
  const { rows } = await owner.query<{ count: string }>(`select count(*) from ${from}`);
  return Number(rows[0]?.count);
};

describe("the demo", () => {
  it("has two clinics, their patients and appointments, and says so", async () => {
    expect(await counted("organisation where kind <> 'platform'")).toBe(2);
    expect(await counted("patient")).toBe(201);
    expect(await counted("appointment")).toBe(1_200);
    expect(lines).toContain("Riverside Health Center: 171 patients");
  });

  it("has no resource in two visits, and no visit without its claims [BOOK-04]", async () => {
    const overlaps = await counted(
      `claim a join claim b on b.org_id = a.org_id and b.resource_id = a.resource_id and b.id > a.id and b.during && a.during`,
    );
    expect(overlaps).toBe(0);
    const claims = `select count(*) from claim c where c.org_id = a.org_id and c.appointment_id = a.id`;
    const expected = `case when a.status = 'cancelled' then 0 when a.room_id is null then 2 else 3 end`;
    expect(await counted(`appointment a where (${claims}) <> ${expected}`)).toBe(0);
    expect(await counted("appointment where status in ('noshow', 'cancelled', 'booked', 'fulfilled')")).toBeGreaterThan(
      1_100,
    );
  });

  it("has every visit's whole life on record [BOOK-11]", async () => {
    const changes = `select count(*) from appointment_change c where c.org_id = a.org_id and c.appointment_id = a.id`;
    expect(await counted(`appointment a where (${changes}) <> a.version`)).toBe(0);
    const events = `select 1 from audit_event e where e.org_id = a.org_id and e.subject_id = a.id and e.action = 'appointment.import'`;
    expect(await counted(`appointment a where not exists (${events})`)).toBe(0);
    expect(await counted("message")).toBe(0);
  });

  it("lets everybody whom it names sign in", async () => {
    const signIn = operations.find(({ name }) => name === "sessions.create");
    if (signIn === undefined) throw new Error("nobody can sign in");
    const platform = { ...(await t.newOrganisation()), orgId: platformOrganisationId };
    const roles = demoSignIns().map(({ slug, role }) => `${slug} ${role}`);
    expect(roles).toHaveLength(10);
    for (const { email } of demoSignIns()) {
      const result = await t.run(signIn, t.as(platform, "public"), {
        body: { contact: email, password: demoPassword },
      });
      expect([email, result.ok]).toEqual([email, true]);
    }
  });

  it("has a patient with past visits and visits to come", async () => {
    const visits =
      "appointment a join patient p on p.org_id = a.org_id and p.id = a.patient_id where p.person_id is not null";
    expect(await counted(`${visits} and a.status = 'fulfilled'`)).toBe(4);
    expect(await counted(`${visits} and a.status = 'booked' and a.starts_at > now()`)).toBe(2);
    expect(await counted("patient where person_id is not null")).toBe(1);
  });

  it("is loaded once", async () => {
    const before = await counted("audit_event");
    lines.length = 0;
    expect(await load()).toEqual(demoSignIns());
    expect(lines).toEqual([]);
    expect(await counted("audit_event")).toBe(before);
  });

  it("goes on where a killed loading stopped", async () => {
    await owner.query("update patient set person_id = null");
    await load();
    expect(await counted("appointment")).toBe(1_200);
    expect(await counted("patient")).toBe(201);
    expect(await counted("patient where person_id is not null")).toBe(1);
  });

  it("shows no patient in clear text [SEC-01]", async () => {
    const { given, email, phone } = demoPatient;
    for (const table of [
      "patient",
      "patient_search",
      "appointment",
      "appointment_change",
      "audit_event",
      "outbox",
      "person",
    ]) {
      expect([table, await counted(`${table} t where t::text ~* '${given}|${email}|\\${phone}'`)]).toEqual([table, 0]);
    }
  });
});
