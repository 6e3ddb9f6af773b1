import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../test/builders/test-kernel.ts";
import { configureDemoInbox } from "./demo-inbox.ts";
import { listOutbox } from "./queries/list-outbox.ts";

let t: TestKernel;
beforeAll(async () => {
  t = await startTestKernel();
});
afterEach(() => configureDemoInbox(null));
afterAll(() => t.stop());

const mail = {
  ...{ id: "<1@cita.example>", to: "ana@example.org", from: "Clinic", subject: "S", text: "T", html: null },
  ...{ attachments: [], language: "es", receivedAt: "2026-03-16T09:00:00.000Z" },
};
const sms = {
  ...{ id: "SM1", reference: "1", to: "+19145550123", from: "+19145550199", text: "T" },
  receivedAt: "2026-03-16T09:00:01.000Z",
};

it("shows a visitor of the demo every message, newest first, or those of one address", async () => {
  configureDemoInbox({ mails: () => [mail], texts: () => [sms] });
  const visitor = t.as(await t.newOrganisation(), "public");
  expect(await t.run(listOutbox, visitor)).toMatchObject({
    ok: true,
    value: {
      messages: [
        { id: "SM1", channel: "sms", locale: null },
        { channel: "email", locale: "es" },
      ],
    },
  });
  const ofAna = await t.run(listOutbox, visitor, { query: { address: "Ana@example.org" } });
  expect(ofAna).toMatchObject({ value: { messages: [{ to: "ana@example.org" }] } });
  expect(await t.run(listOutbox, visitor, { query: { limit: 1 } })).toMatchObject({
    value: { messages: [{ id: "SM1" }] },
  });
});

it("is not there outside the demo, for anybody", async () => {
  const clinic = await t.newOrganisation();
  for (const role of ["public", "administrator"] as const) {
    expect(await t.run(listOutbox, t.as(clinic, role))).toMatchObject({ ok: false, code: "not_found" });
  }
});
