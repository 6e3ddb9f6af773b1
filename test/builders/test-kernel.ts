/**
 * A kernel on a database of its own, and people who act in it, for tests that run operations without HTTP.
 *
 * `const t = await startTestKernel(); afterAll(t.stop);`
 * `const clinic = await t.newOrganisation();`
 * `const result = await t.run(operation, t.as(clinic, "front-desk"), { body: { … } });`
 */
import { randomBytes } from "node:crypto";
import type { Role } from "../../src/domain/access/index.ts";
import {
  type Actor,
  type Context,
  type Kernel,
  makeKeyring,
  type Operation,
  type OrganisationContext,
  platformOrganisationId,
  type Result,
  runOperation,
} from "../../src/modules/_kernel/index.ts";
import { createOrganisation, type NewOrganisation } from "../../src/modules/organisations/index.ts";
import { systemClock } from "../../src/platform/clock/clock.ts";
import { newKey } from "../../src/platform/crypto/field-cipher.ts";
import { type Database, openDatabase } from "../../src/platform/db/database.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import type { Logger } from "../../src/platform/log/logger.ts";
import { cloneDatabase, type TestDatabase } from "../setup/database.ts";

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly ifMatch?: number;
  /** A fresh key where none is given. */
  readonly idempotencyKey?: string;
}

export interface TestKernel {
  readonly kernel: Kernel;
  readonly database: Database;
  readonly urls: Pick<TestDatabase, "ownerUrl" | "appUrl" | "workerUrl">;
  newOrganisation(changes?: Partial<NewOrganisation>): Promise<OrganisationContext>;
  as(organisation: OrganisationContext, role: Role, more?: Partial<Actor> & Partial<Pick<Context, "locale">>): Context;
  run(operation: Operation, context: Context, asked?: Asked): Promise<Result<unknown>>;
  stop(): Promise<void>;
}

const silentLog = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} } as unknown as Logger;

export async function startTestKernel(): Promise<TestKernel> {
  const clone = await cloneDatabase();
  const database = openDatabase({ url: clone.appUrl, maxConnections: 8, onError: () => {} });
  const keyring = makeKeyring(newKey(), newKey(), systemClock.nowMs);
  const kernel: Kernel = { database, keyring, log: silentLog };

  async function newOrganisation(changes: Partial<NewOrganisation> = {}): Promise<OrganisationContext> {
    const organisation = { ...anOrganisation(), ...changes };
    await database.transaction({ orgId: organisation.orgId }, async (tx) => {
      const made = await createOrganisation(tx, keyring, organisation);
      if (!made.ok) throw new Error(`the test organisation was refused: ${made.code}`);
    });
    const { orgId, name, zone, country, defaultLocale, phone, guestBooking } = organisation;
    return { orgId, slug: organisation.slug ?? "", name, zone, country, defaultLocale, phone, guestBooking };
  }

  // Refusals and sign-ins of nobody's organisation are recorded here.
  await newOrganisation({ orgId: platformOrganisationId, slug: null, kind: "platform", name: "Cita" });

  return {
    kernel,
    database,
    urls: clone,
    newOrganisation,
    as: contextFor,
    run: (operation, context, asked = {}) =>
      runOperation(kernel, operation, {
        params: { slug: context.organisation.slug, ...asked.params },
        query: asked.query ?? {},
        body: asked.body,
        ifMatch: asked.ifMatch ?? null,
        idempotencyKey: asked.idempotencyKey ?? newId(),
        context,
        session: { start: () => {}, end: () => {} },
      }),
    async stop() {
      await database.close();
      await clone.drop();
    },
  };
}

function anOrganisation(): NewOrganisation {
  const orgId = newId();
  return {
    orgId,
    slug: `clinic-${orgId.slice(-12)}`,
    name: "Harbour Health",
    kind: "clinic",
    zone: "America/New_York",
    country: "US",
    defaultLocale: "en",
    locales: ["en", "es"],
    phone: "+12125550100",
    email: "desk@harbour.example",
    accent: null,
    listed: false,
    guestBooking: false,
    policy: {},
  };
}

const contextFor: TestKernel["as"] = (organisation, role, { locale = "en", ...actor } = {}) => ({
  organisation,
  actor: {
    personId: role === "public" ? null : newId(),
    sessionId: role === "public" ? null : newId(),
    roles: [role],
    patientId: null,
    providerId: null,
    departmentIds: [],
    holder: randomBytes(32),
    anonymous: role === "public",
    ...actor,
  },
  locale,
  requestId: newId(),
  addressHash: randomBytes(32),
  origin: "web",
  nowMs: systemClock.nowMs(),
});
