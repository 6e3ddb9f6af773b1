import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aRegistration, startTestAccounts } from "../../../test/builders/test-browser.ts";
import { cloneDatabase } from "../../../test/setup/database.ts";
import { newKey } from "../../platform/crypto/field-cipher.ts";
import { openDatabase } from "../../platform/db/database.ts";
import {
  checkContactCode,
  createPerson,
  ensureInstallation,
  hashPassword,
  isSetupNeeded,
  issueContactCode,
  sweepAccounts,
} from "./index.ts";

let t: Awaited<ReturnType<typeof startTestAccounts>>;
beforeAll(async () => {
  t = await startTestAccounts();
});
afterAll(() => t.stop());

describe("the first start", () => {
  it("makes one key and one platform organisation, on several nodes at once", async () => {
    const empty = await cloneDatabase();
    const database = openDatabase({ url: empty.appUrl, maxConnections: 2, onError: () => {} });
    try {
      const master = newKey();
      const start = () => ensureInstallation(database, master, { wantSetupCode: false });
      const [one, other] = await Promise.all([start(), start()]);
      expect(one.installationKey).toEqual(other.installationKey);
      expect(one.setupCode).toBeNull();
      expect((await start()).installationKey).toEqual(one.installationKey);
      await expect(ensureInstallation(database, newKey(), { wantSetupCode: false })).rejects.toThrow();
    } finally {
      await database.close();
      await empty.drop();
    }
  });
});

describe("the first set-up", () => {
  const entered = {
    organisationName: "Consultorio Norte",
    slug: "consultorio-norte",
    zone: "America/Mexico_City",
    defaultLocale: "es",
    organisationPhone: "+52 55 1234 5678",
    given: "Inés",
    family: "Olmedo",
    email: "ines@plantado.example",
    phone: "55 8765 4321",
    password: "correct horse battery",
  };

  it("takes the printed code once, and makes the organisation with its administrator, signed in", async () => {
    const master = newKey();
    const setUp = (changes: object) => t.newBrowser().code("platform.set-up", { body: { ...entered, ...changes } });
    expect(await setUp({ setupCode: "AAA-AAAA-AAA-AAAA" })).toBe("setup_done");

    const { setupCode } = await ensureInstallation(t.database, master, { wantSetupCode: true });
    if (setupCode === null) throw new Error("no code for an empty installation");
    expect(await isSetupNeeded(t.database)).toBe(true);
    expect(await setUp({ setupCode: "AAA-AAAA-AAA-AAAA" })).toBe("setup_code_wrong");
    expect(await setUp({ setupCode, organisationPhone: "55 1234 5678", zone: "Nowhere" })).toBe("invalid_request");

    const browser = t.newBrowser();
    const me = await browser.get("platform.set-up", {
      body: { ...entered, setupCode: ` ${setupCode.toLowerCase()} ` },
    });
    expect(me.memberships).toMatchObject([{ slug: "consultorio-norte", roles: ["administrator"] }]);
    expect(me.person.phone).toEqual({ value: "+525587654321", verified: true });
    expect((await browser.get("me.get")).person.given).toBe("Inés");
    expect(await isSetupNeeded(t.database)).toBe(false);
    expect(await setUp({ setupCode })).toBe("setup_done");
    expect((await ensureInstallation(t.database, master, { wantSetupCode: true })).setupCode).toBeNull();

    const signIn = { contact: entered.email, password: entered.password };
    expect(await t.newBrowser().code("sessions.create", { body: signIn })).toBe("done");
    const { rows } = await t.owner.query("select outcome, code from audit_event where action = 'installation.set-up'");
    expect(rows.filter((row) => row.outcome === "done")).toHaveLength(1);
  });
});

