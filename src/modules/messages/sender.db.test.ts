import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../../../test/builders/eventually.ts";
import { startTestKernel, type TestKernel } from "../../../test/builders/test-kernel.ts";
import { type Database, openDatabase } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import { type SmtpStandIn, startSmtpStandIn } from "../../platform/mail/fake.ts";
import type { Mailer } from "../../platform/mail/mailer.ts";
import { smtpMailer } from "../../platform/mail/smtp-mailer.ts";
import { type SmsStandIn, startSmsStandIn } from "../../platform/sms/fake.ts";
import type { SmsGateway } from "../../platform/sms/sms-gateway.ts";
import { twilioGateway } from "../../platform/sms/twilio-gateway.ts";
import { type OrganisationContext, organisationsWithWork, type Rounds } from "../_kernel/index.ts";
import {
  composeCode,
  type Outgoing,
  queueCodeMessage,
  queueMessages,
  type SenderOptions,
  startSender,
} from "./index.ts";
import type { MessageIntent } from "./message.ts";
import { readSent } from "./sent-archive.ts";

let t: TestKernel;
let worker: Database;
let clinic: OrganisationContext;
let smtp: SmtpStandIn;
let smsServer: SmsStandIn;
let mailer: Mailer;
let sms: SmsGateway;
let senders: Rounds[] = [];

beforeAll(async () => {
  t = await startTestKernel();
  worker = openDatabase({ url: t.urls.workerUrl, maxConnections: 10, onError: () => {} });
});
beforeEach(async () => {
  clinic = await t.newOrganisation();
  smtp = await startSmtpStandIn();
  smsServer = await startSmsStandIn();
  mailer = smtpMailer({ url: smtp.url, fromAddress: "notices@cita.example", silenceMs: 2_000 });
  const account = { accountSid: "AC00", authToken: "secret", from: "+19145550199", timeoutMs: 1_000 };
  sms = twilioGateway({ ...account, baseUrl: smsServer.url });
});
afterEach(async () => {
  await Promise.all(senders.map(({ stop }) => stop()));
  senders = [];
  mailer.close();
  await Promise.all([smtp.stop(), smsServer.stop()]);
});
afterAll(async () => {
  await worker.close();
  await t.stop();
});

const selectMessages = statement<{
  id: string;
  state: string;
  reason: string | null;
  attempts: number;
  channel: string;
  hint: string;
  waits: boolean;
  sent: Buffer | null;
  hasPayload: boolean;
}>(
  "test.messages",
  `select id, state, state_reason as reason, attempts, channel, address_hint as hint, due_at > now() as waits,
          sent_cipher as sent, payload_cipher is not null as "hasPayload"
   from message where org_id = $1 order by channel, created_at, id`,
);
const selectAttempts = statement<{ outcome: string }>(
  "test.attempts",
  "select outcome from message_attempt where org_id = $1 order by at, id",
);
/** Two minutes pass: leases lapse, back-offs end. */
const passTime = statement(
  "test.pass-time",
  `update message set due_at = now() - interval '1 second', claimed_until = claimed_until - interval '3 minutes'
   where org_id = $1`,
);
const inClinic = <T>(work: Parameters<typeof worker.transaction<T>>[1]) =>
  worker.transaction({ orgId: clinic.orgId }, work);
const messages = () => inClinic((tx) => tx.all(selectMessages, [clinic.orgId]));
const attempts = async () =>
  (await inClinic((tx) => tx.all(selectAttempts, [clinic.orgId]))).map(({ outcome }) => outcome);
const timePasses = () => inClinic((tx) => tx.run(passTime, [clinic.orgId]));
const states = async () => (await messages()).map(({ state }) => state);
const allAre = (state: string) => async () => (await states()).every((each) => each === state);

/** Of this test's clinic alone: others have left work behind. */
const ownOrganisation = async () => (await organisationsWithWork(worker)).filter((orgId) => orgId === clinic.orgId);

function sender(changes: Partial<SenderOptions> = {}): Rounds {
  const started = startSender({
    ...{ database: worker, keyring: t.kernel.keyring, log: t.kernel.log, mailer, sms, everyMs: 40 },
    organisations: ownOrganisation,
    composers: {
      code: composeCode(t.kernel.keyring),
      appointment: async (_tx, { channel, subjectId }) => ({
        suppress: null,
        outgoing: anOutgoing(channel, subjectId),
      }),
    },
    ...changes,
  });
  senders.push(started);
  return started;
}

function anOutgoing(channel: "email" | "sms", subjectId: string): Outgoing {
  const text = `Your appointment ${subjectId}`;
  if (channel === "sms") return { channel, to: "+19145550123", text, template: "test/1" };
  return {
    ...{ channel, text, calendar: null },
    to: "ana@example.org",
    template: "test/1",
    fromName: "Clinic",
    replyTo: null,
    subject: "S",
    html: "<p>H</p>",
  };
}

