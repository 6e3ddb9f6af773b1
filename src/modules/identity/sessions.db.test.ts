import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestAccounts } from "../../../test/builders/test-browser.ts";
import { newId } from "../../platform/ids/identifiers.ts";

let t: Awaited<ReturnType<typeof startTestAccounts>>;
beforeAll(async () => {
  t = await startTestAccounts();
});
afterAll(() => t.stop());

async function makeMember(personId: string, role: string) {
  const clinic = await t.newOrganisation({ name: "Harbour Health" });
  const resourceId = newId();
  await t.owner.query(
    "insert into membership (org_id, id, person_id, roles, resource_id) values ($1, $2, $3, $4, $5)",
    [clinic.orgId, newId(), personId, [role], resourceId],
  );
  return { clinic, resourceId };
}

describe("signing in [ID-02]", () => {
  it("takes a verified contact and the password, under a new session each time", async () => {
    const { entered, browser, personId } = await t.newPerson();
    const before = browser.cookies.session;
    const me = await browser.get("sessions.create", {
      body: { contact: entered.email.toUpperCase(), password: entered.password },
    });
    expect(me.person.id).toBe(personId);
    expect(browser.cookies.session).not.toBe(before);
    expect((await browser.get("sessions.list")).sessions).toMatchObject([{ current: true, agent: "Test browser" }]);
    const { rows } = await t.owner.query("select ended_at from session where person_id = $1 order by started_at", [
      personId,
    ]);
    expect(rows.map((row) => row.ended_at === null)).toEqual([false, true]);
  });

  it("answers a wrong password, an unknown, unverified, odd or suspended contact alike [ID-05]", async () => {
    const { entered, personId } = await t.newPerson();
    const tryWith = (contact: string, password: string) =>
      t.newBrowser().ask("sessions.create", { body: { contact, password } });
    const refused = { ok: false, code: "wrong_credentials" };
    expect(await tryWith(entered.email, "not the password")).toEqual(refused);
    expect(await tryWith("nobody@plantado.example", entered.password)).toEqual(refused);
    expect(await tryWith(entered.phone, entered.password)).toEqual(refused);
    expect(await tryWith("what is this?", entered.password)).toEqual(refused);
    await t.owner.query("update person set suspended_at = now() where id = $1", [personId]);
    expect(await tryWith(entered.email, entered.password)).toEqual(refused);
  });

  it("takes as long for an unknown contact as for a wrong password [ID-05]", async () => {
    const { entered } = await t.newPerson();
    const timeOf = async (contact: string) => {
      const before = performance.now();
      await t.newBrowser().code("sessions.create", { body: { contact, password: "not the password" } });
      return performance.now() - before;
    };
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let round = 0; round < 9; round++) {
      times.known.push(await timeOf(entered.email));
      times.unknown.push(await timeOf(`nobody.${round}@plantado.example`));
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[4] ?? 0;
    expect(median(times.unknown) / median(times.known)).toBeGreaterThan(1 / 3);
    expect(median(times.unknown) / median(times.known)).toBeLessThan(3);
  });

  it("is on record in the platform organisation, done or refused, without the contact", async () => {
    const { entered, personId } = await t.newPerson();
    await t.newBrowser().code("sessions.create", { body: { contact: entered.email, password: "not the password" } });
    await t.newBrowser().code("sessions.create", { body: { contact: entered.email, password: entered.password } });
    const { rows } = await t.owner.query(
      "select action, outcome, code from audit_event where subject_id = $1 order by at, id",
      [personId],
    );
    expect(rows).toEqual([
      { action: "account.register", outcome: "done", code: null },
      { action: "account.verify-contact", outcome: "done", code: null },
      { action: "session.start", outcome: "refused", code: "wrong_credentials" },
      { action: "session.start", outcome: "done", code: null },
    ]);
  });
});

