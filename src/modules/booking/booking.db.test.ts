import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";

let clinic: BookingClinic;
let owner: Client;

beforeAll(async () => {
  clinic = await startBookingClinic();
  owner = new Client({ connectionString: clinic.t.urls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await clinic.stop();
});

const startOf = async (index: number): Promise<string> => {
  const starts = await clinic.freeStarts();
  const start = starts[index];
  if (start === undefined) throw new Error("no free start");
  return start;
};

async function overlaps(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from claim a join claim b on a.org_id = b.org_id and a.resource_id = b.resource_id and a.id < b.id and a.during && b.during`,
  );
  return rows[0]?.n ?? -1;
}

describe("a patient books", () => {
  it("holds a time, reads it back, books it, and finds it among the own appointments [BOOK-01][BOOK-05]", async () => {
    const patient = await clinic.newPatient();
    const startsAt = await startOf(0);
    const hold = await clinic.get("holds.create", patient, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt },
    });
    expect(hold.start.at).toBe(startsAt);
    expect(hold.guest).toBe("none");
    const again = await clinic.get("holds.get", patient, { params: { id: hold.id } });
    expect(again.expiresAt).toBe(hold.expiresAt);
    const booked = await clinic.get("appointments.book", patient, {
      body: { holdId: hold.id, reason: "Palpitations" },
    });
    expect(booked).toMatchObject({
      status: "booked",
      shown: "scheduled",
      version: 1,
      sequence: 0,
      reason: "Palpitations",
      channel: "online",
    });
    expect(booked.roomName).toBe("Room 1");
    expect(booked.allowed).toContain("cancel");
    const own = await clinic.get("appointments.own", patient);
    expect(own.upcoming.map(({ id }) => id)).toEqual([booked.id]);
    expect(await clinic.freeStarts()).not.toContain(startsAt);
    expect(await overlaps()).toBe(0);
  });

  it("does not show a held time to others, and gives it back when released [BOOK-05]", async () => {
    const [patient, other] = [await clinic.newPatient(), clinic.visitor()];
    const startsAt = await startOf(0);
    const hold = await clinic.get("holds.create", patient, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt },
    });
    expect(await clinic.freeStarts(other)).not.toContain(startsAt);
    const refused = await clinic.refusal("holds.create", other, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt },
    });
    expect(refused.code).toBe("slot_taken");
    expect(refused.with?.alternatives?.length).toBeGreaterThanOrEqual(3);
    expect((await clinic.refusal("holds.get", other, { params: { id: hold.id } })).code).toBe("not_found");
    await clinic.get("holds.release", patient, { params: { id: hold.id } });
    expect(await clinic.freeStarts(other)).toContain(startsAt);
  });

  it("keeps what a visitor holds while they sign in, for the same browser alone [BOOK-05]", async () => {
    const visitor = clinic.visitor();
    const hold = await clinic.get("holds.create", visitor, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt: await startOf(5) },
    });
    const patient = await clinic.newPatient();
    expect((await clinic.refusal("appointments.book", patient, { body: { holdId: hold.id } })).code).toBe(
      "hold_expired",
    );
    const sameBrowser = { ...patient, actor: { ...patient.actor, earlierHolder: visitor.actor.holder } };
    expect((await clinic.get("holds.get", sameBrowser, { params: { id: hold.id } })).guest).toBe("none");
    const booked = await clinic.get("appointments.book", sameBrowser, { body: { holdId: hold.id } });
    expect(booked.start.at).toBe(hold.start.at);
  });

  it("is refused outside hours, with every reason and at least three times that can be had [BOOK-14]", async () => {
    const desk = clinic.as("front-desk");
    const [patientId] = await clinic.newPatients(1);
    const free = await startOf(0);
    const night = Temporal.Instant.from(free)
      .toZonedDateTimeISO("America/New_York")
      .with({ hour: 3, minute: 7 })
      .toInstant()
      .toString();
    const refused = await clinic.refusal("appointments.book-directly", desk, {
      body: {
        patientId,
        serviceId: clinic.serviceId,
        providerId: clinic.providerId,
        startsAt: night,
        channel: "desk",
        identityCheckedBy: "birth-date",
      },
    });
    expect(refused.code).toBe("not_bookable");
    expect(refused.with?.reasons?.map(({ code }) => code).sort()).toEqual(["off_grid", "outside_hours"]);
    expect(refused.with?.alternatives?.length).toBeGreaterThanOrEqual(3);
  });

  it("creates one appointment for a repeated request, and refuses the key with another body [BOOK-06]", async () => {
    const patient = await clinic.newPatient();
    const hold = await clinic.get("holds.create", patient, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt: await startOf(3) },
    });
    const asked = { body: { holdId: hold.id }, idempotencyKey: "one-and-the-same-key" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => clinic.get("appointments.book", patient, asked)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0]))).toBe(true);
    const refused = await clinic.refusal("appointments.book", patient, {
      ...asked,
      body: { holdId: hold.id, reason: "other" },
    });
    expect(["idempotency_mismatch", "hold_expired"]).toContain(refused.code);
  });

  it("does not book two appointments of one patient at the same time [BOOK-04]", async () => {
    const patient = await clinic.newPatient();
    const [patientId] = [patient.actor.patientId];
    const startsAt = await startOf(5);
    const book = (id: string | null) => ({
      body: {
        patientId: id,
        serviceId: clinic.serviceId,
        providerId: clinic.providerId,
        startsAt,
        channel: "desk",
        identityCheckedBy: "phone",
      },
    });
    await clinic.get("appointments.book-directly", clinic.as("front-desk"), book(patientId));
    const refused = await clinic.refusal("appointments.book-directly", clinic.as("front-desk"), book(patientId));
    expect(refused.with?.reasons?.map(({ code }) => code)).toContain("patient_busy");
  });
});

describe("an appointment changes", () => {
  async function booked(index: number) {
    const patient = await clinic.newPatient();
    const hold = await clinic.get("holds.create", patient, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt: await startOf(index) },
    });
    return { patient, appointment: await clinic.get("appointments.book", patient, { body: { holdId: hold.id } }) };
  }

  it("moves by a quarter of an hour, keeps id and reference, and frees the old time [BOOK-07]", async () => {
    const { patient, appointment } = await booked(10);
    const later = Temporal.Instant.from(appointment.start.at).add({ minutes: 15 }).toString();
    const hold = await clinic.get("holds.create", patient, {
      body: {
        serviceId: clinic.serviceId,
        providerId: clinic.providerId,
        startsAt: later,
        movingAppointmentId: appointment.id,
      },
    });
    expect(hold.movingAppointmentId).toBe(appointment.id);
    const moved = await clinic.get("appointments.reschedule", patient, {
      params: { id: appointment.id },
      ifMatch: 1,
      body: { holdId: hold.id, reason: "School run" },
    });
    expect(moved).toMatchObject({
      id: appointment.id,
      reference: appointment.reference,
      version: 2,
      sequence: 1,
      shown: "rescheduled",
    });
    expect(moved.start.at).toBe(later);
    const { rows } = await owner.query("select count(*)::int as n from claim where appointment_id = $1", [
      appointment.id,
    ]);
    expect(rows[0]).toEqual({ n: 3 });
    expect(await overlaps()).toBe(0);
    const history = await clinic.get("appointments.history", patient, { params: { id: appointment.id } });
    expect(history.changes[0]).toMatchObject({ kind: "moved", reason: "School run", requester: "patient" });
    expect(history.changes[0]?.oldStart?.at).toBe(appointment.start.at);
  });

  it("answers a stale version with 412 and the newest state", async () => {
    const { patient, appointment } = await booked(20);
    await clinic.get("appointments.step", clinic.as("front-desk"), {
      params: { id: appointment.id },
      ifMatch: 1,
      body: { trigger: "confirm", method: "verbal" },
    });
    const refused = await clinic.refusal("appointments.cancel", patient, {
      params: { id: appointment.id },
      ifMatch: 1,
      body: { reason: "x" },
    });
    expect(refused.code).toBe("stale_version");
    expect(refused.with?.current).toMatchObject({ version: 2, shown: "confirmed" });
  });

  it("is cancelled with a reason, and its time is free at once [BOOK-08]", async () => {
    const { patient, appointment } = await booked(26);
    const cancelled = await clinic.get("appointments.cancel", patient, {
      params: { id: appointment.id },
      ifMatch: 1,
      body: { reason: "Better now" },
    });
    expect(cancelled).toMatchObject({ status: "cancelled", sequence: 1 });
    expect(await clinic.freeStarts()).toContain(appointment.start.at);
    const contact = await clinic.get("appointments.to-contact", clinic.as("front-desk"));
    expect(contact.entries.map(({ appointment: { id } }) => id)).not.toContain(appointment.id);
  });

  it("cancelled by the desk stays on the list until somebody has told the patient [BOOK-09]", async () => {
    const { appointment } = await booked(30);
    const desk = clinic.as("front-desk");
    const cancelled = await clinic.get("appointments.cancel", desk, {
      params: { id: appointment.id },
      ifMatch: 1,
      body: { reason: "Dr. is ill", requester: "clinic" },
    });
    const listed = await clinic.get("appointments.to-contact", desk);
    expect(listed.entries.find((entry) => entry.appointment.id === appointment.id)?.about).toBe("cancellation");
    const told = await clinic.get("appointments.step", desk, {
      params: { id: appointment.id },
      ifMatch: cancelled.version,
      body: { trigger: "acknowledge", method: "verbal" },
    });
    expect(told.shown).toBe("acknowledged");
    const after = await clinic.get("appointments.to-contact", desk);
    expect(after.entries.map((entry) => entry.appointment.id)).not.toContain(appointment.id);
  });

  it("is not there for another patient, nor for another organisation's desk [ID-04][ID-05]", async () => {
    const { appointment } = await booked(34);
    const stranger = await clinic.newPatient();
    const asked = { params: { id: appointment.id }, ifMatch: 1, body: { reason: "x" } };
    expect((await clinic.refusal("appointments.get", stranger, asked)).code).toBe("not_found");
    expect((await clinic.refusal("appointments.cancel", stranger, asked)).code).toBe("not_found");
    const elsewhere = await clinic.t.newOrganisation();
    const foreign = clinic.t.as(elsewhere, "administrator");
    expect((await clinic.refusal("appointments.get", foreign, asked)).code).toBe("not_found");
    expect((await clinic.refusal("appointments.cancel", foreign, asked)).code).toBe("not_found");
  });

  it("appears in the diary of its day with the patient's name for the desk [UI-02]", async () => {
    const { appointment } = await booked(38);
    const day = await clinic.get("diary.day", clinic.as("front-desk"), {
      query: { date: appointment.start.localDate },
    });
    const column = day.columns.find(({ resourceId }) => resourceId === clinic.providerId);
    expect(column?.blocks.some(({ kind }) => kind === "open")).toBe(true);
    expect(column?.appointments.find(({ id }) => id === appointment.id)).toMatchObject({
      bookedOnline: true,
      shown: "scheduled",
    });
    const outsider = await clinic.get("diary.day", clinic.as("front-desk", { departmentIds: [] }), {
      query: { date: appointment.start.localDate },
    });
    expect(outsider.columns).toEqual([]);
  });
});

describe("a guest", () => {
  it("is refused where the organisation has not switched guests on [BOOK-16]", async () => {
    const guest = clinic.visitor();
    const hold = await clinic.get("holds.create", guest, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt: await startOf(0) },
    });
    expect(hold.guest).toBe("details");
    expect((await clinic.refusal("appointments.book", guest, { body: { holdId: hold.id } })).code).toBe(
      "guest_booking_off",
    );
  });
});
