/**
 * Two clinics on one installation. Every id of every route, wherever it stands, is exchanged for the other clinic's: the
 * answer is the one that an id gets which never was, and nothing of the other clinic is in it [ID-04].
 */
import type { LightMyRequestResponse } from "fastify";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteName } from "../../src/contract/index.ts";
import { grantFor } from "../../src/domain/access/index.ts";
import { jsonSchemaOf } from "../../src/modules/_kernel/index.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { type RouteRequest, startTestServer, type TestServer } from "../builders/test-server.ts";
import { type RouteCase, routeCases } from "../routes/route-cases.ts";
import { aRouteClinic, type RouteClinic, staffRoles, type Who } from "../routes/route-clinic.ts";
import { expectWellAnswered } from "../routes/well-answered.ts";

let server: TestServer;
let clinic: RouteClinic;
let other: RouteClinic;

beforeAll(async () => {
  server = await startTestServer();
  clinic = await aRouteClinic(server, "our-clinic", 1);
  other = await aRouteClinic(server, "other-clinic", 2);
});
afterAll(() => server.stop());

const names = Object.keys(contract) as RouteName[];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface IdPlace {
  /** Such as `body.providers.0.providerId`. */
  readonly path: string;
  readonly id: string;
}

function idPlaces(value: unknown, path = ""): IdPlace[] {
  if (typeof value === "string") return uuid.test(value) ? [{ path, id: value }] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) => idPlaces(part, path === "" ? key : `${path}.${key}`));
}

function withId<T>(request: T, path: string, id: string): T {
  const copy = structuredClone(request);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy);
  (holder as Record<string, unknown>)[last] = id;
  return copy;
}

/** What no two answers have in common: their reference and clock. And the id that was asked for, where it comes back. */
const comparable = (answer: LightMyRequestResponse, askedId = "-") => ({
  status: answer.statusCode,
  body: answer.body
    .replaceAll(/"reference":"[0-9a-f-]{36}"/g, "")
    .replaceAll(/"now":"[^"]+"/g, "")
    .replaceAll(askedId, "the id asked for"),
});

/** Filters of a search: an unknown one finds nothing. Giving back a hold that is gone is done already. */
const mayFindNothing: readonly RouteName[] = [
  "services.list",
  "providers.list",
  "availability.search",
  "availability.explain",
  "appointments.search",
  "diary.day",
  "audit.list",
  "holds.release",
];

function isRefusedAsUnknown(name: RouteName, answer: LightMyRequestResponse): boolean {
  if (answer.statusCode < 300) return mayFindNothing.includes(name);
  const { code, fields = [], reasons = [] } = answer.json();
  if (answer.statusCode === 422) return fields.some((field: { code: string }) => field.code === "unknown_reference");
  // Providers and places are asked of the evaluator, which knows them as 'does not offer this here'.
  if (code === "not_bookable") return reasons.some((reason: { code: string }) => reason.code === "service_not_offered");
  return code === "not_found" || code === "hold_expired";
}

function expectNothingOf(clinicElsewhere: RouteClinic, answer: LightMyRequestResponse, what: string): void {
  for (const secret of clinicElsewhere.secrets) expect(answer.body, `${what} tells ${secret}`).not.toContain(secret);
}

