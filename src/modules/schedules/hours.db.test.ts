import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";
import type { HoursRule } from "../../contract/routes/schedules.ts";
import { addDays, type LocalDate, localOf, minuteOfEpochMs, weekdayOf } from "../../domain/time/index.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Change, Context } from "../_kernel/index.ts";
import { catalogueOf } from "../directory/index.ts";
import { minuteOfIso } from "./visits-outside-hours.ts";

let clinic: BookingClinic;
let owner: Client;
let doctor: Context;
let admin: Context;
let usual: HoursRule[];
beforeAll(async () => {
  clinic = await startBookingClinic();
  owner = new Client({ connectionString: clinic.t.urls.ownerUrl });
  await owner.connect();
  doctor = clinic.as("doctor", { providerId: clinic.providerId });
  admin = clinic.as("administrator");
  usual = (await schedule()).rules;
});
afterAll(async () => {
  await owner.end();
  await clinic.stop();
});

const zone = "America/New_York";
const dateOf = (iso: string): LocalDate => localOf(minuteOfIso(iso), zone).localDate;
const timeOfDay = (iso: string): string => localOf(minuteOfIso(iso), zone).localTime;
const today = (): LocalDate => localOf(minuteOfEpochMs(clinic.cache.nowMs()), zone).localDate;

const schedule = (who = admin, id = clinic.providerId) => clinic.get("schedules.get", who, { params: { id } });

async function putHours(rules: readonly HoursRule[], who = doctor, id = clinic.providerId) {
  const { version } = await schedule(who, id);
  return clinic.ask("schedules.put-hours", who, { params: { id }, ifMatch: version, body: { rules } });
}

async function book(startsAt: string | undefined) {
  const [patientId] = await clinic.newPatients(1);
  const { serviceId, providerId } = clinic;
  const body = { patientId, serviceId, providerId, startsAt, channel: "desk", identityCheckedBy: "phone" };
  return clinic.get("appointments.book-directly", clinic.as("front-desk"), { body });
}

const aRule = (changes: Partial<HoursRule> = {}): HoursRule => ({
  locationId: clinic.locationId,
  weekday: 1,
  from: "09:00",
  to: "17:00",
  effect: "open",
  validFrom: null,
  validTo: null,
  ...changes,
});

describe("weekly hours [AVAIL-01][AVAIL-08]", () => {
  it("are changed by the doctor: free times follow at once, visits outside are listed and stay", async () => {
    const tuesday = (await clinic.freeStarts()).find((start) => weekdayOf(dateOf(start)) === 2);
    const visit = await book(tuesday);
    const before = await schedule();
    const changed = await putHours([aRule({ from: "10:00", to: "12:00" })]);
    expect(changed).toMatchObject({
      ok: true,
      value: { version: before.version + 1, outside: [{ id: visit.id, status: "booked" }] },
    });
    const times = new Set(
      (await clinic.freeStarts()).map((start) => `${weekdayOf(dateOf(start))} ${timeOfDay(start)}`),
    );
    expect([...times].sort()).toEqual(["1 10:00", "1 10:15", "1 10:30", "1 10:45", "1 11:00", "1 11:15", "1 11:30"]);
    // Where somebody works follows from the hours.
    const { providers } = await catalogueOf(clinic.t.database, clinic.organisation.orgId);
    expect(providers.get(clinic.providerId)?.locationIds).toEqual([clinic.locationId]);

    expect(await putHours(usual)).toMatchObject({ ok: true, value: { outside: [] } });
    expect((await schedule()).rules).toEqual(usual);
  });

  it("keep nights, validity and empty weeks as they were entered", async () => {
    const night = aRule({ weekday: 5, from: "22:00", to: "06:00", validFrom: "2027-01-01", validTo: "2027-12-31" });
    await putHours([night]);
    expect((await schedule()).rules).toEqual([night]);
    await putHours([]);
    expect((await schedule()).rules).toEqual([]);
    await putHours(usual);
  });

  it("are refused with every line and field that is wrong, and nothing changes", async () => {
    const rules = [aRule(), aRule({ to: "25:00" }), aRule({ locationId: newId() }), aRule({ validTo: "2027-02-31" })];
    expect(await putHours(rules)).toMatchObject({
      code: "hours_invalid",
      fields: [
        { path: "rules.1.to", code: "bad_time" },
        { path: "rules.2.locationId", code: "unknown_reference" },
        { path: "rules.3.validTo", code: "bad_date" },
      ],
    });
    expect((await schedule()).rules).toEqual(usual);
  });

  it("of two changes at once one wins, the other is told to reload", async () => {
    const { version } = await schedule();
    const ask = { params: { id: clinic.providerId }, ifMatch: version, body: { rules: usual } };
    const results = await Promise.all([1, 2, 3].map(() => clinic.ask("schedules.put-hours", doctor, ask)));
    expect(results.map((result) => (result.ok ? "done" : result.code)).sort()).toEqual([
      "done",
      "stale_version",
      "stale_version",
    ]);
  });

  it("of a room are the administrator's, at the room's own place", async () => {
    const monday = (await clinic.freeStarts()).find((start) => weekdayOf(dateOf(start)) === 1);
    const visit = await book(monday);
    const changed = await putHours([aRule({ weekday: 2 })], admin, clinic.roomId);
    expect(changed).toMatchObject({ ok: true, value: { outside: [{ id: visit.id }] } });
    expect(new Set((await clinic.freeStarts()).map((start) => weekdayOf(dateOf(start))))).toEqual(new Set([2]));
    // Without hours of its own a room is open whenever its visitors are.
    expect(await putHours([], admin, clinic.roomId)).toMatchObject({ ok: true, value: { outside: [] } });
    const annex = usual.find(({ locationId }) => locationId !== clinic.locationId)?.locationId;
    expect(await putHours([aRule({ locationId: annex ?? "" })], admin, clinic.roomId)).toMatchObject({
      code: "hours_invalid",
      fields: [{ path: "rules.0.locationId", code: "unknown_reference" }],
    });
  });
});