describe("guessing passwords [ID-02]", () => {
  beforeEach(() => t.owner.query("delete from sign_in_try"));

  async function someone() {
    const { entered } = await t.newPerson();
    const from =
      (address: string) =>
      (password: string, contact = entered.email) =>
        t.newBrowser(address).code("sessions.create", { body: { contact, password } });
    return { from, password: entered.password };
  }

  it("ends after ten tries from one address, even with the right password, for a quarter of an hour", async () => {
    const { from, password } = await someone();
    const guess = from("here");
    for (let tries = 0; tries < 10; tries++) expect(await guess("not the password")).toBe("wrong_credentials");
    expect(await guess(password)).toBe("rate_limited");
    expect(await from("elsewhere")(password)).toBe("done");
    await t.letTimePass("sign_in_try", "15 minutes", ["at"]);
    expect(await guess(password)).toBe("done");
  });

  it("counts guesses that come at once", async () => {
    const { from } = await someone();
    const answers = await Promise.all(Array.from({ length: 15 }, () => from("here")("not the password")));
    expect(answers.filter((answer) => answer === "rate_limited")).toHaveLength(5);
  });

  it("forgives what the owner mistyped before", async () => {
    const { from, password } = await someone();
    const guess = from("here");
    for (let round = 0; round < 2; round++) {
      for (let tries = 0; tries < 9; tries++) expect(await guess("not the password")).toBe("wrong_credentials");
      expect(await guess(password)).toBe("done");
    }
  });

  it("stops at fifty tries at one account, and at a hundred from one address", async () => {
    const { from, password } = await someone();
    for (let tries = 0; tries < 50; tries++) await from(`address ${tries}`)("not the password");
    expect(await from("yet another")(password)).toBe("rate_limited");
    await t.owner.query("delete from sign_in_try");
    const spray = from("one address");
    for (let tries = 0; tries < 100; tries++) await spray("not the password", `nobody.${tries}@plantado.example`);
    expect(await spray(password)).toBe("rate_limited");
  });

  it("is braked alike for a contact that nobody has [ID-05]", async () => {
    const { from } = await someone();
    const guess = () => from("here")("not the password", "nobody@plantado.example");
    for (let tries = 0; tries < 10; tries++) expect(await guess()).toBe("wrong_credentials");
    expect(await guess()).toBe("rate_limited");
  });
});

describe("sessions [ID-02]", () => {
  it("lapse after 30 idle minutes for a patient, 15 for whoever works in an organisation", async () => {
    const idleFor = (minutes: number) => t.letTimePass("session", `${minutes} minutes`, ["last_seen_at"]);
    const { browser, entered, personId } = await t.newPerson();
    await idleFor(29);
    expect(await browser.code("me.get")).toBe("done");
    await idleFor(31);
    expect(await browser.code("me.get")).toBe("unauthenticated");
    expect((await browser.who()).sessionEnded).toBe(true);

    await makeMember(personId, "front-desk");
    await browser.get("sessions.create", { body: { contact: entered.email, password: entered.password } });
    await idleFor(14);
    expect(await browser.code("me.get")).toBe("done");
    await idleFor(16);
    expect(await browser.code("me.get")).toBe("unauthenticated");
  });

  it("lapse after twelve hours even in use", async () => {
    const { browser } = await t.newPerson();
    await t.letTimePass("session", "12 hours", ["expires_at"]);
    expect(await browser.code("me.get")).toBe("unauthenticated");
  });

  it("end by signing out, on every node within a second", async () => {
    const { browser } = await t.newPerson();
    await browser.who();
    const stolen = t.newBrowser();
    stolen.cookies.session = browser.cookies.session;
    expect((await stolen.who()).anonymous).toBe(false);
    await browser.get("sessions.end-current");
    expect(browser.cookies.session).toBeNull();
    t.tick(1_001);
    expect(await stolen.who()).toMatchObject({ anonymous: true, sessionEnded: true });
    expect(await browser.code("sessions.end-current")).toBe("done");
  });

  it("can be ended from elsewhere by their owner, and by nobody else", async () => {
    const { browser, entered } = await t.newPerson();
    const phone = t.newBrowser();
    await phone.get("sessions.create", { body: { contact: entered.email, password: entered.password } });
    const { sessions } = await browser.get("sessions.list");
    expect(sessions).toHaveLength(2);
    const id = sessions.find(({ current }) => !current)?.id ?? "";

    const stranger = (await t.newPerson()).browser;
    expect(await stranger.code("sessions.end", { params: { id } })).toBe("not_found");
    expect(await stranger.code("sessions.end", { params: { id: newId() } })).toBe("not_found");
    expect(await phone.code("me.get")).toBe("done");

    expect(await browser.code("sessions.end", { params: { id } })).toBe("done");
    expect(await browser.code("sessions.end", { params: { id } })).toBe("not_found");
    expect(await phone.code("me.get")).toBe("unauthenticated");
    expect((await browser.get("sessions.list")).sessions).toHaveLength(1);
  });

  it("of one person are never shown to another by the database either [ID-04]", async () => {
    const { personId } = await t.newPerson();
    const stranger = await t.newPerson();
    const seen = await t.seenAs(stranger.personId, "select person_id from session");
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.some((row) => row.person_id === personId)).toBe(false);
    expect(await t.seenAs(null, "select id from person")).toEqual([]);
  });
});

