import { afterEach, beforeEach, expect, it } from "vitest";
import { type SmsStandIn, startSmsStandIn } from "./fake.ts";
import type { Sms, SmsGateway } from "./sms-gateway.ts";
import { twilioGateway } from "./twilio-gateway.ts";

let server: SmsStandIn;
let gateway: SmsGateway;

beforeEach(async () => {
  server = await startSmsStandIn();
  const account = { accountSid: "AC00", authToken: "secret", from: "+19145550199" };
  gateway = twilioGateway({ ...account, baseUrl: server.url, timeoutMs: 500 });
});
afterEach(() => server.stop());

const sms: Sms = { reference: "01900000", to: "+19145550123", text: "Su cita está reservada" };

it("sends, and finds the message again by its reference", async () => {
  expect(await gateway.ask(sms)).toEqual({ found: false });
  const sent = await gateway.send(sms);
  const [received] = server.received();
  expect(received).toMatchObject({ ...sms, from: "+19145550199" });
  expect(sent).toEqual({ outcome: "accepted", gatewayId: received?.id });
  expect(await gateway.ask(sms)).toEqual({ found: true, gatewayId: received?.id });
  expect(await gateway.ask({ ...sms, reference: "other" })).toEqual({ found: false });
});

it("tells a refusal for now from one for good", async () => {
  server.next("refuse-for-now");
  expect(await gateway.send(sms)).toEqual({ outcome: "failed-for-now", detail: "http 503" });
  server.next("refuse-for-good");
  expect(await gateway.send(sms)).toEqual({ outcome: "failed-for-good", detail: "http 400" });
  expect(server.received()).toHaveLength(0);
});

it.each(["lose-answer", "hang-up", "false-error", { delayMs: 900 }] as const)(
  "does not claim to know what became of a message: %o",
  async (fault) => {
    server.next(fault);
    expect(await gateway.send(sms)).toMatchObject({ outcome: "unknown" });
  },
);

it("fails for now while there is no gateway, and gets no answer to a question", async () => {
  server.setDeaf(true);
  expect(await gateway.ask(sms)).toMatchObject({ found: "no-answer" });
  await server.stop();
  expect(await gateway.send(sms)).toMatchObject({ outcome: "failed-for-now" });
  server = await startSmsStandIn();
});