function anIntent(channel: "email" | "sms", changes: Partial<MessageIntent> = {}): MessageIntent {
  const about = { subjectType: "appointment", subjectId: newId(), sequence: 0, kind: "booked", channel } as const;
  return { ...about, recipientKind: "contact", recipientId: newId(), locale: "en", ...changes };
}
const queue = (...intents: MessageIntent[]) =>
  t.database.transaction({ orgId: clinic.orgId }, (tx) => queueMessages(tx, clinic.orgId, intents));

/** A worker that is killed once the gateway has the message: it never comes to mark it. */
const neverReturns = () => new Promise<never>(() => {});

describe("the queue", () => {
  it("takes the same intent once, however often it is put in [COMM-01]", async () => {
    const intent = anIntent("sms");
    await queue(intent, intent);
    await queue(intent, { ...intent, channel: "email" });
    expect(await messages()).toHaveLength(2);
  });
});

describe("sending [COMM-06]", () => {
  it("sends both channels, keeps what was sent encrypted, and logs state and attempt", async () => {
    await queue(anIntent("email"), anIntent("sms"));
    sender();
    await eventually(allAre("accepted"));
    expect(smtp.received()).toHaveLength(1);
    expect(smsServer.received()).toHaveLength(1);
    const [mail, text] = await messages();
    expect([mail?.hint, text?.hint]).toEqual(["a…@e….org", "…23"]);
    expect(await attempts()).toEqual(["accepted", "accepted"]);
    expect(text?.sent?.includes("Your appointment")).toBe(false);
    const whose = { orgId: clinic.orgId, id: text?.id ?? "", recipientKind: "contact", recipientId: newId() } as const;
    const sent = await inClinic((tx) => readSent(tx, t.kernel.keyring, whose, text?.sent ?? Buffer.alloc(0)));
    expect(sent).toMatchObject({ to: "+19145550123", text: smsServer.received()[0]?.text, template: "test/1" });
  });

  it("does not send what is no longer true, and says why", async () => {
    await queue(anIntent("email"));
    const composers = {
      appointment: async () => ({ suppress: "stale", outgoing: null }),
      code: composeCode(t.kernel.keyring),
    };
    sender({ composers });
    await eventually(allAre("suppressed"));
    expect(await messages()).toMatchObject([{ reason: "stale", attempts: 0 }]);
    expect(smtp.received()).toHaveLength(0);
  });

  it("puts a message off that cannot be written, and sends the others", async () => {
    const poison = anIntent("sms");
    await queue(poison, anIntent("sms"), anIntent("sms"));
    sender({
      composers: {
        code: composeCode(t.kernel.keyring),
        appointment: async (_tx, { channel, subjectId }) => {
          if (subjectId === poison.subjectId) throw new Error("a bug");
          return { suppress: null, outgoing: anOutgoing(channel, subjectId) };
        },
      },
    });
    await eventually(async () => (await states()).filter((state) => state === "accepted").length === 2);
    await eventually(async () => (await messages()).some(({ reason, waits }) => reason === "not-composed" && waits));
  });
});

describe("a code", () => {
  const code = (changes: { contact?: "email" | "phone"; code?: string; subjectId?: string } = {}) =>
    t.database.transaction({ orgId: clinic.orgId }, (tx) =>
      queueCodeMessage(tx, t.kernel.keyring, {
        ...{ orgId: clinic.orgId, subjectId: newId(), contact: "phone", address: "+19145550123" },
        ...{ code: "123456", locale: "es", kind: "register", ...changes },
      }),
    );

  it("goes out with the code first, and leaves nothing in clear", async () => {
    await code();
    expect(await messages()).toMatchObject([{ hasPayload: true, hint: "" }]);
    sender();
    await eventually(allAre("accepted"));
    expect(smsServer.received()[0]?.text).toMatch(/^123456 es su código de Harbour Health/);
    expect(await messages()).toMatchObject([{ hasPayload: false }]);
  });

  it("asked for again makes the earlier one stale", async () => {
    const subjectId = newId();
    await code({ subjectId, code: "111111" });
    await code({ subjectId, code: "222222" });
    sender();
    await eventually(async () => !(await states()).includes("queued") && !(await states()).includes("claimed"));
    expect(smsServer.received().map(({ text }) => text.slice(0, 6))).toEqual(["222222"]);
  });
});

