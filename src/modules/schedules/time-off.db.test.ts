import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";
import { addDays, type LocalDate, type LocalMoment, localOf, parseInstant } from "../../domain/time/index.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Change, Context } from "../_kernel/index.ts";

let clinic: BookingClinic;
let owner: Client;
let doctor: Context;
let admin: Context;
beforeAll(async () => {
  clinic = await startBookingClinic((yaml) => yaml.replace("days: [mon, tue]", "days: [mon, tue, thu, fri, sun]"));
  owner = new Client({ connectionString: clinic.t.urls.ownerUrl });
  await owner.connect();
  doctor = clinic.as("doctor", { providerId: clinic.providerId });
  admin = clinic.as("administrator");
});
afterAll(async () => {
  await owner.end();
  await clinic.stop();
});

const zone = "America/New_York";
function localOfIso(iso: string): LocalMoment {
  const parsed = parseInstant(iso);
  if (!parsed.ok) throw new Error(iso);
  return localOf(parsed.minute, zone);
}

/** Each test has clinic days of its own, so that none meets another's visits. */
let days: string[][] = [];
beforeAll(async () => {
  const byDay = Map.groupBy(await clinic.freeStarts(), (start) => localOfIso(start).localDate);
  days = [...byDay.values()].filter((starts) => starts.length >= 20).slice(1);
});
function nextDay(): { starts: string[]; localDate: LocalDate } {
  const starts = days.shift();
  if (starts?.[0] === undefined) throw new Error("no clinic day is left");
  return { starts, localDate: localOfIso(starts[0]).localDate };
}

const aTimeOff = (localDate: string, changes: object = {}) => ({
  kind: "time-off",
  localStartDate: localDate,
  localStartTime: "08:00",
  localEndDate: localDate,
  localEndTime: "18:00",
  ...changes,
});

const add = (who: Context, body: unknown, id = clinic.providerId) =>
  clinic.get("schedules.add-time-off", who, { params: { id }, body });

async function book(startsAt: string | undefined) {
  const [patientId] = await clinic.newPatients(1);
  const { serviceId, providerId } = clinic;
  const body = { patientId, serviceId, providerId, startsAt, channel: "desk", identityCheckedBy: "phone" };
  return clinic.get("appointments.book-directly", clinic.as("front-desk"), { body });
}

/** Is every minute of the closure claimed, and by no hold? */
async function isTakenWhole(closureId: string, resourceId = clinic.providerId): Promise<boolean> {
  const { rows } = await owner.query<{ whole: boolean; holds: number }>(
    `select range_agg(k.during) @> tstzrange(c.starts_at, c.ends_at) as whole,
            count(*) filter (where k.kind = 'hold')::int as holds
     from closure c join claim k on k.org_id = c.org_id and k.resource_id = $2 and k.during && tstzrange(c.starts_at, c.ends_at)
     where c.id = $1 group by c.starts_at, c.ends_at`,
    [closureId, resourceId],
  );
  return rows[0]?.whole === true && rows[0].holds === 0;
}

async function displacedIds(who = admin): Promise<string[]> {
  const { appointments } = await clinic.get("schedules.displaced", who);
  return appointments.map(({ id }) => id);
}

