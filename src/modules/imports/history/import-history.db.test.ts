import { readFileSync } from "node:fs";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../../test/builders/test-kernel.ts";
import { decryptText } from "../../../platform/crypto/field-cipher.ts";
import { auditMac } from "../../_kernel/index.ts";
import { importClinic } from "../clinic/import-clinic.ts";
import { importPatients } from "../patients/import-patients.ts";
import { readClinicFile } from "../read-clinic-file.ts";
import type { RecordProblem } from "../record-files/record-problem.ts";
import { readHistoryFile } from "./history-line.ts";
import { importHistory } from "./import-history.ts";

const demo = (path: string): Buffer => readFileSync(new URL(`../../../../demo/${path}`, import.meta.url));

let t: TestKernel;
let owner: Client;
let orgId: string;
beforeAll(async () => {
  t = await startTestKernel();
  owner = new Client({ connectionString: t.urls.ownerUrl });
  await owner.connect();
  const reading = readClinicFile(demo("clinics/riverside.yaml").toString());
  if (!reading.ok) throw new Error("the demo clinic has problems");
  const made = await importClinic(t.database, t.kernel.keyring, reading.clinic);
  if (!made.ok) throw new Error(made.code);
  orgId = made.value.orgId;
  await importPatients(t.database, t.kernel.keyring, orgId, demo("patients/riverside.csv"));
});
afterAll(async () => {
  await owner.end();
  await t.stop();
});

async function imported(...lines: (object | string)[]) {
  const refused: RecordProblem[] = [];
  const refuse = (problem: RecordProblem) => refused.push(problem);
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const visits = readHistoryFile(new TextEncoder().encode(text), refuse);
  const result = await importHistory(t.database, t.kernel.keyring, orgId, visits, { onRefused: refuse });
  return { ...result, refusedLines: refused.map(({ code, at }) => [code, at]) };
}

interface Line {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly [field: string]: unknown;
}

let day = Temporal.PlainDate.from("2026-03-01");
/** An attended visit on a day of its own. */
function aLine(changes: Readonly<Record<string, unknown>> = {}): Line {
  const date = day.toString();
  day = day.add({ days: 1 });
  return {
    id: `A-${date}`,
    patient: "R-1002",
    service: "cardiology-new",
    provider: "lucia-marrero",
    location: "main",
    startsAt: `${date}T14:00:00Z`,
    endsAt: `${date}T14:40:00Z`,
    status: "fulfilled",
    bookedAt: "2026-02-20T15:00:00Z",
    ...changes,
  };
}

const at = (line: Line, time: string) => `${line.startsAt.slice(0, 10)}T${time}:00Z`;

async function appointmentAt(startsAt: unknown) {
  const { rows } = await owner.query("select * from appointment where org_id = $1 and starts_at = $2", [
    orgId,
    startsAt,
  ]);
  return rows[0];
}
const rowsOf = async (table: string, id: string, order: string) =>
  (await owner.query(`select * from ${table} where org_id = $1 and appointment_id = $2 order by ${order}`, [orgId, id]))
    .rows;

