/**
 * The whole API on a database of its own, asked without a network: every plugin, hook and schema of the product is in.
 * `environment` is what an operator would set, such as `CITA_PUBLIC_URL`.
 *
 * `const server = await startTestServer(); afterAll(server.stop);`
 * `const answer = await server.ask("patients.get", { slug: "little-clinic", params: { id }, cookie: desk.cookie });`
 */
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { pino } from "pino";
import { contract, type RouteName } from "../../src/contract/index.ts";
import type { Locale } from "../../src/contract/values.ts";
import type { Role } from "../../src/domain/access/index.ts";
import { type Keyring, makeKeyring, type Operation, startChangeFeed } from "../../src/modules/_kernel/index.ts";
import { makeCalendarCache } from "../../src/modules/availability/index.ts";
import { createPerson, ensureInstallation } from "../../src/modules/identity/index.ts";
import { systemClock } from "../../src/platform/clock/clock.ts";
import { newKey } from "../../src/platform/crypto/field-cipher.ts";
import { deriveKey } from "../../src/platform/crypto/keyed-hash.ts";
import { type Database, openDatabase } from "../../src/platform/db/database.ts";
import { statement } from "../../src/platform/db/statement.ts";
import { hashToken, newId, newToken } from "../../src/platform/ids/identifiers.ts";
import { allOperations, buildApp } from "../../src/processes/build-app.ts";
import { readConfiguration } from "../../src/processes/configuration.ts";
import { cloneDatabase, type TestDatabase } from "../setup/database.ts";

/** Where the test's browser stands; the API takes changes from there alone. */
export const testHost = "cita.example.test";

export interface RouteRequest {
  readonly slug?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
}

export interface Asking extends RouteRequest {
  /** Of a signed-in person; without one a new visitor asks. */
  readonly cookie?: string | undefined;
  readonly locale?: Locale;
  /** Replaces what a browser of ours would send; `undefined` leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** The body as it goes over the wire, in place of the JSON of `body`. */
  readonly rawBody?: string;
}

export interface SignedIn {
  readonly personId: string;
  readonly cookie: string;
}

export interface Membership {
  readonly orgId: string;
  readonly roles: readonly Role[];
  readonly departmentIds?: readonly string[];
  readonly providerId?: string | null;
}

export interface TestServer {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly operations: ReadonlyMap<RouteName, Operation>;
  readonly urls: Pick<TestDatabase, "ownerUrl" | "appUrl" | "workerUrl">;
  /** What the server wrote to its log: every level, one JSON text per line. */
  readonly log: readonly string[];
  ask(name: RouteName, asking?: Asking): Promise<LightMyRequestResponse>;
  /** What no page of ours would ask: any method, address and header. */
  send(options: InjectOptions): Promise<LightMyRequestResponse>;
  newPerson(membership?: Membership): Promise<SignedIn>;
  /** Another session of the same person. */
  newSession(personId: string): Promise<string>;
  stop(): Promise<void>;
}

const insertMembership = statement(
  "test.membership",
  `insert into membership (org_id, id, person_id, roles, department_ids, resource_id) values ($1, $2, $3, $4, $5, $6)`,
);
const insertSession = statement(
  "test.session",
  `insert into session (id, token_hash, person_id, idle_minutes, expires_at)
   values ($1, $2, $3, 30, clock_timestamp() + interval '1 hour')`,
);

export async function startTestServer(environment: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const clone = await cloneDatabase();
  const onError = (): void => {};
  const database = openDatabase({ url: clone.appUrl, maxConnections: 6, onError });
  const workerDatabase = openDatabase({ url: clone.workerUrl, maxConnections: 1, onError });
  const lines: string[] = [];
  const log = pino({ level: "trace", base: null }, { write: (line: string) => void lines.push(line) });
  const masterKey = newKey();
  const { installationKey, setupCode } = await ensureInstallation(database, masterKey, { wantSetupCode: true });
  const keyring = makeKeyring(masterKey, installationKey, systemClock.nowMs);
  const addressKey = deriveKey(installationKey, "client-address");
  const installation = { database, workerDatabase, keyring, addressKey, setupCode, log, close: async () => {} };
  const feed = await startChangeFeed(database, log);
  const cache = makeCalendarCache(database, feed, 200);
  const configuration = readConfiguration({ CITA_DATA_DIR: join(tmpdir(), `cita-${newId()}`), ...environment }, []);
  const app = await buildApp({ configuration, installation, feed, cache, pages: false });
  await app.ready();

  async function newSession(personId: string): Promise<string> {
    const token = newToken();
    await database.transaction({ orgId: null, personId }, (tx) =>
      tx.run(insertSession, [newId(), hashToken(token), personId]),
    );
    return `cita-session=${token}`;
  }
  async function newPerson(membership?: Membership): Promise<SignedIn> {
    const email = `person-${newId()}@example.org`;
    const name = { given: "Robin", family: "Vale", secondFamily: null };
    const person = { name, birthDate: "1980-05-17", locale: "en", email, phone: null, passwordHash: null } as const;
    const personId = await createPerson(database, keyring, person);
    if (membership !== undefined) {
      const { orgId, roles, departmentIds = [], providerId = null } = membership;
      const row = [orgId, newId(), personId, roles, departmentIds, providerId];
      await database.transaction({ orgId }, (tx) => tx.run(insertMembership, row));
    }
    return { personId, cookie: await newSession(personId) };
  }
  return {
    ...{ database, keyring, urls: clone, log: lines, newPerson, newSession },
    operations: new Map(
      allOperations(cache, feed, configuration.dataDir).map((operation) => [operation.name, operation]),
    ),
    ask: async (name, asking = {}) => app.inject(requestOf(name, asking)),
    send: async (options) => app.inject(options),
    async stop() {
      await app.close();
      await feed.stop();
      await database.close();
      await workerDatabase.close();
      await clone.drop();
    },
  };
}

/** As a page of Cita's own would ask, from a new network address each time, so that no cap of an address is met. */
function requestOf(name: RouteName, { slug = "", params = {}, query, body, ifMatch, ...asking }: Asking) {
  const route = contract[name];
  const values: Readonly<Record<string, string>> = { slug, ...params };
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ""));
  const headers: Record<string, string | undefined> = {
    host: testHost,
    origin: `http://${testHost}`,
    "accept-language": asking.locale ?? "en",
    cookie: asking.cookie,
    "idempotency-key": newId(),
    "if-match": ifMatch === undefined ? undefined : `"${ifMatch}"`,
    "content-type": body === undefined && asking.rawBody === undefined ? undefined : "application/json",
    ...asking.headers,
  };
  const payload = asking.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    method: route.method,
    url: `/api/v1${path}`,
    remoteAddress: `10.${[...randomBytes(3)].join(".")}`,
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
    ...(query !== undefined && { query: { ...query } }),
    ...(payload !== undefined && { payload }),
  };
}
