import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aRegistration, startTestAccounts } from "../../../test/builders/test-browser.ts";

let t: Awaited<ReturnType<typeof startTestAccounts>>;
beforeAll(async () => {
  t = await startTestAccounts();
});
afterAll(() => t.stop());

const wrong = (code: string) => (code === "000000" ? "111111" : "000000");

describe("registration [ID-01]", () => {
  it("sends a code to each contact, and signs in with the first one that is typed in", async () => {
    const ana = t.newBrowser();
    const entered = aRegistration({ email: " Ana@Plantado.example", phone: "+1 (212) 555-0123" });
    const { registrationId, emailHint, phoneHint } = await ana.get("accounts.register", {
      body: { ...entered, email: "Ana@Plantado.example" },
    });
    expect([emailHint, phoneHint]).toEqual(["a…@plantado.example", "…0123"]);
    expect((await ana.who()).anonymous).toBe(true);

    const sms = await t.newestCode("+12125550123");
    const first = await ana.get("accounts.verify", { body: { registrationId, contact: "phone", code: sms } });
    expect(first).toEqual({ verified: ["phone"], signedIn: true });
    const me = await ana.get("me.get");
    expect(me.person).toMatchObject({
      given: "Quetzalina",
      birthDate: "1984-02-29",
      email: { value: "ana@plantado.example", verified: false },
      phone: { value: "+12125550123", verified: true },
    });
    expect(me.memberships).toEqual([]);

    const email = await t.newestCode("ana@plantado.example");
    const second = await ana.get("accounts.verify", { body: { registrationId, contact: "email", code: email } });
    expect(second).toEqual({ verified: ["email", "phone"], signedIn: true });
  });

  it("does not sign in by the second code elsewhere", async () => {
    const { entered, registrationId } = await t.newPerson();
    const elsewhere = t.newBrowser();
    const code = await t.newestCode(entered.phone);
    const answer = await elsewhere.get("accounts.verify", { body: { registrationId, contact: "phone", code } });
    expect(answer).toEqual({ verified: ["email", "phone"], signedIn: false });
    expect(elsewhere.cookies.session).toBeNull();
  });

  it("names every wrong field at once", async () => {
    const body = aRegistration({
      family: " ",
      birthDate: "2026-02-31",
      phone: "555 0123",
      password: "quetzalina-forever",
    });
    const refusal = await t.newBrowser().ask("accounts.register", { body });
    expect(refusal).toMatchObject({ ok: false, code: "invalid_request" });
    expect("fields" in refusal && refusal.fields).toEqual([
      { path: "family", code: "required" },
      { path: "birthDate", code: "bad_date" },
      { path: "phone", code: "bad_phone" },
      { path: "password", code: "weak_password" },
    ]);
  });

  it.each([
    ["2999-01-01", "date_in_future"],
    ["1850-01-01", "too_old"],
  ])("refuses the birth date %s as %s", async (birthDate, code) => {
    const refusal = await t.newBrowser().ask("accounts.register", { body: aRegistration({ birthDate }) });
    expect("fields" in refusal && refusal.fields).toEqual([{ path: "birthDate", code }]);
  });

  it("reads a phone number as people of the clinic's country write it", async () => {
    const clinic = await t.newOrganisation({ country: "ES" });
    const body = aRegistration({ phone: "612 34 56 78", organisation: clinic.slug });
    await t.newBrowser().get("accounts.register", { body });
    expect(await t.messagesTo("+34612345678")).toHaveLength(1);
    const unknown = { ...aRegistration({ phone: "612 34 56 78" }), organisation: "no-such-clinic" };
    expect(await t.newBrowser().code("accounts.register", { body: unknown })).toBe("invalid_request");
  });
});

