/** What a request has to bring besides a right body, and what every answer brings besides its own. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract, type RouteName } from "../../src/contract/index.ts";
import { createPerson, hashPassword } from "../../src/modules/identity/index.ts";
import { newToken } from "../../src/platform/ids/identifiers.ts";
import { contentSecurityPolicy } from "../../src/processes/web-pages.ts";
import { type RouteRequest, startTestServer, type TestServer, testHost } from "../builders/test-server.ts";
import { routeCases } from "./route-cases.ts";
import { aRouteClinic, type RouteClinic } from "./route-clinic.ts";
import { expectProblem } from "./well-answered.ts";

const names = Object.keys(contract) as RouteName[];
const locales = ["en", "es"] as const;

let server: TestServer;
let clinic: RouteClinic;
const requests = new Map<RouteName, RouteRequest & { cookie: string; slug: string }>();

beforeAll(async () => {
  server = await startTestServer();
  clinic = await aRouteClinic(server, "conditions", 1);
  for (const name of names) {
    const [first] = routeCases[name];
    if (first === undefined) throw new Error(`${name} has no case`);
    requests.set(name, { ...(await first.make(clinic)), cookie: clinic.cookieOf(first.by), slug: clinic.slug });
  }
});
afterAll(() => server.stop());

const changing = names.filter((name) => contract[name].method !== "GET");
const withBody = names.filter((name) => contract[name].body !== undefined);

describe("a change comes from Cita's own pages, or it does not happen", () => {
  const origins = [undefined, "null", "", "https://evil.example", `http://${testHost}.evil.example`, "not a url"];
  it.each(origins)("origin %s is refused by every route that changes something", async (origin) => {
    for (const name of changing) {
      for (const locale of locales) {
        const answer = await server.ask(name, { ...requests.get(name), locale, headers: { origin } });
        expect(expectProblem(answer, locale, name).code, name).toBe("foreign_origin");
      }
    }
  });
});

describe("conditions of a write", () => {
  it("a versioned write without the version that it means is refused", async () => {
    for (const name of names.filter((each) => contract[each].versioned)) {
      const answer = await server.ask(name, { ...requests.get(name), headers: { "if-match": undefined } });
      expect(expectProblem(answer, "en").code, name).toBe("version_required");
    }
  });

  it.each([undefined, "", "short", "x".repeat(201)])("the idempotency key %s is no key [BOOK-06]", async (key) => {
    for (const name of names.filter((each) => contract[each].idempotent)) {
      const answer = await server.ask(name, { ...requests.get(name), headers: { "idempotency-key": key } });
      expect(expectProblem(answer, "en").code, name).toBe("idempotency_key_required");
    }
  });

  it("a body that is too large is refused before it is read [UI-11]", async () => {
    for (const name of withBody) {
      const rawBody = JSON.stringify({ given: "a".repeat(1_100_000) });
      const answer = await server.ask(name, { ...requests.get(name), rawBody, locale: "es" });
      expect(expectProblem(answer, "es").code, name).toBe("body_too_large");
    }
  });

  it.each(["{", '{"a":', "\u0000", "[1,", '{"given":"x"}}', "<xml/>"])("%j is not JSON [UI-11]", async (rawBody) => {
    for (const name of withBody) {
      const answer = await server.ask(name, { ...requests.get(name), rawBody, locale: "es" });
      expect(expectProblem(answer, "es").code, name).toBe("malformed_json");
    }
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "a form of another site, sent as %s, is not taken for JSON",
    async (type) => {
      for (const name of withBody) {
        const answer = await server.ask(name, { ...requests.get(name), headers: { "content-type": type } });
        expect(["malformed_json", "invalid_request"], name).toContain(expectProblem(answer, "en").code);
      }
    },
  );

  it("nothing can be set that the route does not name: no owner, role, status or price", async () => {
    const smuggled = { org_id: clinic.organisation.orgId, orgId: "x", roles: ["administrator"], status: "fulfilled" };
    for (const name of withBody) {
      const request = requests.get(name);
      for (const [field, value] of Object.entries({ ...smuggled, personId: "x", isAdmin: true, booked_by: "x" })) {
        const answer = await server.ask(name, { ...request, body: { ...Object(request?.body), [field]: value } });
        expect(expectProblem(answer, "en").fields, `${name} with ${field}`).toContainEqual(
          expect.objectContaining({ path: field, code: "unknown_field" }),
        );
      }
    }
  });
});

describe("addresses that lead nowhere", () => {
  const addresses = [
    "/api/v1/nothing",
    "/api/v2/platform/me",
    "/api/v1/organisations/%ff/services",
    "/%c0%ae",
    "/health/x",
  ];
  const long = `/api/v1/organisations/${"a".repeat(500)}/services`;
  it.each([...addresses, long])("%s is a problem document [UI-11]", async (url) => {
    const answer = await server.send({ url, headers: { "accept-language": "es-MX,es;q=0.9" } });
    expect(answer.statusCode).toBe(404);
    expectProblem(answer, "es");
  });

  it("an address answers to the methods of the contract alone", async () => {
    for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
      const answer = await server.send({ method, url: "/api/v1/platform/organisations" });
      expect(answer.statusCode, method).toBe(404);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    }
  });
});

describe("what a browser is told", () => {
  it("headers keep content types, frames and referrers in hand", async () => {
    const answer = await server.ask("organisation.get", { slug: clinic.slug });
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(answer.headers["x-powered-by"]).toBeUndefined();
    expect(answer.headers["strict-transport-security"]).toBeUndefined();
  });

  it("pages run no script but ours, and stand in nobody's frame", () => {
    const policy = contentSecurityPolicy("abc");
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      expect(policy.split("; ")).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe-eval|(script-src|style-src) [^;]*unsafe-inline|https?:|\*/);
  });
});