describe("a gateway that is down", () => {
  it("is tried again with back-off, and the message arrives once", async () => {
    await queue(anIntent("email"), anIntent("sms"));
    smtp.next("refuse-for-now");
    smsServer.next("refuse-for-now");
    sender();
    await eventually(async () =>
      (await messages()).every(({ state, attempts: made, waits }) => state === "queued" && made === 1 && waits),
    );
    expect(await attempts()).toEqual(["failed-for-now", "failed-for-now"]);
    await timePasses();
    await eventually(allAre("accepted"));
    expect([smtp.received().length, smsServer.received().length]).toEqual([1, 1]);
  });

  it("leaves the other channel alone", async () => {
    await smtp.stop();
    await queue(anIntent("email"), anIntent("sms"));
    sender();
    await eventually(async () =>
      (await messages()).some(({ channel, state }) => channel === "sms" && state === "accepted"),
    );
    await eventually(async () =>
      (await messages()).some(({ channel, attempts: made }) => channel === "email" && made === 1),
    );
    smtp = await startSmtpStandIn();
  });

  it("that refuses for good ends the message", async () => {
    await queue(anIntent("email"), anIntent("sms"));
    smtp.next("refuse-for-good");
    smsServer.next("refuse-for-good");
    sender();
    await eventually(allAre("failed"));
    expect(await attempts()).toEqual(["failed-for-good", "failed-for-good"]);
  });
});

describe("never twice [COMM-06]", () => {
  it("with two senders at once", async () => {
    const intents = Array.from({ length: 40 }, (_each, index) => anIntent(index % 2 === 0 ? "email" : "sms"));
    await queue(...intents);
    sender();
    sender();
    await eventually(allAre("accepted"));
    expect(smtp.received()).toHaveLength(20);
    expect(smsServer.received()).toHaveLength(20);
    expect(await attempts()).toHaveLength(40);
  });

  it("when a worker dies between 'the gateway has it' and 'marked': a text message is asked about", async () => {
    await queue(anIntent("sms"), anIntent("sms"));
    const dying: SmsGateway = { ...sms, send: async (one) => sms.send(one).then(neverReturns) };
    startSender({ ...optionsOfDying(), sms: dying });
    await eventually(async () => smsServer.received().length === 2);
    expect(await states()).toEqual(["claimed", "claimed"]);
    await timePasses();
    sender();
    await eventually(allAre("accepted"));
    expect(smsServer.received()).toHaveLength(2);
  });

  it("when a worker dies before the gateway has it: it is asked, and the text message is sent after all", async () => {
    await queue(anIntent("sms"));
    startSender({ ...optionsOfDying(), sms: { ...sms, send: neverReturns } });
    await eventually(allAre("claimed"));
    await timePasses();
    sender();
    await eventually(allAre("accepted"));
    expect(smsServer.received()).toHaveLength(1);
    expect(await attempts()).toEqual(["failed-for-now", "accepted"]);
  });

  it("when a worker dies with an e-mail under way: it stays unknown, because nobody can be asked", async () => {
    await queue(anIntent("email"));
    startSender({
      ...optionsOfDying(),
      mailer: { ...mailer, send: async (one) => mailer.send(one).then(neverReturns) },
    });
    await eventually(() => smtp.received().length === 1);
    await timePasses();
    sender();
    await eventually(allAre("unknown"));
    await timePasses();
    await wait(300);
    expect(smtp.received()).toHaveLength(1);
    expect(await states()).toEqual(["unknown"]);
  });

  it("when the gateway takes it and its answer is lost", async () => {
    await queue(anIntent("email"), anIntent("sms"));
    smtp.next("lose-answer");
    smsServer.next("lose-answer");
    sender();
    await eventually(allAre("unknown"));
    await timePasses();
    await eventually(async () => (await states()).includes("accepted"));
    expect(await messages()).toMatchObject([
      { channel: "email", state: "unknown" },
      { channel: "sms", state: "accepted" },
    ]);
    expect([smtp.received().length, smsServer.received().length]).toEqual([1, 1]);
  });

  it("as long as the gateway does not answer the question", async () => {
    await queue(anIntent("sms"));
    smsServer.next("lose-answer");
    smsServer.setDeaf(true);
    sender();
    await eventually(allAre("unknown"));
    await timePasses();
    await wait(300);
    expect(await messages()).toMatchObject([{ state: "unknown", waits: true }]);
    smsServer.setDeaf(false);
    await timePasses();
    await eventually(allAre("accepted"));
    expect(smsServer.received()).toHaveLength(1);
  });
});

/** Its rounds never end, because its gateway never answers: it is left behind like a killed process. */
function optionsOfDying(): SenderOptions {
  return {
    ...{ database: worker, keyring: t.kernel.keyring, log: t.kernel.log, mailer, sms, everyMs: 60_000 },
    organisations: ownOrganisation,
    composers: {
      code: composeCode(t.kernel.keyring),
      appointment: async (_tx, { channel, subjectId }) => ({
        suppress: null,
        outgoing: anOutgoing(channel, subjectId),
      }),
    },
  };
}