describe("codes [ID-01]", () => {
  async function registered() {
    const browser = t.newBrowser();
    const entered = aRegistration();
    const { registrationId } = await browser.get("accounts.register", { body: entered });
    const code = await t.newestCode(entered.email);
    const verify = (typed: string) =>
      browser.code("accounts.verify", { body: { registrationId, contact: "email", code: typed } });
    return { browser, entered, registrationId, code, verify };
  }

  it("counts five wrong tries, although each is refused, and then takes the right code no more", async () => {
    const { code, verify, browser } = await registered();
    for (let tries = 0; tries < 5; tries++) expect(await verify(wrong(code))).toBe("code_wrong");
    expect(await verify(code)).toBe("too_many_tries");
    expect(browser.cookies.session).toBeNull();
  });

  it("counts wrong tries that come at once", async () => {
    const { code, verify } = await registered();
    const answers = await Promise.all(Array.from({ length: 8 }, () => verify(wrong(code))));
    expect(answers.filter((answer) => answer === "code_wrong")).toHaveLength(5);
  });

  it("takes a code once", async () => {
    const { code, verify } = await registered();
    expect(await verify(code)).toBe("done");
    expect(await verify(code)).toBe("code_expired");
  });

  it("takes no code after ten minutes", async () => {
    const { code, verify } = await registered();
    await t.letTimePass("verification_code", "10 minutes", ["expires_at"]);
    expect(await verify(code)).toBe("code_expired");
  });

  it("takes no code of another registration, of another contact, or of none", async () => {
    const [one, other] = [await registered(), await registered()];
    const verify = (registrationId: string, contact: string, code: string) =>
      t.newBrowser().code("accounts.verify", { body: { registrationId, contact, code } });
    if (one.code !== other.code) expect(await verify(other.registrationId, "email", one.code)).toBe("code_wrong");
    const sms = await t.newestCode(one.entered.phone);
    if (one.code !== sms) expect(await verify(one.registrationId, "phone", one.code)).toBe("code_wrong");
    expect(await verify("00000000-0000-7000-8000-000000000000", "email", one.code)).toBe("code_expired");
  });

  it("sends a new one after 30 seconds, five in a day; the old one is void", async () => {
    const { browser, entered, registrationId, code, verify } = await registered();
    const resend = () => browser.ask("accounts.resend", { body: { registrationId, contact: "email" } });
    const early = await resend();
    expect(early).toMatchObject({ ok: false, code: "rate_limited" });
    expect(!early.ok && early.with?.retryAfterSeconds).toBeGreaterThan(20);

    await t.letTimePass("verification_code", "31 seconds", ["sent_at"]);
    expect((await resend()).ok).toBe(true);
    const fresh = await t.newestCode(entered.email);
    if (fresh !== code) expect(await verify(code)).toBe("code_wrong");
    for (let sent = 2; sent < 5; sent++) {
      await t.letTimePass("verification_code", "31 seconds", ["sent_at"]);
      expect((await resend()).ok).toBe(true);
    }
    await t.letTimePass("verification_code", "31 seconds", ["sent_at"]);
    expect(await resend()).toMatchObject({ ok: false, code: "rate_limited" });
    expect(await t.messagesTo(entered.email)).toHaveLength(5);
    expect(await verify(await t.newestCode(entered.email))).toBe("done");
  });

  it("sends nothing again for a registration that is not there, or a contact that is verified", async () => {
    const { browser, registrationId, code, verify } = await registered();
    expect(await verify(code)).toBe("done");
    const resend = (id: string) => browser.code("accounts.resend", { body: { registrationId: id, contact: "email" } });
    expect(await resend(registrationId)).toBe("not_found");
    expect(await resend("00000000-0000-7000-8000-000000000000")).toBe("not_found");
  });
});