describe("a doctor's own time off [AVAIL-02][AVAIL-08]", () => {
  it("is true at once over live visits, which are listed and stay", async () => {
    const { starts, localDate } = nextDay();
    const visit = await book(starts[4]);
    const body = aTimeOff(localDate, { note: "Congress in Granada" });
    const preview = await clinic.get("schedules.preview-time-off", doctor, { params: { id: clinic.providerId }, body });
    expect(preview.affected.map(({ id }) => id)).toEqual([visit.id]);
    expect(await clinic.freeStarts()).toContain(starts[0]);

    const { timeOff, affected } = await add(doctor, body);
    expect(affected).toMatchObject([{ id: visit.id, status: "booked", patient: { fullName: expect.any(String) } }]);
    expect(timeOff).toMatchObject({ ...body, startsAt: preview.startsAt, endsAt: preview.endsAt, affected: 1 });
    expect(await isTakenWhole(timeOff.id)).toBe(true);
    expect((await clinic.freeStarts()).filter((start) => localOfIso(start).localDate === localDate)).toEqual([]);
    await expect(book(starts[0])).rejects.toThrow("in_closure");
    expect(await displacedIds(doctor)).toEqual([visit.id]);
    const schedule = await clinic.get("schedules.get", doctor, { params: { id: clinic.providerId } });
    expect(schedule.timeOff).toEqual([timeOff]);
  });

  it("keeps the note in cipher, and shows it to those who manage it only [SEC-01]", async () => {
    const { localDate } = nextDay();
    const { timeOff } = await add(doctor, aTimeOff(localDate, { note: "Knee surgery" }));
    const { rows } = await owner.query<{ text: string }>(
      "select encode(note_cipher, 'escape') as text from closure where id = $1",
      [timeOff.id],
    );
    expect(rows[0]?.text).not.toContain("Knee");
    const noteFor = async (who: Context) =>
      (await clinic.get("schedules.get", who, { params: { id: clinic.providerId } })).timeOff.find(
        ({ id }) => id === timeOff.id,
      )?.note;
    expect(await noteFor(admin)).toBe("Knee surgery");
    expect(await noteFor(clinic.as("front-desk"))).toBeNull();
  });

  it("gives the time of a visit that leaves to the closure, and all of it back when it is removed", async () => {
    const { starts, localDate } = nextDay();
    const visit = await book(starts[2]);
    const { timeOff } = await add(doctor, aTimeOff(localDate));
    await clinic.get("appointments.cancel", clinic.as("front-desk"), {
      params: { id: visit.id },
      ifMatch: 1,
      body: { reason: "Doctor is away" },
    });
    expect(await isTakenWhole(timeOff.id)).toBe(true);
    expect(await displacedIds()).not.toContain(visit.id);

    const ended = { params: { id: clinic.providerId, timeOffId: timeOff.id } };
    await clinic.get("schedules.remove-time-off", doctor, ended);
    expect(await clinic.freeStarts()).toEqual(expect.arrayContaining(starts));
    expect(await clinic.refusal("schedules.remove-time-off", doctor, ended)).toMatchObject({ code: "not_found" });
  });

  it("removed, leaves what another closure covers taken", async () => {
    const { starts, localDate } = nextDay();
    const { timeOff: wide } = await add(doctor, aTimeOff(localDate));
    const { timeOff: inner } = await add(
      doctor,
      aTimeOff(localDate, { kind: "meeting", localStartTime: "09:00", localEndTime: "10:00" }),
    );
    await clinic.get("schedules.remove-time-off", doctor, { params: { id: clinic.providerId, timeOffId: wide.id } });
    expect(await isTakenWhole(inner.id)).toBe(true);
    const free = await clinic.freeStarts();
    expect(starts.filter((start) => !free.includes(start)).map((start) => localOfIso(start).localTime)).toEqual(
      starts.map((start) => localOfIso(start).localTime).filter((time) => time < "10:00"),
    );
  });

  it("revokes holds inside: they cannot be booked any more", async () => {
    const { starts, localDate } = nextDay();
    const patient = await clinic.newPatient();
    const hold = await clinic.get("holds.create", patient, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt: starts[0] },
    });
    const { timeOff } = await add(doctor, aTimeOff(localDate));
    expect(await isTakenWhole(timeOff.id)).toBe(true);
    const refused = await clinic.refusal("appointments.book", patient, { body: { holdId: hold.id } });
    expect(["hold_expired", "slot_taken", "not_bookable"]).toContain(refused.code);
  });

  it("is entered once, however often the request is repeated [BOOK-06]", async () => {
    const { localDate } = nextDay();
    const asked = { params: { id: clinic.providerId }, body: aTimeOff(localDate), idempotencyKey: newId() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => clinic.get("schedules.add-time-off", doctor, asked)),
    );
    expect(new Set(answers.map(({ timeOff }) => timeOff.id)).size).toBe(1);
    const other = { ...asked, body: aTimeOff(localDate, { kind: "meeting" }) };
    expect(await clinic.refusal("schedules.add-time-off", doctor, other)).toMatchObject({
      code: "idempotency_mismatch",
    });
  });

  it("can be a year long, and is told to every open page with its dates", async () => {
    const changes: Change[] = [];
    const forget = clinic.feed.subscribe((change) => changes.push(change));
    const firstDate = addDays(nextDay().localDate, 400);
    const body = aTimeOff(firstDate, {
      localStartTime: "00:00",
      localEndDate: addDays(firstDate, 365),
      localEndTime: "00:00",
    });
    const { timeOff } = await add(doctor, body);
    expect(await isTakenWhole(timeOff.id)).toBe(true);
    await clinic.get("schedules.remove-time-off", doctor, { params: { id: clinic.providerId, timeOffId: timeOff.id } });
    forget();
    const deltas = [{ resourceId: clinic.providerId, reload: true }];
    expect(changes).toMatchObject([
      { what: "closure", deltas },
      { what: "closure", deltas },
    ]);
    expect(changes[0]?.localDates).toHaveLength(365);
    const { rows } = await owner.query("select type from outbox where id = any($1) order by at", [
      changes.map(({ eventId }) => eventId),
    ]);
    expect(rows).toEqual([{ type: "closure.added" }, { type: "closure.removed" }]);
  });

  it("is on record with its subject, refused or done [AUD-01]", async () => {
    const { localDate } = nextDay();
    const { timeOff } = await add(doctor, aTimeOff(localDate));
    await clinic.refusal("schedules.add-time-off", doctor, {
      params: { id: clinic.providerId },
      body: aTimeOff("2027-02-31"),
    });
    const { rows } = await owner.query(
      "select outcome, code, details from audit_event where action = 'time-off.add' and actor_id = $1 and subject_id = $2 order by at desc limit 2",
      [doctor.actor.personId, clinic.providerId],
    );
    expect(rows).toMatchObject([
      { outcome: "refused", code: "impossible_time" },
      { outcome: "done", details: { timeOffId: timeOff.id, affected: 0 } },
    ]);
  });
});

