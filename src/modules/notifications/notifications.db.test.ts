import ICAL from "ical.js";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";
import { eventually } from "../../../test/builders/eventually.ts";
import { type Database, openDatabase } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import { type SmtpStandIn, startSmtpStandIn } from "../../platform/mail/fake.ts";
import type { Mailer } from "../../platform/mail/mailer.ts";
import { smtpMailer } from "../../platform/mail/smtp-mailer.ts";
import { type SmsStandIn, startSmsStandIn } from "../../platform/sms/fake.ts";
import { twilioGateway } from "../../platform/sms/twilio-gateway.ts";
import { organisationsWithWork, type Rounds, startRelay } from "../_kernel/index.ts";
import { composeCode, startSender } from "../messages/index.ts";
import { createPatient, type PatientDetails } from "../patients/index.ts";
import { composeNotice, noticeHandlers } from "./index.ts";

let clinic: BookingClinic;
let worker: Database;
let smtp: SmtpStandIn;
let smsServer: SmsStandIn;
let mailer: Mailer;
let running: Rounds[] = [];

beforeAll(async () => {
  clinic = await startBookingClinic();
  worker = openDatabase({ url: clinic.t.urls.workerUrl, maxConnections: 8, onError: () => {} });
  smtp = await startSmtpStandIn();
  smsServer = await startSmsStandIn();
  mailer = smtpMailer({ url: smtp.url, fromAddress: "notices@cita.example" });
});
beforeEach(() => {
  smtp.clear();
  smsServer.clear();
});
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  running = [];
});
afterAll(async () => {
  mailer.close();
  await Promise.all([smtp.stop(), smsServer.stop(), worker.close()]);
  await clinic.stop();
});

const common = () => ({
  ...{ database: worker, log: clinic.t.kernel.log, everyMs: 50 },
  organisations: () => organisationsWithWork(worker),
});

function startTelling(): void {
  const { keyring } = clinic.t.kernel;
  running.push(
    startRelay({
      ...common(),
      handlers: {
        ...{ "hold.created": [], "hold.extended": [], "hold.released": [] },
        ...{ "closure.added": [], "closure.removed": [], "hours.changed": [] },
        ...noticeHandlers(keyring),
      },
    }),
  );
}
function startSending(): void {
  const { keyring } = clinic.t.kernel;
  const account = { accountSid: "AC00", authToken: "secret", from: "+19145550199" };
  const sms = twilioGateway({ ...account, baseUrl: smsServer.url });
  const composers = {
    code: composeCode(keyring),
    appointment: composeNotice({ keyring, publicUrl: "https://cita.example" }),
  };
  running.push(startSender({ ...common(), keyring, mailer, sms, composers }));
}

const selectMessages = statement<{ what: string; state: string; reason: string | null }>(
  "test.notices",
  `select recipient_kind || ' ' || channel || ' ' || kind || ' ' || sequence as what, state, state_reason as reason
   from message where org_id = $1 and subject_id = $2 order by sequence, recipient_kind, channel`,
);
const selectOpen = statement<{ open: boolean }>(
  "test.open-events",
  "select exists (select from outbox where org_id = $1 and processed_at is null) as open",
);
const notices = (id: string) => {
  const { orgId } = clinic.organisation;
  return worker.transaction({ orgId }, (tx) => tx.all(selectMessages, [orgId, id]));
};
const settled = async (id: string): Promise<boolean> => {
  const { orgId } = clinic.organisation;
  const events = await worker.transaction({ orgId }, (tx) => tx.one(selectOpen, [orgId]));
  const rows = await notices(id);
  return events?.open === false && rows.length > 0 && rows.every(({ state }) => !["queued", "claimed"].includes(state));
};

let count = 0;
async function aPatient(changes: Partial<PatientDetails> = {}): Promise<{ id: string; email: string; phone: string }> {
  count += 1;
  const contacts = { email: `nora${count}@example.org`, phone: `+1212555${String(1000 + count)}` };
  const { orgId } = clinic.organisation;
  const patient = await clinic.t.database.transaction({ orgId }, (tx) => {
    const details = {
      given: "Nora",
      family: "Quintana",
      birthDate: "1980-05-17",
      locale: "en",
      ...contacts,
      ...changes,
    } as const;
    return createPatient(tx, clinic.t.kernel.keyring, orgId, details, "desk");
  });
  return { id: patient.id, ...contacts };
}

