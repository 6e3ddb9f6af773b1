/** Mail scanners and previews open every link: whatever is read stays as it was. Only the record of reading grows. */
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteName } from "../../src/contract/index.ts";
import { startTestServer, type TestServer } from "../builders/test-server.ts";
import { routeCases } from "./route-cases.ts";
import { aRouteClinic, type RouteClinic } from "./route-clinic.ts";

let server: TestServer;
let clinic: RouteClinic;
let owner: Client;

beforeAll(async () => {
  server = await startTestServer();
  clinic = await aRouteClinic(server, "reading", 1);
  owner = new Client({ connectionString: server.urls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.stop();
});

const names = Object.keys(contract) as RouteName[];
/** Who was seen by whom, and when a session was last used. */
const records = ["audit_event", "audit_subject", "session"];

/** Of every table the number of rows and a hash of all they hold. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !records.includes(table.name))) {
    const { rows } = await owner.query<{ content: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as content from ${name} t`,
    );
    found[name] = rows[0]?.content ?? "";
  }
  return found;
}

describe("reading changes nothing", () => {
  for (const name of names.filter((each) => contract[each].method === "GET")) {
    it(`${name}, by GET and by HEAD`, async () => {
      for (const { by, make } of routeCases[name]) {
        const request = { slug: clinic.slug, cookie: clinic.cookieOf(by), ...(await make(clinic)) };
        const before = await everything();
        await server.ask(name, request);
        const path = contract[name].path.replace(
          /:(\w+)/g,
          (_, key: string) => ({ slug: clinic.slug, ...request.params })[key] ?? "",
        );
        const { headers, cookie } = { headers: { host: "cita.example.test" }, cookie: request.cookie };
        await server.send({ method: "HEAD", url: `/api/v1${path}`, headers: { ...headers, cookie } });
        expect(await everything()).toEqual(before);
      }
    });
  }

  const questions: readonly RouteName[] = ["patients.check", "schedules.preview-time-off", "audit.verify"];
  for (const name of questions) {
    it(`${name}, which is a question although it takes a body`, async () => {
      for (const { by, make } of routeCases[name]) {
        const request = { slug: clinic.slug, cookie: clinic.cookieOf(by), ...(await make(clinic)) };
        const before = await everything();
        expect((await server.ask(name, request)).statusCode).toBe(200);
        expect(await everything()).toEqual(before);
      }
    });
  }
});