describe("a visit of the past", () => {
  it("walks through its life: booked, moved, confirmed, seen [BOOK-10]", async () => {
    const line = aLine({ channel: "online" });
    const was = { fromStartsAt: at(line, "18:00"), fromEndsAt: at(line, "18:40") };
    await imported({
      ...line,
      move: { at: "2026-02-21T09:00:00Z", requester: "patient", ...was },
      confirmation: { at: "2026-02-25T09:00:00Z", method: "sms" },
      arrivedAt: at(line, "13:50"),
      checkedInAt: at(line, "13:52"),
      startedAt: at(line, "14:03"),
      finishedAt: at(line, "14:35"),
    });
    const row = await appointmentAt(line.startsAt);
    expect(row).toMatchObject({
      status: "fulfilled",
      version: 7,
      sequence: 1,
      reschedule_count: 1,
      channel: "online",
      local_start: `${at(line, "09:00").slice(0, 16)}`,
      zone: "America/New_York",
      ended_from: "checked-in",
    });
    const changes = await rowsOf("appointment_change", row.id, "version");
    expect(changes.map(({ kind, version }) => [version, kind])).toEqual([
      [1, "booked"],
      [2, "moved"],
      [3, "confirmed"],
      [4, "arrived"],
      [5, "checked-in"],
      [6, "started"],
      [7, "completed"],
    ]);
    expect(changes[1].old_values.startsAt).toBe(at(line, "18:00").replace("00Z", "00.000Z"));
    const confirmations = await rowsOf("appointment_confirmation", row.id, "at");
    expect(confirmations).toEqual([expect.objectContaining({ about: "change", method: "sms" })]);
  });

  it("claims provider and room with their buffers, and the patient for the visit itself [BOOK-04]", async () => {
    const line = aLine({ service: "stress-test", provider: "samuel-okoro", room: "cardio-lab" });
    await imported({ ...line, endsAt: at(line, "15:00") });
    const row = await appointmentAt(line.startsAt);
    const claims = await rowsOf("claim", row.id, "ends_at desc");
    const time = (instant: { toISOString(): string }) => instant.toISOString().slice(11, 16);
    expect(claims.map(({ starts_at, ends_at }) => [time(starts_at), time(ends_at)])).toEqual([
      ["13:50", "15:15"],
      ["13:50", "15:15"],
      ["14:00", "15:00"],
    ]);
    expect(claims.at(-1).resource_id).toBe(row.patient_id);
  });

  it("gives its time back when it was cancelled, with reason and requester on record [BOOK-08]", async () => {
    const line = aLine();
    const cancellation = { at: "2026-02-28T10:00:00Z", requester: "clinic", reason: "The doctor was ill" };
    await imported({ ...line, status: "cancelled", cancellation });
    const row = await appointmentAt(line.startsAt);
    expect(row).toMatchObject({ status: "cancelled", ended_from: "booked", sequence: 1 });
    expect(await rowsOf("claim", row.id, "id")).toEqual([]);
    const change = (await rowsOf("appointment_change", row.id, "version")).at(-1);
    expect(change).toMatchObject({ kind: "cancelled", requester: "clinic", actor_role: "staff" });
    const key = await t.database.transaction({ orgId }, async (tx) =>
      (await t.kernel.keyring.patients(tx, orgId, [row.patient_id])).get(row.patient_id),
    );
    const place = { column: "appointment_change.reason_cipher", orgId, rowId: change.id };
    expect(decryptText(key ?? Buffer.alloc(32), place, change.reason_cipher)).toBe("The doctor was ill");
  });

  it("is a no-show when nobody came, and still to come when it is", async () => {
    const missed = aLine({ status: "noshow" });
    const booked = aLine({ startsAt: "2031-03-03T14:00:00Z", endsAt: "2031-03-03T14:40:00Z", status: "booked" });
    expect(await imported(missed, booked)).toMatchObject({ created: 2, refused: 0 });
    expect((await appointmentAt(missed.startsAt)).status).toBe("noshow");
    expect((await appointmentAt(booked.startsAt)).status).toBe("booked");
  });

  it("is not imported twice, and nobody gets a message of it [BOOK-06]", async () => {
    const line = aLine();
    expect(await imported(line)).toMatchObject({ created: 1, unchanged: 0 });
    expect(await imported(line)).toMatchObject({ created: 0, unchanged: 1, refused: 0 });
    const { rows } = await owner.query("select distinct type from outbox where org_id = $1", [orgId]);
    expect(rows).toEqual([{ type: "hours.changed" }]);
  });

  it("keeps reason and notes out of clear text [SEC-01]", async () => {
    const line = aLine({ reason: "Plantedreason", notes: "Plantednote" });
    await imported(line);
    for (const table of ["appointment", "appointment_change", "audit_event", "outbox"]) {
      const { rows } = await owner.query(`select 1 from ${table} t where t::text ~* 'planted'`);
      expect([table, rows.length]).toEqual([table, 0]);
    }
    const row = await appointmentAt(line.startsAt);
    expect(row.reason_cipher.includes("Planted")).toBe(false);
  });

  it("is on record as an import, under the record's key [AUD-01]", async () => {
    const line = aLine();
    await imported(line);
    const { id, patient_id } = await appointmentAt(line.startsAt);
    const { rows } = await owner.query("select * from audit_event where org_id = $1 and subject_id = $2", [orgId, id]);
    expect(rows).toEqual([
      expect.objectContaining({ action: "appointment.import", origin: "import", patient_id, outcome: "done" }),
    ]);
    const { at: recordedAt, mac, recorded_in: _in, org_id: _org, ...content } = rows[0];
    const expected = auditMac(t.kernel.keyring.audit(orgId), orgId, { ...content, atMs: recordedAt.getTime() });
    expect(mac.equals(expected)).toBe(true);
  });
});

describe("a visit that cannot have been", () => {
  it.each([
    ["of a patient nobody knows", { patient: "X" }, "unknown_patient"],
    ["for a service nobody gives", { service: "x" }, "unknown_service"],
    ["with a provider who is none", { provider: "x" }, "unknown_provider"],
    ["at a place that is none", { location: "x" }, "unknown_location"],
    ["in a room that is none", { room: "x" }, "unknown_room"],
    ["without a time", { startsAt: undefined }, "bad_record"],
    ["at a time without a zone", { startsAt: "2026-03-30T14:00:00" }, "bad_record"],
    ["with a field that means nothing", { colour: "red" }, "bad_record"],
    ["with an unknown status", { status: "maybe" }, "bad_record"],
    ["that ends before it starts", { endsAt: "2026-01-01T14:00:00Z" }, "wrong_length"],
    ["cancelled without saying when", { status: "cancelled" }, "out_of_order"],
    ["attended before it was booked", { bookedAt: "2026-12-01T10:00:00Z" }, "out_of_order"],
  ] as const)("%s is refused by line, and the others come in", async (_, changes, code) => {
    const result = await imported({ ...aLine(), ...changes }, aLine());
    expect(result.refusedLines).toEqual([[code, 1]]);
    expect(result.created).toBe(1);
  });

  it("and one that is no JSON or was there before is refused, too", async () => {
    const line = aLine();
    const result = await imported("{ broken", line, line);
    expect(result.refusedLines).toEqual([
      ["bad_record", 1],
      ["duplicate_id", 3],
    ]);
    expect(result.created).toBe(1);
  });

  it("meets another visit of the provider: only that one is refused [BOOK-04]", async () => {
    const line = aLine();
    const visits = [0, 1, 2, 3, 4].map((index) => ({ ...aLine(), id: `many-${index}` }));
    const meeting = { ...line, id: "meets", patient: "R-1003", startsAt: at(line, "14:30"), endsAt: at(line, "15:10") };
    const result = await imported(line, ...visits.slice(0, 3), meeting, ...visits.slice(3));
    expect(result.refusedLines).toEqual([["time_taken", 5]]);
    expect(result.created).toBe(6);
  });
});