async function book(patientId: string) {
  const startsAt = (await clinic.freeStarts())[5];
  const body = {
    patientId,
    serviceId: clinic.serviceId,
    providerId: clinic.providerId,
    startsAt,
    channel: "desk",
    identityCheckedBy: "birth-date",
    reason: "Palpitations",
  };
  return clinic.get("appointments.book-directly", clinic.as("front-desk"), { body });
}
async function move(id: string, version: number) {
  const startsAt = (await clinic.freeStarts())[9];
  const body = { startsAt, requester: "clinic", reason: "Dr. is late" };
  return clinic.get("appointments.reschedule", clinic.as("front-desk"), { params: { id }, ifMatch: version, body });
}
const cancel = (id: string, version: number) =>
  clinic.get("appointments.cancel", clinic.as("front-desk"), {
    params: { id },
    ifMatch: version,
    body: { reason: "Ill", requester: "clinic" },
  });

const mailsTo = (to: string) => smtp.received().filter((mail) => mail.to === to);
const textsTo = (to: string) => smsServer.received().filter((sms) => sms.to === to);

describe("an appointment's notices [COMM-01]", () => {
  it("reach patient and provider by e-mail, the patient by text message too, and keep one calendar entry", async () => {
    startTelling();
    startSending();
    const patient = await aPatient();
    const booked = await book(patient.id);
    await eventually(() => settled(booked.id));
    const moved = await move(booked.id, booked.version);
    await eventually(() => settled(booked.id));
    await cancel(booked.id, moved.version);
    await eventually(() => settled(booked.id));

    expect((await notices(booked.id)).map(({ what, state }) => `${what} ${state}`)).toEqual([
      ...["patient email booked 0 accepted", "patient sms booked 0 accepted", "provider email booked 0 accepted"],
      ...["patient email changed 1 accepted", "patient sms changed 1 accepted", "provider email changed 1 accepted"],
      ...[
        "patient email cancelled 2 accepted",
        "patient sms cancelled 2 accepted",
        "provider email cancelled 2 accepted",
      ],
    ]);
    const mails = mailsTo(patient.email);
    expect(mails).toHaveLength(3);
    expect(textsTo(patient.phone)).toHaveLength(3);
    expect(mailsTo("ana.ruiz@example.org")).toHaveLength(3);
    const entries = mails.map(({ attachments }) => {
      const content = attachments.find(({ contentType }) => contentType.startsWith("text/calendar"))?.content ?? "";
      const component = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent("vevent");
      return [component?.getFirstPropertyValue("uid"), component?.getFirstPropertyValue("sequence")];
    });
    expect(entries).toEqual([0, 1, 2].map((sequence) => [`${booked.id}@cita`, sequence]));
    for (const { text } of mails)
      expect(text).toContain(`https://cita.example/${clinic.organisation.slug}/appointments/${booked.id}`);
  });

  it("carry no reason, no service and not the patient's surname [COMM-06]", async () => {
    startTelling();
    startSending();
    const patient = await aPatient();
    const booked = await book(patient.id);
    await eventually(() => settled(booked.id));
    const everything = [...smtp.received(), ...smsServer.received()].map((message) => JSON.stringify(message)).join();
    for (const secret of ["Palpitations", "Quintana", "Consultation", "Cardiology"])
      expect(everything).not.toContain(secret);
    expect(mailsTo(patient.email)[0]?.text).toContain("Hello Nora,");
  });

  it("speak the patient's language", async () => {
    startTelling();
    startSending();
    const patient = await aPatient({ locale: "es" });
    const booked = await book(patient.id);
    await eventually(() => settled(booked.id));
    expect(mailsTo(patient.email)[0]?.subject).toMatch(/^Cita reservada: /);
    expect(mailsTo(patient.email)[0]?.language).toBe("es");
    expect(textsTo(patient.phone)[0]?.text).toContain("su cita está reservada");
  });

  it("go to verified contacts only, once one is verified [ID-01]", async () => {
    startTelling();
    startSending();
    const patient = await aPatient({ isEmailVerified: true });
    const booked = await book(patient.id);
    await eventually(() => settled(booked.id));
    expect(mailsTo(patient.email)).toHaveLength(1);
    expect(textsTo(patient.phone)).toHaveLength(0);
  });
});