describe("an id of another organisation is an id that never was", () => {
  for (const name of names.filter((each) => contract[each].path.includes(":slug"))) {
    for (const { by, make } of routeCases[name]) {
      it(`${name} as ${by} [ID-04][ID-05]`, () => tryForeignIds(name, by, make));
    }
  }

  async function tryForeignIds(name: RouteName, by: Who, make: RouteCase["make"]): Promise<void> {
    const [ours, theirs] = [await make(clinic), await make(other)];
    const ask = (request: RouteRequest) =>
      server.ask(name, { slug: clinic.slug, cookie: clinic.cookieOf(by), ...request });
    const foreign = new Map(idPlaces(theirs).map(({ path, id }) => [path, id]));
    for (const { path } of idPlaces(ours)) {
      const what = `${name} with a foreign ${path}`;
      const id = foreign.get(path);
      if (id === undefined) throw new Error(`${what}: the other clinic's request has none`);
      const answer = await ask(withId(ours, path, id));
      const neverWas = newId();
      const never = await ask(withId(ours, path, neverWas));
      expectWellAnswered(name, answer);
      expect(comparable(answer, id), what).toEqual(comparable(never, neverWas));
      expect(isRefusedAsUnknown(name, answer), `${what}: ${answer.statusCode} ${answer.body}`).toBe(true);
      expectNothingOf(other, answer, what);
    }
  }

  it("leaves no id of a route untried", () => {
    for (const name of names.filter((each) => contract[each].path.includes(":slug"))) {
      const { params, query, body } = contract[name];
      const shapes = { params, query, body };
      const takes = Object.entries(shapes).flatMap(([part, shape]) =>
        shape === undefined ? [] : idNamesIn(jsonSchemaOf(shape, "input")).map((key) => `${part}.${key}`),
      );
      expect(new Set(takes), name).toEqual(triedIds.get(name) ?? new Set());
    }
  });

  const triedIds = new Map<RouteName, Set<string>>();
  beforeAll(async () => {
    for (const name of names) {
      const tried = new Set<string>();
      for (const { make } of routeCases[name]) {
        for (const { path } of idPlaces(await make(clinic))) tried.add(path.replaceAll(/\.\d+/g, ""));
      }
      triedIds.set(name, tried);
    }
  });
});

/** Names of the properties that hold ids, such as `providers.providerId`. */
function idNamesIn(schema: unknown, path = ""): string[] {
  if (schema === null || typeof schema !== "object") return [];
  const { pattern, properties, items, anyOf } = schema as Record<string, unknown>;
  if (typeof pattern === "string" && pattern.startsWith("^[0-9a-f]{8}-")) return [path];
  const under = (key: string) => (path === "" ? key : `${path}.${key}`);
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, part]) => idNamesIn(part, under(key))),
    ...idNamesIn(items, path),
    ...((anyOf as unknown[] | undefined) ?? []).flatMap((part) => idNamesIn(part, path)),
  ];
}

describe("people of one organisation in the other", () => {
  const signedIn = (who: Who) => (who === "patient" ? clinic.patient : clinic.staff[who as keyof typeof clinic.staff]);

  for (const who of [...staffRoles, "patient"] as const) {
    it(`${who} is a stranger there [ID-04]`, async () => {
      for (const name of names.filter((each) => contract[each].path.includes(":slug"))) {
        const permission = server.operations.get(name)?.permission;
        if (permission === undefined) throw new Error(`${name} has no operation`);
        for (const { make } of routeCases[name]) {
          const request = await make(other);
          const cookie = await server.newSession(signedIn(who).personId);
          const answer = await server.ask(name, { slug: other.slug, cookie, ...request });
          expectWellAnswered(name, answer);
          expectNothingOf(other, answer, `${name} as a stranger`);
          // Any signed-in person acts as a patient: of their own records, of which there are none.
          const isGranted = grantFor(permission, ["public", "patient"]) !== null;
          if (!isGranted) expect([answer.statusCode, answer.json().code], name).toEqual([403, "forbidden"]);
        }
      }
    });
  }
});

describe("nobody is told what exists", () => {
  it("an organisation that is not there and one's own without the record answer alike [ID-05]", async () => {
    const ask = (slug: string, id: string) =>
      server.ask("patients.get", { slug, params: { id }, cookie: clinic.cookieOf("front-desk") });
    const noOrganisation = await ask("no-such-clinic", newId());
    const noRecord = await ask(clinic.slug, newId());
    const foreignRecord = await ask(clinic.slug, other.patientId);
    const noId = await ask(clinic.slug, "not-an-id");
    for (const answer of [noRecord, foreignRecord, noId]) {
      expect(comparable(answer)).toEqual(comparable(noOrganisation));
    }
  });

  it("looking for another organisation's record is on record [ID-05][AUD-01]", async () => {
    const request = { slug: clinic.slug, params: { id: other.patientId }, cookie: clinic.cookieOf("front-desk") };
    const { reference } = (await server.ask("patients.get", request)).json();
    const owner = new Client({ connectionString: server.urls.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query("select outcome, code, org_id from audit_event where request_id = $1", [
      reference,
    ]);
    await owner.end();
    expect(rows).toEqual([{ outcome: "refused", code: "not_found", org_id: clinic.organisation.orgId }]);
  });
});