describe("a room's maintenance [AVAIL-02]", () => {
  it("lists the visits of the room, and takes its time", async () => {
    const { starts, localDate } = nextDay();
    const visit = await book(starts[0]);
    const { timeOff, affected } = await add(admin, aTimeOff(localDate, { kind: "maintenance" }), clinic.roomId);
    expect(affected.map(({ id }) => id)).toEqual([visit.id]);
    expect(await isTakenWhole(timeOff.id, clinic.roomId)).toBe(true);
    expect((await clinic.freeStarts()).filter((start) => localOfIso(start).localDate === localDate)).toEqual([]);
    expect(await displacedIds()).toContain(visit.id);
  });
});

describe("whose time it is [ID-03][ID-04]", () => {
  it("others' calendars are not there for a doctor, and no clinic sees another's", async () => {
    const { localDate } = nextDay();
    const { timeOff } = await add(doctor, aTimeOff(localDate));
    const elsewhere = clinic.t.as(await clinic.t.newOrganisation(), "administrator");
    const colleague = clinic.as("doctor", { providerId: newId() });
    for (const who of [elsewhere, colleague]) {
      const params = { id: clinic.providerId };
      const body = aTimeOff(localDate);
      for (const name of ["schedules.preview-time-off", "schedules.add-time-off"] as const) {
        expect(await clinic.refusal(name, who, { params, body })).toMatchObject({ code: "not_found" });
      }
      expect(await clinic.refusal("schedules.get", who, { params })).toMatchObject({ code: "not_found" });
      const removal = { params: { ...params, timeOffId: timeOff.id } };
      expect(await clinic.refusal("schedules.remove-time-off", who, removal)).toMatchObject({ code: "not_found" });
      expect(await displacedIds(who)).toEqual([]);
    }
    expect(await clinic.refusal("schedules.get", doctor, { params: { id: clinic.roomId } })).toMatchObject({
      code: "not_found",
    });
    expect(await isTakenWhole(timeOff.id)).toBe(true);
  });

  it("the front desk sees schedules of its departments and enters no time off; a patient sees none", async () => {
    const params = { id: clinic.providerId };
    const ask = { params, body: aTimeOff(nextDay().localDate) };
    expect(await clinic.refusal("schedules.add-time-off", clinic.as("front-desk"), ask)).toMatchObject({
      code: "forbidden",
    });
    await clinic.get("schedules.get", clinic.as("front-desk"), { params });
    await clinic.get("schedules.get", clinic.as("front-desk"), { params: { id: clinic.roomId } });
    const stranger = clinic.as("front-desk", { departmentIds: [newId()] });
    for (const id of [clinic.providerId, clinic.roomId]) {
      expect(await clinic.refusal("schedules.get", stranger, { params: { id } })).toMatchObject({ code: "not_found" });
    }
    expect(await displacedIds(stranger)).toEqual([]);
    expect(await clinic.refusal("schedules.displaced", await clinic.newPatient())).toMatchObject({ code: "forbidden" });
    expect(await clinic.refusal("schedules.displaced", clinic.visitor())).toMatchObject({ code: "unauthenticated" });
  });
});

