import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";

let clinic: BookingClinic;
beforeAll(async () => {
  clinic = await startBookingClinic();
});
afterAll(() => clinic.stop());

async function booked(index: number) {
  const patient = await clinic.newPatient();
  const startsAt = (await clinic.freeStarts())[index];
  const hold = await clinic.get("holds.create", patient, {
    body: { serviceId: clinic.serviceId, providerId: null, startsAt },
  });
  return { patient, appointment: await clinic.get("appointments.book", patient, { body: { holdId: hold.id } }) };
}

describe("a patient's word is not the clinic's", () => {
  it("counts a move for the patient, whatever requester is written into the request [BOOK-12]", async () => {
    const { patient, appointment } = await booked(8);
    const startsAt = (await clinic.freeStarts())[30];
    const hold = await clinic.get("holds.create", patient, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt, movingAppointmentId: appointment.id },
    });
    const asked = { params: { id: appointment.id }, ifMatch: 1, body: { holdId: hold.id, requester: "clinic" } };
    const moved = await clinic.get("appointments.reschedule", patient, asked);
    expect(moved.rescheduleCount).toBe(1);
    const history = await clinic.get("appointments.history", patient, { params: { id: appointment.id } });
    expect(history.changes[0]?.requester).toBe("patient");
  });

  it("does not let a doctor who is the patient move into a colleague's calendar without a hold [ID-03]", async () => {
    const { patient, appointment } = await booked(10);
    const doctor = clinic.as("doctor", {
      patientId: patient.actor.patientId,
      personId: patient.actor.personId,
      departmentIds: [],
    });
    const startsAt = Temporal.Instant.from(appointment.start.at).add({ hours: 14 }).toString();
    const refused = await clinic.refusal("appointments.reschedule", doctor, {
      params: { id: appointment.id },
      ifMatch: 1,
      body: { startsAt, override: { rules: ["outside_hours"], reason: "I may" } },
    });
    expect(refused.code).toBe("invalid_request");
  });
});

describe("editing [BOOK-19]", () => {
  it("gives no time to what is cancelled", async () => {
    const { patient, appointment } = await booked(14);
    const asked = { params: { id: appointment.id }, ifMatch: 1, body: { reason: "No" } };
    const cancelled = await clinic.get("appointments.cancel", patient, asked);
    const longer = { params: { id: appointment.id }, ifMatch: cancelled.version, body: { durationMinutes: 45 } };
    expect((await clinic.refusal("appointments.edit", clinic.as("front-desk"), longer)).code).toBe("not_allowed_now");
    expect(await clinic.freeStarts()).toContain(appointment.start.at);
  });

  it("asks the evaluator for a longer visit, and keeps what a shorter one has", async () => {
    const { appointment } = await booked(18);
    const desk = clinic.as("front-desk");
    const asked = (version: number, durationMinutes: number) => ({
      params: { id: appointment.id },
      ifMatch: version,
      body: { durationMinutes },
    });
    const night = await clinic.refusal("appointments.edit", desk, asked(1, 900));
    expect(night.with?.reasons?.map(({ code }) => code)).toContain("outside_hours");
    const shorter = await clinic.get("appointments.edit", desk, asked(1, 15));
    expect(Temporal.Instant.from(shorter.end.at).since(Temporal.Instant.from(shorter.start.at)).total("minutes")).toBe(
      15,
    );
    expect(shorter.sequence).toBe(1);
  });
});

describe("what others see", () => {
  it("shows another department's visit in the diary only as taken [ID-04]", async () => {
    const { appointment } = await booked(22);
    const outsider = clinic.as("front-desk", { departmentIds: [] });
    const day = await clinic.get("diary.day", outsider, {
      query: { date: appointment.start.localDate, columns: "room" },
    });
    const seen = day.columns.flatMap(({ appointments }) => appointments).find(({ id }) => id === appointment.id);
    expect(seen).toMatchObject({ patientId: null, serviceId: null, reference: null, patientName: null, allowed: [] });
    expect(seen?.serviceName.en).toBe("Taken");
  });

  it("hides an entry in error from the patient, with the staff's reason", async () => {
    const { patient, appointment } = await booked(26);
    const admin = clinic.as("administrator");
    await clinic.get("appointments.step", admin, {
      params: { id: appointment.id },
      ifMatch: 1,
      body: { trigger: "void", reason: "Wrong Nora" },
    });
    const asked = { params: { id: appointment.id } };
    expect((await clinic.refusal("appointments.get", patient, asked)).code).toBe("not_found");
    expect((await clinic.refusal("appointments.history", patient, asked)).code).toBe("not_found");
    expect((await clinic.get("appointments.get", admin, asked)).shown).toBe("entered-in-error");
  });

  it("offers a time again at once when its holder chooses another [BOOK-05]", async () => {
    const [first, second] = (await clinic.freeStarts()).slice(40, 42);
    const patient = await clinic.newPatient();
    const hold = (startsAt: string | undefined) =>
      clinic.get("holds.create", patient, { body: { serviceId: clinic.serviceId, providerId: null, startsAt } });
    await hold(first);
    expect(await clinic.freeStarts(clinic.visitor())).not.toContain(first);
    await hold(
      second === undefined
        ? undefined
        : Temporal.Instant.from(second)
            .add({ hours: 24 * 7 })
            .toString(),
    );
    expect(await clinic.freeStarts(clinic.visitor())).toContain(first);
  });
});