describe("a date that differs [AVAIL-02]", () => {
  const add = (body: object, who = doctor) =>
    clinic.ask("schedules.add-exception", who, { params: { id: clinic.providerId }, body });
  const closed = (localDate: string) => ({ localDate, kind: "closed", locationId: null, from: null, to: null });

  it("closes a day, and opens it again", async () => {
    const [first = ""] = await clinic.freeStarts();
    const added = await clinic.get("schedules.add-exception", doctor, {
      params: { id: clinic.providerId },
      body: closed(dateOf(first)),
    });
    expect((await clinic.freeStarts()).map(dateOf)).not.toContain(dateOf(first));
    expect((await schedule()).exceptions).toContainEqual(added);
    const removal = { params: { id: clinic.providerId, exceptionId: added.id } };
    await clinic.get("schedules.remove-exception", doctor, removal);
    expect(await clinic.freeStarts()).toContain(first);
    expect(await clinic.refusal("schedules.remove-exception", doctor, removal)).toMatchObject({ code: "not_found" });
  });

  it("adds extra hours on a day without any", async () => {
    const [first = ""] = await clinic.freeStarts();
    const sunday = addDays(dateOf(first), 7 - weekdayOf(dateOf(first)));
    const extra = { localDate: sunday, kind: "extra", locationId: clinic.locationId, from: "10:00", to: "11:00" };
    expect(await add(extra)).toMatchObject({ ok: true, value: extra });
    const free = (await clinic.freeStarts()).filter((start) => dateOf(start) === sunday);
    expect(free.map(timeOfDay)).toEqual(["10:00", "10:15", "10:30"]);
  });

  it("is entered once, however many ask at once", async () => {
    const localDate = addDays(today(), 50);
    const results = await Promise.all([1, 2, 3].map(() => add(closed(localDate))));
    expect(results.map((result) => (result.ok ? "done" : result.code)).sort()).toEqual([
      "already_exists",
      "already_exists",
      "done",
    ]);
  });

  it("is refused where it cannot be: past, impossible, incomplete, at two places at once", async () => {
    const future = addDays(today(), 60);
    const open = { localDate: future, kind: "hours", locationId: clinic.locationId, from: "09:00", to: "12:00" };
    const fieldsOf = async (body: object): Promise<string[]> => {
      const result = await add(body);
      return result.ok ? [] : (result.fields ?? []).map(({ path, code }) => `${path} ${code}`);
    };
    expect(await fieldsOf(closed("2027-02-31"))).toEqual(["localDate bad_date"]);
    expect(await fieldsOf(closed(addDays(today(), -1)))).toEqual(["localDate date_in_past"]);
    expect(await fieldsOf({ ...closed(future), from: "09:00" })).toEqual(["from not_allowed"]);
    expect(await fieldsOf({ ...open, locationId: null, from: null, to: null })).toEqual([
      "locationId required",
      "from required",
      "to required",
    ]);
    expect(await fieldsOf({ ...open, locationId: newId(), from: "24:00" })).toEqual([
      "locationId unknown_reference",
      "from bad_time",
    ]);
    const wednesday = addDays(future, (3 - weekdayOf(future) + 7) % 7);
    // On Wednesdays the doctor is at the annex from nine to twelve.
    expect(await fieldsOf({ ...open, localDate: wednesday, from: "11:00", to: "14:00" })).toEqual([
      "from two_places_at_once",
    ]);
    expect(await fieldsOf({ ...open, localDate: wednesday, from: "12:00", to: "14:00" })).toEqual([]);
  });
});

