import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestAccounts } from "../../../test/builders/test-browser.ts";

let t: Awaited<ReturnType<typeof startTestAccounts>>;
beforeAll(async () => {
  t = await startTestAccounts();
});
afterAll(() => t.stop());
beforeEach(() => t.letTimePass("verification_code", "1 minute", ["sent_at"]));

const fresh = "a quite different phrase";

async function asked() {
  const someone = await t.newPerson();
  await t.letTimePass("verification_code", "1 minute", ["sent_at"]);
  const { email, password } = someone.entered;
  const browser = t.newBrowser();
  const { resetId } = await browser.get("password-resets.request", { body: { contact: email, locale: "en" } });
  const code = await t.newestCode(email);
  const confirm = (typed: string, chosen = fresh) =>
    browser.code("password-resets.confirm", { body: { resetId, code: typed, password: chosen } });
  const signIn = (typed: string) =>
    t.newBrowser().code("sessions.create", { body: { contact: email, password: typed } });
  return { ...someone, password, resetId, code, confirm, signIn };
}

it("sets a new password by a code and ends the sessions that were open [ID-02]", async () => {
  const { browser, password, code, confirm, signIn } = await asked();
  expect(await browser.code("me.get")).toBe("done");
  expect(await confirm(code)).toBe("done");
  expect(await browser.code("me.get")).toBe("unauthenticated");
  expect(await signIn(password)).toBe("wrong_credentials");
  expect(await signIn(fresh)).toBe("done");
  expect(await confirm(code)).toBe("code_expired");
});

it("keeps the session in which the password was set [ID-02]", async () => {
  const { browser, resetId, code } = await asked();
  await browser.get("password-resets.confirm", { body: { resetId, code, password: fresh } });
  expect(await browser.code("me.get")).toBe("done");
});

it("answers alike for contacts that are known, unknown or unverified, and writes to the known alone [ID-05]", async () => {
  const { entered } = await t.newPerson();
  await t.letTimePass("verification_code", "1 minute", ["sent_at"]);
  const request = (contact: string) =>
    t.newBrowser().get("password-resets.request", { body: { contact, locale: "en" } });
  const [known, unknown, unverified] = [
    await request(entered.email),
    await request("nobody@plantado.example"),
    await request(entered.phone),
  ];
  for (const answer of [unknown, unverified]) expect(Object.keys(answer)).toEqual(Object.keys(known));
  expect((await t.messagesTo(entered.email)).at(-1)?.purpose).toBe("password-reset");
  expect(await t.messagesTo("nobody@plantado.example")).toEqual([]);
  expect(await t.messagesTo(entered.phone)).toHaveLength(1);

  const guess = (resetId: string) =>
    t.newBrowser().code("password-resets.confirm", { body: { resetId, code: "123456", password: fresh } });
  for (let tries = 0; tries < 5; tries++) expect(await guess(unknown.resetId)).toBe("code_wrong");
  expect(await guess(unknown.resetId)).toBe("too_many_tries");
});

it("is asked for as seldom as any code, for unknown contacts too [ID-05]", async () => {
  const request = (contact: string) =>
    t.newBrowser().code("password-resets.request", { body: { contact, locale: "en" } });
  expect(await request("seldom@plantado.example")).toBe("done");
  expect(await request("seldom@plantado.example")).toBe("rate_limited");
  expect(await request("neither mail nor phone")).toBe("invalid_request");
});

it("refuses a weak password and leaves the code good for a better one", async () => {
  const { code, confirm } = await asked();
  expect(await confirm(code, "password1234")).toBe("invalid_request");
  expect(await confirm(code, "quetzalina-forever")).toBe("invalid_request");
  expect(await confirm(code)).toBe("done");
});

it("takes no code of a registration, and no registration a code of a reset", async () => {
  const { registrationId, resetId, code, entered } = await asked();
  const sms = await t.newestCode(entered.phone);
  const browser = t.newBrowser();
  const body = { resetId: registrationId, code: sms, password: fresh };
  expect(await browser.code("password-resets.confirm", { body })).toBe("code_expired");
  const other = { registrationId: resetId, contact: "email", code };
  expect(await browser.code("accounts.verify", { body: other })).toBe("code_expired");
});
