import { expect, it } from "vitest";
import { reachableContact } from "./reachable-contact.ts";

const then = "2026-01-01T00:00:00Z";

it.each([
  // who, account, origin, e-mail verified, phone verified → e-mail, text message
  ["the desk recorded both", null, "desk", null, null, true, true],
  ["an import brought both", null, "import", null, null, true, true],
  ["an account with both verified", "p", "account", then, then, true, true],
  ["an account whose phone is not verified yet", "p", "account", then, null, true, false],
  ["an account whose e-mail is not verified yet", "p", "account", null, then, false, true],
  ["a desk patient whose account was claimed by e-mail", "p", "desk", then, null, true, false],
  ["a guest verified by e-mail", null, "guest", then, null, true, false],
  ["a guest with nothing verified", null, "guest", null, null, false, false],
] as const)("%s [ID-01]", (_who, personId, origin, emailVerifiedAt, phoneVerifiedAt, byEmail, bySms) => {
  const contacts = { email: "ana@example.org", phone: "+19145550123" };
  const patient = { ...contacts, personId, origin, emailVerifiedAt, phoneVerifiedAt };
  expect(reachableContact(patient, "email").ok).toBe(byEmail);
  expect(reachableContact(patient, "sms").ok).toBe(bySms);
  expect(reachableContact({ ...patient, phone: null }, "sms")).toEqual({ ok: false, code: "no-address" });
});
