import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDirectory, type TestDirectory } from "../../../test/builders/a-directory.ts";
import { startTestKernel, type TestKernel } from "../../../test/builders/test-kernel.ts";
import type { AdminProvider, AdminService } from "../../contract/routes/administration.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Context, Operation, OrganisationContext, Result } from "../_kernel/index.ts";
import { catalogueOf, forgetCatalogue, operations, presentProvider } from "./index.ts";

let t: TestKernel;
let clinic: OrganisationContext;
let admin: Context;
let here: TestDirectory;
beforeAll(async () => {
  t = await startTestKernel();
});
afterAll(() => t.stop());

async function aClinic(): Promise<void> {
  clinic = await t.newOrganisation({ policy: { holdMinutes: 8, minNoticeMinutes: 30 } });
  admin = t.as(clinic, "administrator");
  here = await aDirectory(t, clinic);
}
beforeAll(aClinic);

function operation(name: Operation["name"]): Operation {
  const found = operations.find((each) => each.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function answerOf<T>(result: Result<unknown>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`);
  return result.value as T;
}

const both = (text: string) => ({ en: text, es: text });
const aProvider = (changes: object = {}) => ({
  prefix: "Dra.",
  given: "Ana",
  family: "García",
  secondFamily: "López",
  role: "doctor",
  email: "ana.garcia@harbour.example",
  phone: "(212) 555-0123",
  specialties: [here.specialty],
  languages: ["es", "en"],
  departmentIds: [here.departmentId],
  bio: both("Hearts"),
  active: true,
  ...changes,
});
const aService = (changes: object = {}) => ({
  name: { en: "Consultation", es: "Consulta" },
  description: both(""),
  departmentId: here.departmentId,
  specialty: here.specialty,
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 5,
  modality: "in-person",
  instructions: both(""),
  whatToBring: both(""),
  onlineBookable: true,
  active: true,
  providers: [],
  roomIds: [here.roomId],
  policy: { cancelDeadlineMinutes: 60 },
  ...changes,
});

const addProvider = async (changes: object = {}) =>
  answerOf<AdminProvider>(await t.run(operation("admin.create-provider"), admin, { body: aProvider(changes) }));
const addService = async (changes: object = {}) =>
  answerOf<AdminService>(await t.run(operation("admin.create-service"), admin, { body: aService(changes) }));

describe("providers", () => {
  it("are added with contacts that are encrypted, and shown without them", async () => {
    const provider = await addProvider();
    expect(provider).toMatchObject({
      displayName: "Dra. Ana García López",
      email: "ana.garcia@harbour.example",
      phone: "+12125550123",
      hasAccount: false,
      version: 1,
    });
    const shown = (await catalogueOf(t.database, clinic.orgId)).providers.get(provider.id);
    expect(shown && presentProvider(shown)).toMatchObject({ initials: "AG", displayName: "Dra. Ana García López" });
    expect(JSON.stringify(shown)).not.toContain("5550123");
    expect(JSON.stringify(shown)).not.toContain("harbour.example");
  });

  it("are changed with a version, and stale changes are refused", async () => {
    const { id } = await addProvider();
    const update = operation("admin.update-provider");
    const body = aProvider({ family: "Roca", secondFamily: null, languages: ["ca"], specialties: [] });
    const changed = await t.run(update, admin, { params: { id }, ifMatch: 1, body });
    expect(changed).toMatchObject({ ok: true, value: { displayName: "Dra. Ana Roca", languages: ["ca"], version: 2 } });
    expect(await t.run(update, admin, { params: { id }, ifMatch: 1, body })).toMatchObject({ code: "stale_version" });
  });

  it("are refused with every unknown reference and a phone that cannot exist", async () => {
    const body = aProvider({ departmentIds: [newId()], specialties: ["alchemy"], phone: "555 0123" });
    expect(await t.run(operation("admin.create-provider"), admin, { body })).toMatchObject({
      code: "invalid_request",
      fields: [
        { path: "departmentIds.0", code: "unknown_reference" },
        { path: "specialties.0", code: "unknown_reference" },
        { path: "phone", code: "bad_phone" },
      ],
    });
  });
});

describe("services", () => {
  it("are added once, however often the request is repeated [BOOK-06]", async () => {
    const idempotencyKey = newId();
    const body = aService({ name: both("Echo") });
    const first = await t.run(operation("admin.create-service"), admin, { body, idempotencyKey });
    expect(await t.run(operation("admin.create-service"), admin, { body, idempotencyKey })).toEqual(first);
    const { services } = answerOf<{ services: AdminService[] }>(await t.run(operation("admin.services"), admin));
    expect(services.filter(({ name }) => name.en === "Echo")).toHaveLength(1);
  });

  it("carry the rules of all levels, each provider's length, and active providers only [BOOK-12]", async () => {
    const slow = await addProvider();
    const gone = await addProvider({ active: false });
    const providers = [
      { providerId: slow.id, durationMinutes: 45 },
      { providerId: gone.id, durationMinutes: null },
    ];
    const { id } = await addService({ providers });
    const service = (await catalogueOf(t.database, clinic.orgId)).services.get(id);
    expect(service).toMatchObject({
      providerIds: [slow.id],
      roomIds: [here.roomId],
      needsRoom: true,
      policy: { cancelDeadlineMinutes: 60, minNoticeMinutes: 120, holdMinutes: 8, guestBooking: false },
    });
    expect(service?.minutesByProvider.get(slow.id)).toBe(45);
    expect(service?.minutesByProvider.get(gone.id)).toBe(30);
  });

  it("are changed with a version; the change shows at once", async () => {
    const { id } = await addService();
    await catalogueOf(t.database, clinic.orgId);
    const update = operation("admin.update-service");
    const asked = { params: { id }, ifMatch: 1, body: aService({ durationMinutes: 50, roomIds: [] }) };
    expect(await t.run(update, admin, asked)).toMatchObject({ ok: true, value: { durationMinutes: 50, version: 2 } });
    await new Promise((done) => setImmediate(done));
    expect((await catalogueOf(t.database, clinic.orgId)).services.get(id)).toMatchObject({
      durationMinutes: 50,
      needsRoom: false,
    });
    expect(await t.run(update, admin, asked)).toMatchObject({ code: "stale_version" });
  });

  it("are refused without a name in each language of the organisation, and with references to nothing", async () => {
    const body = aService({
      name: { en: "Consultation", es: " " },
      departmentId: newId(),
      specialty: "alchemy",
      providers: [{ providerId: newId(), durationMinutes: null }],
      roomIds: [here.roomId, newId()],
      policy: { holdMinutes: 16 },
    });
    expect(await t.run(operation("admin.create-service"), admin, { body })).toMatchObject({
      fields: [
        { path: "name.es", code: "required" },
        { path: "departmentId", code: "unknown_reference" },
        { path: "specialty", code: "unknown_reference" },
        { path: "providers.0.providerId", code: "unknown_reference" },
        { path: "roomIds.1", code: "unknown_reference" },
        { path: "policy.holdMinutes", code: "out_of_range" },
      ],
    });
  });

  it("of another organisation do not exist here [ID-04]", async () => {
    const { id } = await addService();
    const other = t.as(await t.newOrganisation(), "administrator");
    const refused = await t.run(operation("admin.update-service"), other, {
      params: { id },
      ifMatch: 1,
      body: aService(),
    });
    expect(refused).toEqual(
      await t.run(operation("admin.update-service"), other, { params: { id: newId() }, ifMatch: 1, body: aService() }),
    );
    expect(refused).toMatchObject({ code: "not_found" });
  });

  it("and providers are the administrators' to change", async () => {
    for (const role of ["front-desk", "doctor", "patient"] as const) {
      const actor = t.as(clinic, role);
      for (const name of ["admin.services", "admin.providers"] as const) {
        expect(await t.run(operation(name), actor)).toMatchObject({ code: "forbidden" });
      }
      expect(await t.run(operation("admin.create-service"), actor, { body: aService() })).toMatchObject({
        code: "forbidden",
      });
    }
    expect(await t.run(operation("admin.services"), t.as(clinic, "public"))).toMatchObject({ code: "unauthenticated" });
  });
});

describe("what everyone sees", () => {
  beforeAll(aClinic);

  it("is the active services, filtered as asked [ID-07]", async () => {
    const shown = await addService();
    const byPhone = await addService({ onlineBookable: false, specialty: null });
    const retired = await addService({ active: false });
    forgetCatalogue(clinic.orgId);
    const ask = async (query: object) => {
      const answer = await t.run(operation("services.list"), t.as(clinic, "public"), { query });
      return answerOf<{ services: { id: string }[] }>(answer).services.map(({ id }) => id);
    };
    expect(await ask({})).toEqual([shown.id, byPhone.id]);
    expect(await ask({})).not.toContain(retired.id);
    expect(await ask({ specialty: here.specialty })).toEqual([shown.id]);
    expect(await ask({ departmentId: newId() })).toEqual([]);
  });

  it("is the organisation's profile, and nothing of its rules", async () => {
    const profile = await t.run(operation("organisation.get"), t.as(clinic, "public"));
    expect(profile).toMatchObject({
      ok: true,
      value: {
        slug: clinic.slug,
        demo: false,
        locations: [{ id: here.locationId, city: "New York" }],
        departments: [{ id: here.departmentId, name: { en: "Cardiology", es: "Cardiología" } }],
        specialties: [{ code: "cardiology" }],
      },
    });
    expect(JSON.stringify(profile)).not.toContain("policy");
  });
});

describe("the catalogue", () => {
  const countReads = () => {
    let reads = 0;
    const database = {
      ...t.database,
      transaction: ((acting, work) => {
        reads += 1;
        return t.database.transaction(acting, work);
      }) as TestKernel["database"]["transaction"],
    };
    return { database, reads: () => reads };
  };

  it("is read once for all who ask, and again after a change", async () => {
    const other = await t.newOrganisation();
    const { database, reads } = countReads();
    const [one, two] = await Promise.all([catalogueOf(database, other.orgId), catalogueOf(database, other.orgId)]);
    expect(one).toBe(two);
    expect(reads()).toBe(1);
    forgetCatalogue(other.orgId);
    expect(await catalogueOf(database, other.orgId)).not.toBe(one);
    expect(reads()).toBe(2);
  });

  it("is not kept when it was read while a change came in", async () => {
    const other = await t.newOrganisation();
    const { database, reads } = countReads();
    const early = catalogueOf(database, other.orgId);
    forgetCatalogue(other.orgId);
    await early;
    await catalogueOf(database, other.orgId);
    expect(reads()).toBe(2);
  });

  it("takes places of work from the opening hours, and fills a missing language", async () => {
    const spanish = await t.newOrganisation({ defaultLocale: "es", locales: ["es"] });
    const directory = await aDirectory(t, spanish);
    const boss = t.as(spanish, "administrator");
    const body = aProvider({ departmentIds: [directory.departmentId] });
    const { id } = answerOf<AdminProvider>(await t.run(operation("admin.create-provider"), boss, { body }));
    const insertOpening = statement(
      "test.opening",
      `insert into opening (org_id, id, resource_id, location_id, weekday, from_minute, to_minute, effect)
       values ($1, $2, $3, $4, $5, 540, 780, 'open')`,
    );
    await t.database.transaction({ orgId: spanish.orgId }, async (tx) => {
      for (const weekday of [1, 2]) {
        await tx.run(insertOpening, [spanish.orgId, newId(), id, directory.locationId, weekday]);
      }
    });
    const service = {
      ...aService({ departmentId: directory.departmentId, roomIds: [] }),
      name: { en: "", es: "Consulta" },
    };
    const made = answerOf<AdminService>(await t.run(operation("admin.create-service"), boss, { body: service }));
    expect(made.name).toEqual({ en: "", es: "Consulta" });
    forgetCatalogue(spanish.orgId);
    const catalogue = await catalogueOf(t.database, spanish.orgId);
    expect(catalogue.providers.get(id)?.locationIds).toEqual([directory.locationId]);
    expect(catalogue.services.get(made.id)?.name).toEqual({ en: "Consulta", es: "Consulta" });
  });
});
