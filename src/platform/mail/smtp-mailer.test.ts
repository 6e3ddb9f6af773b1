import { afterEach, beforeEach, expect, it } from "vitest";
import { type SmtpStandIn, startSmtpStandIn } from "./fake.ts";
import type { Mail, Mailer } from "./mailer.ts";
import { smtpMailer } from "./smtp-mailer.ts";

let server: SmtpStandIn;
let mailer: Mailer;

beforeEach(async () => {
  server = await startSmtpStandIn();
  mailer = smtpMailer({ url: server.url, fromAddress: "notices@cita.example", silenceMs: 2_000 });
});
afterEach(async () => {
  mailer.close();
  await server.stop();
});

const mail: Mail = {
  key: "01900000",
  to: "ana@example.org",
  fromName: "Clínica Ñandú",
  replyTo: "desk@clinic.example",
  language: "es",
  subject: "Cita reservada: lun, 16 mar 2026",
  text: "Su cita está reservada",
  html: "<p>Su cita está reservada</p>",
  calendar: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n" },
};

it("sends text, HTML and a calendar part, under the message's own id", async () => {
  expect(await mailer.send(mail)).toEqual({ outcome: "accepted", gatewayId: "<01900000@cita.example>" });
  const [received] = server.received();
  expect(received).toMatchObject({
    id: "<01900000@cita.example>",
    to: "ana@example.org",
    from: '"Clínica Ñandú" <notices@cita.example>',
    subject: mail.subject,
    language: "es",
    html: mail.html,
  });
  expect(received?.text.trim()).toBe(mail.text);
  expect(received?.attachments.map(({ contentType }) => contentType)).toContain("text/calendar");
});

it("keeps hostile names and addresses out of the headers", async () => {
  const hostile = { ...mail, fromName: "A\r\nBcc: x@evil.example", subject: "B\r\nBcc: y@evil.example" };
  await mailer.send(hostile);
  await mailer.send({ ...mail, to: "ana@example.org, x@evil.example" });
  expect(server.received().map(({ to }) => to)).not.toContain("x@evil.example");
  expect(server.received().every(({ to }) => !to.includes(","))).toBe(true);
});

it("tells a refusal for now from one for good", async () => {
  server.next("refuse-for-now");
  expect(await mailer.send(mail)).toEqual({ outcome: "failed-for-now", detail: "smtp 451" });
  server.next("refuse-for-good");
  expect(await mailer.send(mail)).toEqual({ outcome: "failed-for-good", detail: "smtp 550" });
  expect(await mailer.send(mail)).toMatchObject({ outcome: "accepted" });
  expect(server.received()).toHaveLength(1);
});

it("knows that a server that hangs up before the text has nothing", async () => {
  server.next("hang-up");
  expect(await mailer.send(mail)).toMatchObject({ outcome: "failed-for-now" });
  expect(server.received()).toHaveLength(0);
});

it("does not know, and does not send again, when the answer after the text is lost", async () => {
  server.next("lose-answer");
  expect(await mailer.send(mail)).toMatchObject({ outcome: "unknown" });
  expect(server.received()).toHaveLength(1);
});

it("fails for now while there is no server", async () => {
  await server.stop();
  expect(await mailer.send(mail)).toMatchObject({ outcome: "failed-for-now" });
  server = await startSmtpStandIn();
});