describe("cookies", () => {
  const password = "correct horse battery staple";

  async function signIn(at: TestServer, cookie?: string) {
    const email = `ada.${newToken()
      .slice(0, 8)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "0")}@example.org`;
    const name = { given: "Ada", family: "Lind", secondFamily: null };
    const passwordHash = await hashPassword(password);
    const person = { name, birthDate: null, locale: "en", email, phone: null, passwordHash } as const;
    await createPerson(at.database, at.keyring, person);
    const answer = await at.ask("sessions.create", { body: { contact: email, password }, cookie });
    expect(answer.statusCode).toBe(201);
    return answer.cookies;
  }

  it("are out of reach of scripts and of other sites [ID-02]", async () => {
    const cookies = await signIn(server);
    expect(cookies.map(({ name }) => name).sort()).toEqual(["cita-session", "cita-visitor"]);
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  });

  it("a session that was there before the sign-in never becomes a signed-in one [ID-02]", async () => {
    const planted = newToken();
    const cookies = await signIn(server, `cita-session=${planted}`);
    expect(cookies.find(({ name }) => name === "cita-session")?.value).not.toBe(planted);
    expect((await server.ask("me.get", { cookie: `cita-session=${planted}` })).statusCode).toBe(401);
  });

  it("over TLS they are bound to this host, and the browser is told to stay with TLS [ID-02][SEC-01]", async () => {
    const secured = await startTestServer({ CITA_PUBLIC_URL: `http://${testHost}`.replace("http:", "https:") });
    try {
      const cookies = await signIn({ ...secured, ask: (name, asking) => secured.ask(name, overTls(asking)) });
      expect(cookies.map(({ name }) => name).sort()).toEqual(["__Host-cita-session", "__Host-cita-visitor"]);
      for (const cookie of cookies) {
        expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", secure: true });
        expect(cookie.domain).toBeUndefined();
      }
      const { headers } = await secured.ask("platform.organisations");
      expect(headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
    } finally {
      await secured.stop();
    }
  });

  const overTls = (asking: RouteRequest = {}) => ({ ...asking, headers: { origin: `https://${testHost}` } });
});
