import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";
import { openDatabase } from "../../platform/db/database.ts";
import { type Head, sealOnce, type Verification, verifyOrganisation } from "./index.ts";

let clinic: BookingClinic;
let superuser: Client;
let orgId: string;
const worker = () => openDatabase({ url: clinic.t.urls.workerUrl, maxConnections: 2, onError: () => {} });

beforeAll(async () => {
  clinic = await startBookingClinic();
  orgId = clinic.organisation.orgId;
  superuser = new Client({ connectionString: clinic.t.urls.ownerUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await clinic.stop();
});

async function act(count: number): Promise<void> {
  const desk = clinic.as("front-desk");
  for (let n = 0; n < count; n++) await clinic.ask("appointments.get", desk, { params: { id: clinic.serviceId } });
}

async function seal() {
  const database = worker();
  const made = await database.transaction({ orgId }, (tx) => sealOnce(tx, clinic.t.kernel.keyring, orgId));
  await database.close();
  return made;
}

const verify = (heads: readonly Head[] = []): Promise<Verification> =>
  clinic.t.database.transaction({ orgId }, (tx) => verifyOrganisation(tx, clinic.t.kernel.keyring, orgId, heads));

/** As the superuser, past every right and trigger; undone afterwards. */
async function tampered(
  sql: string | readonly string[],
  values: unknown[] = [],
  heads: readonly Head[] = [],
): Promise<Verification> {
  await superuser.query("begin");
  try {
    await superuser.query("set local session_replication_role = replica");
    for (const statement of [sql].flat()) await superuser.query(statement, values);
    await superuser.query("commit");
    return await verify(heads);
  } finally {
    await superuser.query("rollback");
    await superuser.query("begin");
    await superuser.query("set local session_replication_role = replica");
    for (const table of ["audit_event", "audit_seal", "audit_seal_entry"]) {
      await superuser.query(`delete from ${table}`);
      const columns =
        table === "audit_event" ? eventColumns : table === "audit_seal" ? sealColumns : "org_id, entry, event_id";
      await superuser.query(`insert into ${table} (${columns}) select ${columns} from kept_${table}`);
    }
    await superuser.query("commit");
  }
}
const eventColumns =
  "org_id, id, at, actor_id, role, action, intent, subject_type, subject_id, patient_id, outcome, code, details, request_id, origin, recorded_in, mac";
const sealColumns = "org_id, number, sealed_at, first_entry, last_entry, below, previous_mac, content_hash, mac";

async function keep(): Promise<void> {
  for (const table of ["audit_event", "audit_seal", "audit_seal_entry"]) {
    await superuser.query(`drop table if exists kept_${table}`);
    await superuser.query(`create table kept_${table} as table ${table}`);
  }
}

async function sealedIds(): Promise<string[]> {
  const { rows } = await superuser.query<{ id: string }>(
    "select event_id as id from audit_seal_entry where org_id = $1 order by entry",
    [orgId],
  );
  return rows.map(({ id }) => id);
}

describe("the audit record [AUD-02]", () => {
  const heads: Head[] = [];
  beforeEach(async () => {
    await act(4);
    const made = await seal();
    if (made !== null)
      heads.push({ orgId, number: made.number, lastEntry: made.lastEntry, mac: made.mac.toString("hex") });
    await act(2);
    await keep();
  });

  it("is intact after work and sealing, and counts the rows that wait", async () => {
    const result = await verify(heads);
    expect(result.findings).toEqual([]);
    expect(result.intact).toBe(true);
    expect(result.checked).toBeGreaterThanOrEqual(6);
    expect(result.waiting).toBe(2);
  });

  it("finds a sealed row that was edited, and names it", async () => {
    const [id] = await sealedIds();
    const result = await tampered("update audit_event set action = 'patient.viewed' where id = $1", [id]);
    expect(result.intact).toBe(false);
    expect(result.findings).toContainEqual(expect.objectContaining({ kind: "bad-mac", eventId: id }));
  });

  it("finds a row that waits for its seal and was edited", async () => {
    const { rows } = await superuser.query<{ id: string }>(
      "select id from audit_event e where org_id = $1 and not exists (select 1 from audit_seal_entry s where s.event_id = e.id) limit 1",
      [orgId],
    );
    const result = await tampered("update audit_event set action = 'nothing' where id = $1", [rows[0]?.id]);
    expect(result.findings).toContainEqual(expect.objectContaining({ kind: "bad-mac", eventId: rows[0]?.id }));
  });

  it("finds a row that was removed, with or without its number", async () => {
    const ids = await sealedIds();
    const middle = ids[Math.floor(ids.length / 2)];
    const alone = await tampered("delete from audit_event where id = $1", [middle]);
    expect(alone.findings).toContainEqual(expect.objectContaining({ kind: "missing-entry", eventId: middle }));
    const both = await tampered(
      "with gone as (delete from audit_event where id = $1 returning id) delete from audit_seal_entry where event_id in (select id from gone)",
      [middle],
    );
    expect(both.findings.map(({ kind }) => kind)).toContain("missing-entry");
  });

  it("finds a row that was inserted without the key, and one copied from another organisation", async () => {
    const copied = eventColumns.replace("org_id, id,", "").replace(", mac", "");
    const inserted = await tampered(
      `insert into audit_event (org_id, id, ${copied}, mac) select org_id, gen_random_uuid(), ${copied}, mac from audit_event where org_id = $1 limit 1`,
      [orgId],
    );
    expect(inserted.findings.map(({ kind }) => kind)).toContain("bad-mac");
  });

  it("finds two rows whose numbers were swapped", async () => {
    const [first, second] = await sealedIds();
    const swap = (one: number, other: number) =>
      `update audit_seal_entry set entry = case event_id when $1::uuid then ${one} when $2::uuid then ${other} else entry end where event_id in ($1, $2)`;
    const { rows } = await superuser.query<{ entry: number }>(
      "select entry::int from audit_seal_entry where event_id in ($1, $2) order by entry",
      [first, second],
    );
    const [lower, upper] = rows.map(({ entry }) => entry);
    const result = await tampered([swap(-1, -2), swap(upper ?? 0, lower ?? 0)], [first, second]);
    expect(result.findings.map(({ kind }) => kind)).toContain("broken-seal");
  });

  it("finds a cut tail and a chain replaced by its outside head alone", async () => {
    const last = heads.at(-1);
    const result = await tampered(
      `with s as (delete from audit_seal where number = $1 returning first_entry), n as (delete from audit_seal_entry where entry >= (select first_entry from s) returning event_id)
       delete from audit_event where id in (select event_id from n)`,
      [last?.number],
      heads,
    );
    expect(result.findings).toContainEqual(expect.objectContaining({ kind: "missing-seal" }));
  });

  it("refuses changes by the roles that the product works under", async () => {
    for (const url of [clinic.t.urls.appUrl, clinic.t.urls.workerUrl]) {
      const role = new Client({ connectionString: url });
      await role.connect();
      await role.query(`set app.org = '${orgId}'`);
      for (const sql of [
        "update audit_event set code = 'x'",
        "delete from audit_event",
        "update audit_seal set number = 9",
        "delete from audit_seal_entry",
      ]) {
        await expect(role.query(sql), sql).rejects.toThrow(/permission denied/);
      }
      await role.end();
    }
  });
});
