import { it, beforeAll, afterAll } from "vitest";
import { Client } from "pg";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";
import { allStatements } from "../../platform/db/statement.ts";
let c: BookingClinic;
beforeAll(async () => { c = await startBookingClinic(); });
afterAll(() => c.stop());
it("plans", async () => {
  const owner = new Client({ connectionString: c.t.urls.ownerUrl }); await owner.connect();
  const org = c.organisation.orgId;
  await owner.query(`insert into closure (org_id,id,resource_id,kind,starts_at,ends_at,zone) values ($1, gen_random_uuid(), $2, 'time-off', '2020-01-01', '2020-01-02', 'UTC')`, [org, c.providerId]);
  await owner.query(`insert into claim (org_id, resource_id, kind, closure_id, starts_at, ends_at) select $1, $2, 'closure', (select id from closure limit 1), '2000-01-01'::timestamptz + n * interval '1 hour', '2000-01-01'::timestamptz + n * interval '1 hour' + interval '30 min' from generate_series(1, 200000) n`, [org, c.providerId]);
  await owner.query("analyze"); await owner.end();
  const app = new Client({ connectionString: c.t.urls.appUrl }); await app.connect();
  await app.query(`begin; set local app.org = '${org}'`);
  for (const name of ["schedules.visits-inside", "schedules.open-closures", "schedules.open-closures-of-resource"]) {
    const s = allStatements().find((each) => each.name === name); if (!s) continue;
    const t = "2020-01-01T00:00:00Z"; const u = "2020-01-02T00:00:00Z";
    const values = name === "schedules.visits-inside" ? [org, [c.providerId], [t], [t], [u], ["booked"]] : name === "schedules.open-closures" ? [org, t] : [org, c.providerId, t];
    const { rows } = await app.query("explain (analyze, costs off) " + s.text, values);
    console.log(name + "\n" + rows.map((r: Record<string, string>) => r["QUERY PLAN"]).join("\n"));
  }
  await app.end();
});
