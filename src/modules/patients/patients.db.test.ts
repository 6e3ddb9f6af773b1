import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestKernel, type TestKernel } from "../../../test/builders/test-kernel.ts";
import type { Patient, PatientMatch } from "../../contract/routes/patients.ts";
import { isoOf } from "../../platform/clock/clock.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Context, Operation, OrganisationContext, Refusal, Result } from "../_kernel/index.ts";
import { operations } from "./index.ts";
import { searchKinds } from "./search-index.ts";

let t: TestKernel;
let clinic: OrganisationContext;
let desk: Context;
beforeAll(async () => {
  t = await startTestKernel();
  clinic = await t.newOrganisation();
  desk = t.as(clinic, "front-desk");
});
afterAll(() => t.stop());

function operation(name: Operation["name"]): Operation {
  const found = operations.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function answerOf<T>(result: Result<unknown>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value as T;
}

const aPatient = (changes: object = {}) => ({
  given: "Ana",
  family: "García",
  secondFamily: "López",
  birthDate: "1980-05-02",
  email: null,
  phone: null,
  locale: "es",
  ...changes,
});
const register = (changes: object = {}, actor = desk) =>
  t.run(operation("patients.register"), actor, { body: { notADuplicate: true, ...aPatient(changes) } });
const registered = async (changes: object = {}, actor = desk) => answerOf<Patient>(await register(changes, actor));
const search = async (text: string, actor = desk) =>
  answerOf<{ patients: PatientMatch[]; more: boolean }>(
    await t.run(operation("patients.search"), actor, { query: { text } }),
  );
const found = async (text: string, actor = desk) =>
  (await search(text, actor)).patients.map(({ fullName }) => fullName);

async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: t.urls.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe("search [BOOK-11]", () => {
  beforeAll(async () => {
    clinic = await t.newOrganisation();
    desk = t.as(clinic, "front-desk");
    await registered({ email: "Ana.Garcia@example.org", phone: "(212) 555-0123", recordNumber: "MRN 00417" });
    await registered({ given: "Anita", family: "García", secondFamily: null, birthDate: "1999-01-01" });
    await registered({
      given: "María de los Ángeles",
      family: "Muñoz",
      secondFamily: "Íñiguez",
      birthDate: "1975-03-04",
    });
    await registered({
      given: "Brendan",
      family: "O’Brien",
      secondFamily: null,
      birthDate: "1961-12-24",
      locale: "en",
    });
  });

  it.each([
    ["garcia lopez", "Ana García López"],
    ["GARCÍA LÓPEZ, ana", "Ana García López"],
    ["lopez", "Ana García López"],
    ["munoz", "María de los Ángeles Muñoz Íñiguez"],
    ["angeles iniguez", "María de los Ángeles Muñoz Íñiguez"],
    ["obrien", "Brendan O’Brien"],
    ["Bren", "Brendan O’Brien"],
    // One letter wrong, missing, too many, and two swapped.
    ["gercia lopez", "Ana García López"],
    ["garia lopez", "Ana García López"],
    ["garrcia lopez", "Ana García López"],
    ["gracia lopez", "Ana García López"],
    // The same number, as people write it.
    ["+1 212 555 0123", "Ana García López"],
    ["212.555.0123", "Ana García López"],
    ["(212)555-0123", "Ana García López"],
    ["12125550123", "Ana García López"],
    ["ana.garcia@EXAMPLE.org", "Ana García López"],
    ["mrn-00417", "Ana García López"],
    ["00417 garcia", "Ana García López"],
    // Birth dates as they are written in both languages.
    ["02/05/1980 garcia", "Ana García López"],
    ["5/2/1980", "Ana García López"],
    ["1961-12-24", "Brendan O’Brien"],
  ])("finds by '%s'", async (text, fullName) => {
    expect((await found(text))[0]).toBe(fullName);
  });

  it("puts the best first, says why, and leaves out what does not fit", async () => {
    const { patients, more } = await search("ana garcia 1980-05-02");
    expect(patients.map(({ fullName }) => fullName)).toEqual(["Ana García López"]);
    expect(patients[0]).toMatchObject({ score: 1, reasons: ["same-name", "same-birth-date"] });
    expect(more).toBe(false);
    expect(await found("anita")).toEqual(["Anita García"]);
    expect(await found("zzyzx")).toEqual([]);
    expect(await found("--")).toEqual([]);
  });

  it("says that there are more than are shown", async () => {
    const crowded = t.as(await t.newOrganisation(), "front-desk");
    for (let i = 0; i < 51; i++)
      await registered({ given: `Luz${"abcdefghij".charAt(i % 10)}`, family: "Paz" }, crowded);
    const { patients, more } = await search("paz", crowded);
    expect([patients.length, more]).toEqual([50, true]);
  });

  it("finds nothing of another organisation [ID-04]", async () => {
    expect(await found("garcia", t.as(await t.newOrganisation(), "front-desk"))).toEqual([]);
  });

  it("records who was shown, once in 15 minutes per person, patient and screen [AUD-01]", async () => {
    const reader = t.as(clinic, "front-desk");
    const [patient] = (await search("obrien", reader)).patients;
    await search("obrien", reader);
    const later = { ...reader, nowMs: reader.nowMs + 15 * 60_000 + 1_000 };
    await search("obrien", later);
    const rows = await asSuperuser((client) =>
      client.query(
        `select e.intent, s.at from audit_subject s join audit_event e on e.org_id = s.org_id and e.id = s.event_id
         where s.patient_id = $1 and e.actor_id = $2 and e.action = 'patient.view'`,
        [patient?.id, reader.actor.personId],
      ),
    );
    expect(rows.rows.map(({ intent }) => intent)).toEqual(["patient-search", "patient-search"]);
    expect(rows.rows.map(({ at }) => at.toISOString()).sort()).toEqual([isoOf(reader.nowMs), isoOf(later.nowMs)]);
  });
});

describe("registering [BOOK-03]", () => {
  beforeAll(async () => {
    clinic = await t.newOrganisation();
    desk = t.as(clinic, "front-desk");
  });

  it("stores what was typed in one form", async () => {
    const patient = await registered({ given: "  Eva  María ", phone: "212 555 0199", email: " Eva@Example.org " });
    expect(patient).toMatchObject({
      given: "Eva María",
      fullName: "Eva María García López",
      phone: "+12125550199",
      email: "Eva@Example.org",
      emailVerified: false,
      phoneVerified: false,
      hasAccount: false,
      version: 1,
    });
    expect(await t.run(operation("patients.get"), desk, { params: { id: patient.id } })).toEqual({
      ok: true,
      value: patient,
    });
  });

  it("has one effect, however often it is sent [BOOK-06]", async () => {
    const idempotencyKey = newId();
    const body = aPatient({ given: "Zoe", notADuplicate: true });
    const first = await t.run(operation("patients.register"), desk, { body, idempotencyKey });
    expect(await t.run(operation("patients.register"), desk, { body, idempotencyKey })).toEqual(first);
    const other = { ...body, given: "Zoé" };
    expect(await t.run(operation("patients.register"), desk, { body: other, idempotencyKey })).toMatchObject({
      code: "idempotency_mismatch",
    });
    expect(await found("zoe")).toHaveLength(1);
  });

  it("stops at a likely duplicate, shows it, and goes on when told that it is somebody else", async () => {
    const known = await registered({ given: "Lucía", family: "Herrera", birthDate: "1990-07-08" });
    const again = { given: "Lucia", family: "Herera", birthDate: "1990-07-08", notADuplicate: false };
    const refused = (await register(again)) as Refusal;
    expect(refused).toMatchObject({ code: "likely_duplicate" });
    expect(refused.with?.duplicates).toMatchObject([
      { id: known.id, fullName: "Lucía Herrera López", reasons: ["similar-name", "same-birth-date"] },
    ]);
    expect(await register({ ...again, notADuplicate: true })).toMatchObject({ ok: true });
  });

  it("lets twins with one phone be two people", async () => {
    const phone = "212 555 0142";
    await registered({ given: "Marta", family: "Soler", phone, birthDate: "2015-01-31" });
    expect(
      await register({ given: "Clara", family: "Soler", phone, birthDate: "2015-01-31", notADuplicate: false }),
    ).toMatchObject({
      ok: true,
    });
  });

  it.each([
    [{ birthDate: "2026-02-31" }, "birthDate", "bad_date"],
    [{ birthDate: "2999-01-01" }, "birthDate", "date_in_future"],
    [{ birthDate: "1850-01-01" }, "birthDate", "too_old"],
    [{ phone: "555 0123" }, "phone", "bad_phone"],
    [{ given: "   " }, "given", "required"],
    [{ email: "ana@example" }, "email", "bad_email"],
  ])("refuses %j", async (changes, path, code) => {
    expect(await register(changes)).toMatchObject({ code: "invalid_request", fields: [{ path, code }] });
  });

  it("refuses a record number that another record has", async () => {
    await registered({ given: "Nora", recordNumber: "A-1" });
    expect(await register({ given: "Rosa", recordNumber: "a 1" })).toMatchObject({
      code: "already_exists",
      fields: [{ path: "recordNumber" }],
    });
  });

  it("is the desk's and the administrators': nobody else learns of likely duplicates", async () => {
    for (const role of ["patient", "doctor", "nurse", "supervisor"] as const) {
      expect(await register({}, t.as(clinic, role))).toMatchObject({ code: "forbidden" });
      const check = t.run(operation("patients.check"), t.as(clinic, role), { body: { given: "Ana" } });
      expect(await check).toMatchObject({ code: "forbidden" });
    }
    expect(await register({}, t.as(clinic, "public"))).toMatchObject({ code: "unauthenticated" });
    expect(await register({ given: "Admin" }, t.as(clinic, "administrator"))).toMatchObject({ ok: true });
  });
});

describe("checking while somebody types [BOOK-03]", () => {
  beforeAll(async () => {
    clinic = await t.newOrganisation();
    desk = t.as(clinic, "front-desk");
    for (const given of ["Ana", "Eva", "Luz"]) await registered({ given });
  });
  const check = async (body: object, locale: "en" | "es" = "en") =>
    answerOf<{ duplicates: PatientMatch[]; suggestions: object[]; problems: object[] }>(
      await t.run(operation("patients.check"), t.as(clinic, "front-desk", { locale }), { body }),
    );

  it("asks whether a name was meant that is known here, in the reader's language", async () => {
    const suggested = {
      field: "family",
      value: "García",
      text: "¿Quiso decir «García»? Ese nombre ya se conoce aquí.",
    };
    expect((await check({ given: "Rosa", family: "Gracia" }, "es")).suggestions).toEqual([suggested]);
    expect((await check({ family: "Garcia" })).suggestions).toEqual([]);
    expect((await check({ family: "Xylander" })).suggestions).toEqual([]);
  });

  it("asks about a mistyped e-mail domain, and says what is wrong with the rest", async () => {
    const checked = await check({ email: "ana@gmial.com", phone: "12", birthDate: "1980-02-31", given: "" }, "es");
    expect(checked.suggestions).toEqual([
      { field: "email", value: "ana@gmail.com", text: "¿Quiso decir ana@gmail.com?" },
    ]);
    expect(checked.problems).toEqual([
      { field: "birthDate", code: "bad_date", text: "Esta fecha no existe. Escríbala como día, mes y año." },
      expect.objectContaining({ field: "phone", code: "bad_phone" }),
    ]);
  });

  it("shows likely duplicates, and writes nothing but who saw them", async () => {
    const checked = await check({ given: "Ana", family: "Gracía", birthDate: "1980-05-02" });
    expect(checked.duplicates).toMatchObject([
      { fullName: "Ana García López", reasons: ["similar-name", "same-birth-date"] },
    ]);
    expect((await check({})).duplicates).toEqual([]);
    expect(await found("gracia")).toHaveLength(3);
  });
});

describe("one record", () => {
  beforeAll(async () => {
    clinic = await t.newOrganisation();
    desk = t.as(clinic, "front-desk");
  });
  const update = (id: string, ifMatch: number, body: object, actor = desk) =>
    t.run(operation("patients.update"), actor, { params: { id }, ifMatch, body });
  const get = (id: string, actor: Context) => t.run(operation("patients.get"), actor, { params: { id } });

  it("is corrected with a version, and found by its new name only", async () => {
    const { id } = await registered({ given: "Olga", family: "Petrova", secondFamily: null });
    const changed = await update(id, 1, { family: "Ivanova", email: "olga@example.org" });
    expect(changed).toMatchObject({
      ok: true,
      value: { fullName: "Olga Ivanova", email: "olga@example.org", version: 2 },
    });
    expect(await get(id, desk)).toEqual(changed);
    expect(await found("ivanova")).toEqual(["Olga Ivanova"]);
    expect(await found("petrova")).toEqual([]);
    expect(await update(id, 1, { family: "Petrova" })).toMatchObject({ code: "stale_version" });
    expect(await found("ivanova")).toEqual(["Olga Ivanova"]);
  });

  it("loses the verification of a contact that changes, and of no other", async () => {
    const { id } = await registered({ given: "Vera", email: "vera@example.org", phone: "212 555 0155" });
    await asSuperuser((client) =>
      client.query("update patient set email_verified_at = now(), phone_verified_at = now() where id = $1", [id]),
    );
    const kept = await update(id, 1, { given: "Verónica", phone: "+1 (212) 555-0155" });
    expect(kept).toMatchObject({ ok: true, value: { emailVerified: true, phoneVerified: true } });
    const changed = await update(id, 2, { email: "veronica@example.org" });
    expect(changed).toMatchObject({ ok: true, value: { emailVerified: false, phoneVerified: true } });
  });

  it("refuses what is not valid, and a record number that is another's", async () => {
    await registered({ given: "Nora", recordNumber: "A-1" });
    const { id } = await registered({ given: "Rosa", recordNumber: "A-2" });
    expect(await update(id, 1, { birthDate: "2999-01-01", phone: "1" })).toMatchObject({
      fields: [
        { path: "birthDate", code: "date_in_future" },
        { path: "phone", code: "bad_phone" },
      ],
    });
    expect(await update(id, 1, { recordNumber: "A1" })).toMatchObject({ code: "already_exists" });
    expect(await update(id, 1, { recordNumber: "A 2" })).toMatchObject({ ok: true });
  });

  it("is one's own to see and to correct, but for what identifies one to the clinic", async () => {
    const { id } = await registered({ given: "Iris" });
    const iris = t.as(clinic, "patient", { patientId: id });
    expect(await get(id, iris)).toMatchObject({ ok: true });
    expect(await update(id, 1, { phone: "212 555 0177" }, iris)).toMatchObject({
      ok: true,
      value: { phone: "+12125550177" },
    });
    expect(await update(id, 2, { birthDate: "1981-01-01" }, iris)).toMatchObject({
      fields: [{ path: "birthDate", code: "not_allowed" }],
    });
    const other = await registered({ given: "Otra" });
    expect(await get(other.id, iris)).toMatchObject({ code: "not_found" });
    expect(await update(other.id, 1, { given: "Mía" }, iris)).toMatchObject({ code: "not_found" });
  });

  it("of another organisation, or none, is not found, and the attempt is on record [ID-04][ID-05]", async () => {
    const { id } = await registered({ given: "Sol" });
    const foreign = t.as(await t.newOrganisation(), "administrator");
    const refused = await get(id, foreign);
    expect(refused).toEqual(await get(newId(), foreign));
    expect(refused).toMatchObject({ code: "not_found" });
    expect(await update(id, 1, { given: "Luna" }, foreign)).toMatchObject({ code: "not_found" });
    const { rows } = await asSuperuser((client) =>
      client.query(
        "select outcome, code from audit_event where org_id = $1 and subject_id = $2 and action = 'patient.view'",
        [foreign.organisation.orgId, id],
      ),
    );
    expect(rows).toEqual([{ outcome: "refused", code: "not_found" }]);
  });

  it("leaves no trace of its old words in the index", async () => {
    const { id } = await registered({ given: "Rut", email: "rut@example.org" });
    const indexed = () =>
      asSuperuser(async (client) => {
        const { rows } = await client.query(
          "select kind, hash from patient_search where patient_id = $1 order by 1, 2",
          [id],
        );
        return rows.map(({ kind, hash }) => `${kind} ${hash.toString("hex")}`);
      });
    const before = await indexed();
    await update(id, 1, { given: "Wenceslao", email: null });
    const between = await indexed();
    expect(between.some((entry) => entry.startsWith(`${searchKinds.email} `))).toBe(false);
    await update(id, 2, { given: "Rut", email: "rut@example.org" });
    expect(await indexed()).toEqual(before);
  });

  /** Without the service, place and provider that it names: only who treats whom is of interest here. */
  const aVisit = (patientId: string, providerId: string | null) =>
    asSuperuser(async (client) => {
      await client.query("set session_replication_role = replica");
      await client.query(
        `insert into appointment (org_id, id, reference, status, patient_id, service_id, provider_id, department_id, location_id,
           modality, starts_at, ends_at, zone, local_start, channel, booked_at)
         values ($1, $2, 'K7M-4QX9', 'booked', $3, $2, $4, $2, $2, 'in-person', '2026-03-16T13:00:00Z', '2026-03-16T13:30:00Z',
           'America/New_York', '2026-03-16T09:00', 'desk', now())`,
        [clinic.orgId, newId(), patientId, providerId],
      );
    });

  it("is open to clinicians who treat the patient, and closed to others and to visitors", async () => {
    const { id } = await registered({ given: "Paz" });
    expect(await get(id, t.as(clinic, "public"))).toMatchObject({ code: "unauthenticated" });
    const doctor = t.as(clinic, "doctor", { providerId: newId() });
    expect(await get(id, doctor)).toMatchObject({ code: "not_found" });
    expect(await found("paz", doctor)).toEqual([]);
    await aVisit(id, doctor.actor.providerId);
    expect(await get(id, doctor)).toMatchObject({ ok: true, value: { given: "Paz" } });
    expect(await found("paz", doctor)).toEqual(["Paz García López"]);
    expect(await found("garcia", doctor)).toEqual(["Paz García López"]);
    const colleague = t.as(clinic, "doctor", { providerId: newId() });
    expect(await get(id, colleague)).toMatchObject({ code: "not_found" });
    expect(await found("paz", t.as(clinic, "nurse"))).toEqual([]);
  });
});

it("leaves nothing of a patient in clear in the database [SEC-01]", async () => {
  const planted = {
    given: "Xiomara",
    family: "Quetzalcoatl",
    secondFamily: "Zumarraga",
    birthDate: "1931-10-29",
    email: "xiomara.q@example.org",
    phone: "+12125550188",
    recordNumber: "PLANTED-7731",
  };
  const { id } = await registered(planted);
  await t.run(operation("patients.update"), desk, { params: { id }, ifMatch: 1, body: { given: "Xiomarita" } });
  await search("quetzalcoatl");
  await register({ ...planted, notADuplicate: false });
  const dump = await asSuperuser(async (client) => {
    const tables = await client.query("select tablename from pg_tables where schemaname = 'public'");
    const texts: string[] = [];
    for (const { tablename } of tables.rows) {
      const { rows } = await client.query(`select row_to_json(t)::text as text from "${tablename}" t`);
      texts.push(...rows.map(({ text }) => text as string));
    }
    return texts.join("\n").toLowerCase();
  });
  expect(dump).toContain(id);
  for (const value of [...Object.values(planted), "xiomarita", "2125550188", "quetza"]) {
    const bytes = Buffer.from(value);
    for (const form of [value, bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, "").slice(1, -1)]) {
      expect(dump.includes(form.toLowerCase()), `${value} as ${form}`).toBe(false);
    }
  }
});