describe("what else people are told of", () => {
  it("a cancelled visit that takes place after all", async () => {
    startTelling();
    startSending();
    const patient = await aPatient();
    const booked = await book(patient.id);
    await eventually(() => settled(booked.id));
    const cancelled = await cancel(booked.id, booked.version);
    await eventually(() => settled(booked.id));
    const body = { trigger: "undo", reason: "Pressed by mistake" };
    const again = { params: { id: booked.id }, ifMatch: cancelled.version, body };
    await clinic.get("appointments.step", clinic.as("front-desk"), again);
    await eventually(() => settled(booked.id));
    const subjects = mailsTo(patient.email).map(({ subject }) => subject.split(":")[0]);
    expect(subjects).toEqual(["Appointment booked", "Appointment cancelled", "Appointment booked"]);
  });

  it("a visit of another length, but no edit that leaves their calendars right", async () => {
    startTelling();
    startSending();
    const patient = await aPatient();
    const booked = await book(patient.id);
    const edit = (ifMatch: number, body: object) =>
      clinic.get("appointments.edit", clinic.as("front-desk"), { params: { id: booked.id }, ifMatch, body });
    const noted = await edit(booked.version, { notes: "Needs a wheelchair" });
    await eventually(() => settled(booked.id));
    expect(mailsTo(patient.email)).toHaveLength(1);
    await edit(noted.version, { durationMinutes: 40 });
    await eventually(() => settled(booked.id));
    const subjects = mailsTo(patient.email).map(({ subject }) => subject.split(":")[0]);
    expect(subjects).toEqual(["Appointment booked", "Appointment changed"]);
  });

  it("a provider whose visit became another's", async () => {
    startTelling();
    const patient = await aPatient();
    const booked = await book(patient.id);
    await eventually(async () => (await notices(booked.id)).length === 3);
    const { orgId } = clinic.organisation;
    const giveToOther = statement(
      "test.give-to-other",
      `update appointment set sequence = 1, provider_id = (select id from provider where org_id = $1 and key = 'ben-cole')
       where org_id = $1 and id = $2`,
    );
    const announceMove = statement("test.announce-move", "select insert_outbox($1, $2)");
    const payload = { resourceIds: [clinic.providerId] };
    const event = { id: newId(), type: "appointment.moved", subject_id: booked.id, sequence: 1, payload };
    await clinic.t.database.transaction({ orgId }, async (tx) => {
      await tx.run(giveToOther, [orgId, booked.id]);
      await tx.run(announceMove, [orgId, event]);
    });
    await eventually(async () => (await notices(booked.id)).length === 7);
    startSending();
    await eventually(() => settled(booked.id));
    expect(mailsTo("ben.cole@example.org").map(({ subject }) => subject.split(":")[0])).toEqual(["Booking changed"]);
    const [toFormer] = mailsTo("ana.ruiz@example.org");
    expect(toFormer?.text).toContain("given to another provider");
    expect(toFormer?.attachments[0]?.content).toContain("METHOD:CANCEL");
  });
});

describe("at the moment of sending", () => {
  it("a notice that a later change has overtaken is not sent", async () => {
    startTelling();
    const patient = await aPatient();
    const booked = await book(patient.id);
    const moved = await move(booked.id, booked.version);
    await eventually(async () => (await notices(booked.id)).length >= 6);
    await cancel(booked.id, moved.version);
    await eventually(async () => (await notices(booked.id)).length >= 9);
    startSending();
    await eventually(() => settled(booked.id));
    const told = (await notices(booked.id)).filter(({ state }) => state === "accepted");
    expect(told.map(({ what }) => what)).toEqual([
      "patient email cancelled 2",
      "patient sms cancelled 2",
      "provider email cancelled 2",
    ]);
    expect(new Set((await notices(booked.id)).map(({ reason }) => reason))).toEqual(new Set(["stale", null]));
    expect(mailsTo(patient.email).map(({ subject }) => subject.split(":")[0])).toEqual(["Appointment cancelled"]);
  });

  it("a notice about a visit that has begun is not sent", async () => {
    startTelling();
    const patient = await aPatient();
    const booked = await book(patient.id);
    await eventually(async () => (await notices(booked.id)).length === 3);
    const { orgId } = clinic.organisation;
    const begin = statement(
      "test.begin-visit",
      "update appointment set starts_at = now() - interval '1 minute' where org_id = $1 and id = $2",
    );
    await clinic.t.database.transaction({ orgId }, (tx) => tx.run(begin, [orgId, booked.id]));
    startSending();
    await eventually(() => settled(booked.id));
    expect(new Set((await notices(booked.id)).map(({ reason }) => reason))).toEqual(new Set(["past"]));
    expect([...mailsTo(patient.email), ...textsTo(patient.phone)]).toEqual([]);
  });
});