describe("who acts [ID-03]", () => {
  it("is a visitor whose holds belong to the cookie", async () => {
    const visitor = t.newBrowser();
    const { holder, ...actor } = await visitor.who();
    expect(actor).toMatchObject({ personId: null, roles: ["public"], anonymous: true, sessionEnded: false });
    expect((await t.newBrowser().who()).holder).not.toEqual(holder);
  });

  it("is not made another person by a cookie that names one", async () => {
    const { browser, personId } = await t.newPerson();
    const visitor = t.newBrowser();
    visitor.cookies.visitor = `person:${personId}`;
    expect((await visitor.who()).holder).not.toEqual((await browser.who()).holder);
  });

  it("is a patient everywhere, and has a role where there is a membership", async () => {
    const { browser, personId } = await t.newPerson();
    const { clinic, resourceId } = await makeMember(personId, "doctor");
    const other = await t.newOrganisation();
    expect(await browser.who(clinic)).toMatchObject({ roles: ["public", "patient", "doctor"], providerId: resourceId });
    expect(await browser.who(other)).toMatchObject({ roles: ["public", "patient"], providerId: null });
    const me = await browser.get("me.get");
    expect(me.memberships).toMatchObject([
      { slug: clinic.slug, organisationName: "Harbour Health", roles: ["doctor"] },
    ]);
    expect(me.memberships[0]?.permissions).toContain("diary.view");
    expect(me.memberships[0]?.permissions).not.toContain("organisation.manage");

    await t.owner.query("update membership set active = false where person_id = $1", [personId]);
    t.tick(1_001);
    expect((await browser.who(clinic)).roles).toEqual(["public", "patient"]);
    expect((await browser.get("me.get")).memberships).toEqual([]);
  });

  it("is the patient of a record from the next request on", async () => {
    const { browser, personId } = await t.newPerson();
    const clinic = await t.newOrganisation();
    expect((await browser.who(clinic)).patientId).toBeNull();
    const patientId = newId();
    await t.owner.query(
      "insert into patient (org_id, id, person_id, name_cipher, locale, origin) values ($1, $2, $3, '', 'es', 'account')",
      [clinic.orgId, patientId, personId],
    );
    expect((await browser.who(clinic)).patientId).toBe(patientId);
    expect((await browser.get("me.get")).patientOf).toEqual([
      { slug: clinic.slug, organisationName: clinic.name, patientId },
    ]);
  });
});