describe("holidays [AVAIL-02]", () => {
  const name = { en: "Founders' Day", es: "" };
  const add = (body: object, who = admin) => clinic.ask("holidays.add", who, { body });

  it("close the day, list its visits, and open it again", async () => {
    const [first = ""] = await clinic.freeStarts();
    const visit = await book(first);
    const changes: Change[] = [];
    const forget = clinic.feed.subscribe((change) => changes.push(change));
    const { holiday, affected } = await clinic.get("holidays.add", admin, {
      body: { localDate: dateOf(first), name, locationId: clinic.locationId },
    });
    expect(affected.map(({ id }) => id)).toContain(visit.id);
    expect(new Set(affected.map(({ start }) => start.localDate))).toEqual(new Set([dateOf(first)]));
    expect(holiday).toMatchObject({ localDate: dateOf(first), name: { en: "Founders' Day", es: "Founders' Day" } });
    expect((await clinic.freeStarts()).map(dateOf)).not.toContain(dateOf(first));
    expect((await clinic.get("holidays.list", clinic.visitor())).holidays).toContainEqual(holiday);
    await clinic.get("holidays.remove", admin, { params: { id: holiday.id } });
    expect((await clinic.freeStarts()).map(dateOf)).toContain(dateOf(first));
    expect(await clinic.refusal("holidays.remove", admin, { params: { id: holiday.id } })).toMatchObject({
      code: "not_found",
    });
    forget();
    expect(changes).toMatchObject([{ what: "hours" }, { what: "hours" }]);
    const { rows } = await owner.query<{ resources: string[] }>(
      "select payload -> 'resourceIds' as resources from outbox where id = $1",
      [changes[0]?.eventId],
    );
    expect(rows[0]?.resources).toEqual(expect.arrayContaining([clinic.providerId, clinic.roomId]));
  });

  it("leave visits in extra hours alone", async () => {
    const localDate = dateOf((await clinic.freeStarts()).at(-1) ?? "");
    const extra = { localDate, kind: "extra", locationId: clinic.locationId, from: "09:00", to: "12:00" };
    await clinic.get("schedules.add-exception", doctor, { params: { id: clinic.providerId }, body: extra });
    const starts = (await clinic.freeStarts()).filter((start) => dateOf(start) === localDate);
    await book(starts.find((start) => timeOfDay(start) === "09:00"));
    const late = await book(starts.find((start) => timeOfDay(start) === "16:00"));
    const { affected } = await clinic.get("holidays.add", admin, { body: { localDate, name, locationId: null } });
    expect(affected.map(({ id }) => id)).toEqual([late.id]);
  });

  it("are refused twice, in the past, on impossible dates, at unknown places, without a name", async () => {
    const localDate = addDays(today(), 90);
    expect(await add({ localDate, name, locationId: null })).toMatchObject({ ok: true });
    expect(await add({ localDate, name, locationId: null })).toMatchObject({ code: "already_exists" });
    expect(await add({ localDate: "2027-02-31", name, locationId: null })).toMatchObject({
      fields: [{ path: "localDate", code: "bad_date" }],
    });
    expect(await add({ localDate: addDays(today(), -1), name, locationId: null })).toMatchObject({
      fields: [{ code: "date_in_past" }],
    });
    expect(await add({ localDate, name, locationId: newId() })).toMatchObject({
      fields: [{ code: "unknown_reference" }],
    });
    const nameless = { en: " ", es: "" };
    expect(await add({ localDate, name: nameless, locationId: clinic.locationId })).toMatchObject({
      fields: [{ code: "required" }],
    });
  });
});

describe("whose hours they are [ID-03][ID-04]", () => {
  it("no other doctor's, no front desk's, and no other clinic's", async () => {
    const params = { id: clinic.providerId };
    const elsewhere = clinic.t.as(await clinic.t.newOrganisation(), "administrator");
    const exception = { localDate: "2027-02-01", kind: "closed", locationId: null, from: null, to: null };
    const { exceptions } = await schedule();
    const exceptionId = exceptions[0]?.id ?? "";
    for (const who of [elsewhere, clinic.as("doctor", { providerId: newId() })]) {
      expect(
        await clinic.refusal("schedules.put-hours", who, { params, ifMatch: 1, body: { rules: [] } }),
      ).toMatchObject({ code: "not_found" });
      expect(await clinic.refusal("schedules.add-exception", who, { params, body: exception })).toMatchObject({
        code: "not_found",
      });
      expect(
        await clinic.refusal("schedules.remove-exception", who, { params: { ...params, exceptionId } }),
      ).toMatchObject({ code: "not_found" });
    }
    const desk = clinic.as("front-desk");
    expect(
      await clinic.refusal("schedules.put-hours", desk, { params, ifMatch: 1, body: { rules: [] } }),
    ).toMatchObject({ code: "forbidden" });
    const { holidays } = await clinic.get("holidays.list", clinic.visitor());
    const id = holidays[0]?.id ?? "";
    expect(await clinic.refusal("holidays.remove", elsewhere, { params: { id } })).toMatchObject({ code: "not_found" });
    expect(await clinic.refusal("holidays.remove", doctor, { params: { id } })).toMatchObject({ code: "forbidden" });
    expect((await schedule()).rules).toEqual(usual);
    expect((await schedule()).exceptions).toEqual(exceptions);
  });

  it("every change is on record with its subject [AUD-01]", async () => {
    const { rows } = await owner.query<{ action: string }>(
      `select distinct action from audit_event
       where outcome = 'done' and subject_id is not null and org_id = $1 and (action like 'schedule.%' or action like 'holiday.%') order by action`,
      [clinic.organisation.orgId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "holiday.add",
      "holiday.remove",
      "schedule.add-exception",
      "schedule.put-hours",
      "schedule.remove-exception",
    ]);
  });
});