describe("contacts that are taken [ID-05]", () => {
  beforeEach(() => t.letTimePass("verification_code", "1 minute", ["sent_at"]));

  it("answers alike, tells the owner, and gives no code to whoever asks", async () => {
    const { entered } = await t.newPerson();
    await t.letTimePass("verification_code", "1 minute", ["sent_at"]);
    const stranger = t.newBrowser();
    const again = aRegistration({ email: entered.email, password: "another fine phrase" });
    const known = await stranger.get("accounts.register", { body: again });
    const fresh = await t.newBrowser().get("accounts.register", { body: aRegistration() });
    expect(Object.keys(known)).toEqual(Object.keys(fresh));
    expect((await t.messagesTo(entered.email)).at(-1)).toMatchObject({ code: null, purpose: "already-registered" });
    expect((await t.messagesTo(again.phone)).at(-1)).toMatchObject({ purpose: "register" });

    const { registrationId } = known;
    const verify = (code: string) =>
      stranger.code("accounts.verify", { body: { registrationId, contact: "email", code } });
    expect(await verify("123456")).toBe("code_wrong");
    await t.letTimePass("verification_code", "1 minute", ["sent_at"]);
    await stranger.get("accounts.resend", { body: { registrationId, contact: "email" } });
    expect((await t.messagesTo(entered.email)).at(-1)).toMatchObject({ code: null });
  });

  it("takes as long for a known contact as for a new one", async () => {
    const { entered } = await t.newPerson();
    const timeOf = async (body: unknown) => {
      await t.letTimePass("verification_code", "1 hour", ["sent_at"]);
      await t.owner.query("update verification_code set sent_count = 0");
      const before = performance.now();
      await t.newBrowser().get("accounts.register", { body });
      return performance.now() - before;
    };
    const times: { known: number[]; fresh: number[] } = { known: [], fresh: [] };
    for (let round = 0; round < 9; round++) {
      times.known.push(await timeOf(aRegistration({ email: entered.email })));
      times.fresh.push(await timeOf(aRegistration()));
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[4] ?? 0;
    expect(median(times.known) / median(times.fresh)).toBeGreaterThan(1 / 3);
    expect(median(times.known) / median(times.fresh)).toBeLessThan(3);
  });

  it("lets two people claim one contact until one of them proves it", async () => {
    const email = "shared@plantado.example";
    const [ana, eva] = [t.newBrowser(), t.newBrowser()];
    const first = await ana.get("accounts.register", { body: aRegistration({ email }) });
    const anasCode = await t.newestCode(email);
    await t.letTimePass("verification_code", "1 minute", ["sent_at"]);
    const second = await eva.get("accounts.register", { body: aRegistration({ email }) });
    const evasCode = await t.newestCode(email);
    const verify = (browser: typeof ana, registrationId: string, code: string) =>
      browser.code("accounts.verify", { body: { registrationId, contact: "email", code } });
    expect(await verify(eva, second.registrationId, evasCode)).toBe("done");
    expect(await verify(ana, first.registrationId, anasCode)).toBe("code_expired");
    expect(ana.cookies.session).toBeNull();
  });
});

describe("one's own account [ID-01]", () => {
  it("asks for a code to the contact that is still unverified, and for no other", async () => {
    const { browser, entered } = await t.newPerson();
    await t.letTimePass("verification_code", "1 minute", ["sent_at"]);
    const { registrationId } = await browser.get("me.verify-contact", { body: { contact: "phone" } });
    const code = await t.newestCode(entered.phone);
    await browser.get("accounts.verify", { body: { registrationId, contact: "phone", code } });
    expect((await browser.get("me.get")).person.phone).toEqual({ value: entered.phone, verified: true });
    expect(await browser.code("me.verify-contact", { body: { contact: "phone" } })).toBe("invalid_request");
  });

  it("changes name, language and zone; what is left out stays", async () => {
    const { browser } = await t.newPerson({ secondFamily: "Ruiz" });
    await browser.get("me.update", { body: { given: " Ana María ", locale: "en", zone: "america/lima" } });
    const { person } = await browser.get("me.update", { body: { secondFamily: null } });
    expect(person).toMatchObject({ given: "Ana María", family: "Zzyzxova", secondFamily: null, locale: "en" });
    expect(person).toMatchObject({ zone: "America/Lima", birthDate: "1984-02-29" });
    expect(await browser.code("me.update", { body: { zone: "Mars/Olympus" } })).toBe("invalid_request");
    expect(await browser.code("me.update", { body: { given: "  " } })).toBe("invalid_request");
  });

  it("is closed to visitors [ID-05]", async () => {
    const visitor = t.newBrowser();
    expect(await visitor.code("me.get")).toBe("unauthenticated");
    expect(await visitor.code("me.update", { body: { locale: "en" } })).toBe("unauthenticated");
    expect(await visitor.code("me.verify-contact", { body: { contact: "email" } })).toBe("unauthenticated");
    expect(await visitor.code("sessions.list")).toBe("unauthenticated");
  });
});

it("leaves nothing personal in clear in any table [SEC-01]", async () => {
  const { entered, browser } = await t.newPerson({ family: "Ñandubayzal", email: "buscame.aqui@plantado.example" });
  await browser.get("sessions.create", { body: { contact: entered.email, password: entered.password } });
  await t.letTimePass("verification_code", "1 minute", ["sent_at"]);
  await t.newBrowser().get("password-resets.request", { body: { contact: entered.phone, locale: "es" } });
  const { rows: tables } = await t.owner.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const planted = ["Quetzalina", "Ñandubayzal", "buscame.aqui", entered.phone.slice(2), "1984-02-29", entered.password];
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await t.owner.query<{ line: string }>(`select row_to_json(r)::text as line from ${name} r`);
    for (const { line } of rows) {
      // Bytes are written in hexadecimal: a value that was only encoded would show there.
      const hex = planted.map((text) => Buffer.from(text).toString("hex"));
      for (const text of [...planted, ...hex]) if (line.includes(text)) found.push(`${name}: ${text}`);
    }
  }
  expect(tables.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});
