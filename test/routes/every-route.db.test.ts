/** Every route, as its own people ask it and as everybody else does. */
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteName } from "../../src/contract/index.ts";
import { grantFor, type Role } from "../../src/domain/access/index.ts";
import { type RouteRequest, startTestServer, type TestServer } from "../builders/test-server.ts";
import { routeCases } from "./route-cases.ts";
import { aRouteClinic, everyone, type RouteClinic, staffRoles, type Who } from "./route-clinic.ts";
import { expectProblem, expectWellAnswered } from "./well-answered.ts";

let server: TestServer;
let clinic: RouteClinic;
let owner: Client;

beforeAll(async () => {
  server = await startTestServer();
  clinic = await aRouteClinic(server, "every-route", 1);
  owner = new Client({ connectionString: server.urls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.stop();
});

const names = Object.keys(contract) as RouteName[];
const rolesOf = (who: Who): Role[] =>
  who === "visitor" ? ["public"] : who === "patient" ? ["public", "patient"] : ["public", "patient", who];

function permissionOf(name: RouteName) {
  const operation = server.operations.get(name);
  if (operation === undefined) throw new Error(`${name} has no operation`);
  return operation;
}

describe("as its own people ask it", () => {
  for (const name of names) {
    for (const { by, make, refusedWith } of routeCases[name]) {
      it(`${name} answers ${by} as the contract says`, async () => {
        const request = await make(clinic);
        const answer = await server.ask(name, { slug: clinic.slug, cookie: clinic.cookieOf(by), ...request });
        expectWellAnswered(name, answer);
        if (refusedWith === undefined) expect(answer.statusCode, answer.body).toBe(contract[name].status);
        else expect(answer.json()).toMatchObject({ code: refusedWith });
      });
    }
  }
});

describe("as everybody else asks it", () => {
  const requests = new Map<RouteName, RouteRequest>();
  beforeAll(async () => {
    for (const name of names) {
      const [first] = routeCases[name];
      if (first !== undefined) requests.set(name, await first.make(clinic));
    }
  });

  for (const who of everyone) {
    it(`${who} does what the matrix grants, and is refused the rest without a word of what exists [ID-05]`, async () => {
      for (const name of names) {
        const { permission } = permissionOf(name);
        const isGranted = grantFor(permission, rolesOf(who)) !== null;
        // A session of its own for each question: one of them ends it.
        const cookie =
          who === "visitor"
            ? clinic.cookieOf(who)
            : await server.newSession((who === "patient" ? clinic.patient : clinic.staff[who]).personId);
        const answer = await server.ask(name, { slug: clinic.slug, cookie, ...requests.get(name) });
        expectWellAnswered(name, answer);
        if (!isGranted) {
          const expected = who === "visitor" ? [401, "unauthenticated"] : [403, "forbidden"];
          expect([answer.statusCode, answer.json().code], `${name} as ${who}`).toEqual(expected);
        } else if (who !== "visitor") {
          expect(answer.body, `${name} as ${who}`).not.toContain("unauthenticated");
        }
      }
    });
  }

  it("puts every refusal of a role on record [ID-05][AUD-01]", async () => {
    for (const who of [...staffRoles, "patient"] as const) {
      for (const name of names) {
        const operation = permissionOf(name);
        if (grantFor(operation.permission, rolesOf(who)) !== null) continue;
        const request = { slug: clinic.slug, cookie: clinic.cookieOf(who), ...requests.get(name) };
        const { reference } = expectProblem(await server.ask(name, request), "en");
        const { rows } = await owner.query(
          "select action, outcome, code, actor_id, role from audit_event where request_id = $1",
          [reference],
        );
        const actor = who === "patient" ? clinic.patient : clinic.staff[who];
        const facts = { outcome: "refused", code: "forbidden", actor_id: actor.personId, role: who };
        expect(rows, `${name} as ${who}`).toEqual([{ action: operation.audit ?? operation.name, ...facts }]);
      }
    }
  });

  it("tells visitors nothing that only signed-in people may know [ID-05]", async () => {
    for (const name of names) {
      const answer = await server.ask(name, { slug: clinic.slug, ...requests.get(name) });
      for (const secret of clinic.secrets) expect(answer.body, `${name} tells ${secret}`).not.toContain(secret);
    }
  });
});