describe("accounts made for people", () => {
  it("are the same when made again, and share a desk's phone without sharing an account", async () => {
    const passwordHash = await hashPassword("correct horse battery");
    const make = (email: string) =>
      createPerson(t.database, t.kernel.keyring, {
        name: { given: "Luz", family: "Prado" },
        birthDate: null,
        locale: "es",
        email,
        phone: "+12125550777",
        passwordHash,
      });
    const luz = await make("luz@plantado.example");
    expect(await make("luz@plantado.example")).toBe(luz);
    const other = await make("desk@plantado.example");
    expect(other).not.toBe(luz);
    const signIn = async (contact: string) => {
      const me = await t.newBrowser().get("sessions.create", { body: { contact, password: "correct horse battery" } });
      return me.person.id;
    };
    expect(await signIn("desk@plantado.example")).toBe(other);
    expect(await signIn("+12125550777")).toBe(luz);
  });
});

describe("a guest's code [BOOK-16]", () => {
  async function aClinicDesk() {
    const { orgId } = await t.newOrganisation();
    const issue = (kind: "email" | "phone", value: string) =>
      t.database.transaction({ orgId }, (tx) =>
        issueContactCode(tx, t.kernel.keyring, { orgId, contact: { kind, value }, locale: "en" }),
      );
    const issued = async (kind: "email" | "phone", value: string) => {
      const result = await issue(kind, value);
      if (!result.ok) throw new Error(result.code);
      return { ...result.value, code: await t.newestCode(value, orgId) };
    };
    const check = async (codeId: string, kind: "email" | "phone", code: string) => {
      const result = await checkContactCode(t.database, t.kernel.keyring, { codeId, kind, code });
      return result.ok ? "done" : result.code;
    };
    return { issue, issued, check };
  }

  it("is sent in the clinic's name, and proves the contact once", async () => {
    const { issued, check } = await aClinicDesk();
    const { codeId, code, contactHint } = await issued("email", "guest@plantado.example");
    expect(contactHint).toBe("g…@plantado.example");
    expect(await check(codeId, "phone", code)).toBe("code_expired");
    expect(await check(codeId, "email", code)).toBe("done");
    expect(await check(codeId, "email", code)).toBe("code_expired");
  });

  it("goes to no address more often because the guest corrects it to and fro", async () => {
    const { issue, issued, check } = await aClinicDesk();
    const typo = await issued("email", "typo@plantado.example");
    const corrected = await issued("email", "corrected@plantado.example");
    if (typo.code !== corrected.code) expect(await check(corrected.codeId, "email", typo.code)).toBe("code_wrong");
    expect(await issue("email", "typo@plantado.example")).toMatchObject({ ok: false, code: "rate_limited" });
    expect(await check(corrected.codeId, "email", corrected.code)).toBe("done");
  });

  it("is refused after five wrong tries, and opens no account", async () => {
    const { issued, check } = await aClinicDesk();
    const { codeId, code } = await issued("phone", "+12125550888");
    const asAccount = { registrationId: codeId, contact: "phone", code };
    expect(await t.newBrowser().code("accounts.verify", { body: asAccount })).toBe("code_expired");
    const wrong = code === "000000" ? "111111" : "000000";
    for (let tries = 0; tries < 5; tries++) expect(await check(codeId, "phone", wrong)).toBe("code_wrong");
    expect(await check(codeId, "phone", code)).toBe("too_many_tries");
  });
});

describe("the sweep", () => {
  async function registered(): Promise<string> {
    await t.newBrowser().get("accounts.register", { body: aRegistration() });
    return (await persons())[0] ?? "";
  }

  it("removes accounts that nobody verified within a day, and keeps the others", async () => {
    const [forgotten, fresh] = [await registered(), await registered()];
    const { personId } = await t.newPerson();
    await t.owner.query("update person set created_at = created_at - interval '25 hours' where id = any($1)", [
      [forgotten, personId],
    ]);
    expect(await sweepAccounts(t.database)).toBe(1);
    const left = await persons();
    expect([forgotten, fresh, personId].map((id) => left.includes(id))).toEqual([false, true, true]);
  });
});

/** Newest first. */
async function persons(): Promise<string[]> {
  const { rows } = await t.owner.query<{ id: string }>("select id from person order by created_at desc");
  return rows.map(({ id }) => id);
}
