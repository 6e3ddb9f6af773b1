/**
 * Every route with what its schema allows, however strange, and with what it forbids: never an unexpected error, always
 * an answer of the contract. `CITA_FUZZ_RUNS=500` tries as many requests of each kind per route, with another seed each time.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteName } from "../../src/contract/index.ts";
import type { Locale } from "../../src/contract/values.ts";
import { jsonSchemaOf } from "../../src/modules/_kernel/index.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { startTestServer, type TestServer } from "../builders/test-server.ts";
import { routeCases } from "./route-cases.ts";
import { aRouteClinic, type RouteClinic, type Who } from "./route-clinic.ts";
import { allowedValues, brokenValues, naughtyStrings } from "./schema-values.ts";
import { expectWellAnswered } from "./well-answered.ts";

const names = Object.keys(contract) as RouteName[];
const asked = process.env.CITA_FUZZ_RUNS;
const runs = asked === undefined ? { numRuns: 24, seed: 20_260_316 } : { numRuns: Number(asked) };

let server: TestServer;
let clinic: RouteClinic;

beforeAll(async () => {
  server = await startTestServer();
  clinic = await aRouteClinic(server, "bad-requests", 1);
});
afterAll(() => server.stop());

/** Ids of everything in the clinic, so that strange requests get past 'there is no such thing'. */
async function idsOf({ booked, hold, ...clinicIds }: RouteClinic): Promise<string[]> {
  const { serviceId, providerId, spareProviderId, locationId, annexId, roomId, departmentId } = clinicIds;
  const own = [clinicIds.patientId, clinicIds.otherPatientId, (await booked()).id, await hold("patient")];
  return [serviceId, providerId, spareProviderId, locationId, annexId, roomId, departmentId, ...own, newId()];
}

interface Drawn {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>> | undefined;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
  readonly locale: Locale;
}

type Draw = typeof allowedValues;

const asTexts = (value: unknown): Record<string, string> =>
  value === null || typeof value !== "object"
    ? {}
    : Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key, typeof part === "string" ? part : JSON.stringify(part)]),
      );

function requests(name: RouteName, ids: readonly string[], draw: Draw): fc.Arbitrary<Drawn> {
  const { params, query, body } = contract[name];
  const pathIds = /:(id|exceptionId|timeOffId)/.test(contract[name].path);
  return fc.record({
    params: pathIds && params !== undefined ? paramsOf(ids, draw) : fc.constant({}),
    query: query === undefined ? fc.constant(undefined) : draw(jsonSchemaOf(query, "input"), ids).map(asTexts),
    body: body === undefined ? fc.constant(undefined) : draw(jsonSchemaOf(body, "input"), ids),
    ifMatch: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }).map((version) => `"${version}"`) },
      fc.constantFrom(undefined, "*", '"999999999999"', "W/", '"-1"', '""'),
    ),
    locale: fc.constantFrom<Locale>("en", "es"),
  });
}

function paramsOf(ids: readonly string[], draw: Draw): fc.Arbitrary<Record<string, string>> {
  const known = fc.constantFrom(...ids);
  const strange = fc.constantFrom(...naughtyStrings.filter((text) => text !== "" && text.isWellFormed()));
  const one = draw === allowedValues ? known : fc.oneof({ weight: 3, arbitrary: known }, strange);
  return fc.record({ id: one, exceptionId: one, timeOffId: one });
}

describe.each([
  { what: "allows", draw: allowedValues },
  { what: "forbids", draw: brokenValues },
])("what the schema $what", ({ what, draw }) => {
  for (const name of names) {
    it(`${name} answers what the contract says to whatever its schema ${what} [UI-11]`, {
      timeout: 120_000,
    }, async () => {
      const people = [...new Set<Who>([...routeCases[name].map(({ by }) => by), "administrator", "patient"])];
      const ids = await idsOf(clinic);
      const cookies = await Promise.all(people.map(freshCookie));
      const property = fc.asyncProperty(
        requests(name, ids, draw),
        fc.constantFrom(...cookies),
        async ({ ifMatch, query = {}, ...rest }, cookie) => {
          const request = { query, ...rest };
          const before = server.log.length;
          const headers = { "if-match": ifMatch };
          const answer = await server.ask(name, { slug: clinic.slug, cookie, ...request, headers });
          const logged = server.log.slice(before).filter((line) => line.includes('"level":50'));
          expect(logged, `${name} ${JSON.stringify(request).slice(0, 2_000)}`).toEqual([]);
          expectWellAnswered(name, answer, request.locale);
        },
      );
      await fc.assert(property, { ...runs, endOnFailure: true });
    });
  }
});

/** Some of the requests end the session they came with. */
async function freshCookie(who: Who): Promise<string> {
  if (who === "visitor") return clinic.cookieOf(who);
  return server.newSession((who === "patient" ? clinic.patient : clinic.staff[who]).personId);
}