describe("time off against bookings at the same moment", () => {
  const codes = new Set<string>();
  const note = (result: { ok: true } | { ok: false; code: string }): void => {
    if (!result.ok) codes.add(result.code);
  };

  /** Holds and books; every fourth holds and lets go instead, again and again. True: booked. */
  async function bookOnline(index: number, startsAt: string | undefined, patient: Context): Promise<boolean> {
    const isUndecided = index % 4 === 3;
    for (let tries = isUndecided ? 6 : 1; tries > 0; tries -= 1) {
      const body = { serviceId: clinic.serviceId, providerId: null, startsAt };
      const held = await clinic.ask("holds.create", patient, { body });
      note(held);
      if (!held.ok) continue;
      if (isUndecided) {
        note(await clinic.ask("holds.release", patient, { params: { id: held.value.id } }));
        continue;
      }
      const booked = await clinic.ask("appointments.book", patient, { body: { holdId: held.value.id } });
      note(booked);
      return booked.ok;
    }
    return false;
  }

  /** Enters time off as soon as so many of twenty callers have booked. */
  async function enterAmongBookings(bookedBefore: number): Promise<string> {
    const { starts, localDate } = nextDay();
    const existing = await book(starts[0]);
    const patients = await Promise.all(Array.from({ length: 20 }, () => clinic.newPatient()));
    const moment = Promise.withResolvers<void>();
    let booked = 0;
    const bookings = patients.map(async (patient, index) => {
      if (await bookOnline(index, starts[(index * 2) % starts.length], patient)) booked += 1;
      if (booked >= bookedBefore) moment.resolve();
    });
    if (bookedBefore === 0) moment.resolve();
    const everyone = Promise.all(bookings).then(() => moment.resolve());
    await moment.promise;
    const cancel = { params: { id: existing.id }, ifMatch: 1, body: { reason: "Cannot come" } };
    const cancelled = clinic.ask("appointments.cancel", clinic.as("front-desk"), cancel).then(note);
    const [{ timeOff }] = await Promise.all([add(doctor, aTimeOff(localDate)), everyone, cancelled]);
    return timeOff.id;
  }

  it.each([0, 1, 2, 4, 6, 8])(
    "leaves no minute free, and lists every visit inside: after %i visits [AVAIL-08][BOOK-04]",
    async (bookedBefore) => {
      const closureId = await enterAmongBookings(bookedBefore);
      expect(await isTakenWhole(closureId)).toBe(true);
      const { rows } = await owner.query<{ id: string }>(
        `select a.id from appointment a join closure c on c.id = $1
       where a.provider_id = c.resource_id and a.status = 'booked' and a.starts_at < c.ends_at and a.ends_at > c.starts_at`,
        [closureId],
      );
      expect(rows.length).toBeGreaterThanOrEqual(bookedBefore);
      expect(await displacedIds()).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
      const { timeOff } = await clinic.get("schedules.get", doctor, { params: { id: clinic.providerId } });
      expect(timeOff.find(({ id }) => id === closureId)?.affected).toBe(rows.length);
      expect([...codes]).not.toContain("unavailable");
    },
  );
});
