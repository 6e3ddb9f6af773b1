import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { eventually } from "../../../test/builders/eventually.ts";
import { startTestKernel, type TestKernel } from "../../../test/builders/test-kernel.ts";
import { type Database, openDatabase } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import {
  type EventHandler,
  type OrganisationContext,
  type OutboxEventType,
  organisationsWithWork,
  type RelayOptions,
  type Rounds,
  startRelay,
} from "./index.ts";

let t: TestKernel;
let worker: Database;
let clinic: OrganisationContext;
let relays: Rounds[] = [];

beforeAll(async () => {
  t = await startTestKernel();
  worker = openDatabase({ url: t.urls.workerUrl, maxConnections: 8, onError: () => {} });
});
beforeEach(async () => {
  clinic = await t.newOrganisation();
});
afterEach(async () => {
  await Promise.all(relays.map(({ stop }) => stop()));
  relays = [];
});
afterAll(async () => {
  await worker.close();
  await t.stop();
});

const insertOutbox = statement("test.insert-outbox", "select insert_outbox($1, $2)");
const selectOutbox = statement<{ id: string; attempts: number; processed: boolean }>(
  "test.outbox",
  "select id, attempts, processed_at is not null as processed from outbox where org_id = $1 order by at",
);
const endBackOff = statement("test.end-back-off", "update outbox set claimed_until = null where org_id = $1");
const killOwnConnection = statement("test.kill-own", "select pg_terminate_backend(pg_backend_pid())");

const none: RelayOptions["handlers"] = {
  ...{ "hold.created": [], "hold.extended": [], "hold.released": [] },
  ...{ "appointment.booked": [], "appointment.moved": [], "appointment.cancelled": [] },
  ...{ "appointment.stepped": [], "appointment.edited": [] },
  ...{ "closure.added": [], "closure.removed": [], "hours.changed": [] },
};

async function happens(type: OutboxEventType | "later.type", times = 1): Promise<string[]> {
  const ids = Array.from({ length: times }, () => newId());
  await t.database.transaction({ orgId: clinic.orgId }, async (tx) => {
    for (const id of ids) {
      await tx.run(insertOutbox, [clinic.orgId, { id, type, subject_id: newId(), sequence: 0, payload: { ids: [] } }]);
    }
  });
  return ids;
}

function relay(handlers: Partial<RelayOptions["handlers"]>, everyEvent: EventHandler[] = []): Rounds {
  const options = { database: worker, log: t.kernel.log, everyMs: 50, everyEvent };
  const started = startRelay({
    ...options,
    handlers: { ...none, ...handlers },
    organisations: () => organisationsWithWork(worker),
  });
  relays.push(started);
  return started;
}

const rows = () => worker.transaction({ orgId: clinic.orgId }, (tx) => tx.all(selectOutbox, [clinic.orgId]));
const allProcessed = async () => (await rows()).every(({ processed }) => processed);

it("hands each committed event to those who react to its type, and to those who hear all", async () => {
  const [booked, moved] = [await happens("appointment.booked"), await happens("appointment.moved")];
  const heard: string[] = [];
  const all: string[] = [];
  relay({ "appointment.booked": [async (_tx, { id }) => void heard.push(id)] }, [
    async (_tx, { id, orgId, payload }) => {
      expect([orgId, payload]).toEqual([clinic.orgId, { ids: [] }]);
      all.push(id);
    },
  ]);
  await eventually(allProcessed);
  expect(heard).toEqual(booked);
  expect(all.sort()).toEqual([...booked, ...moved].sort());
  expect(await organisationsWithWork(worker)).not.toContain(clinic.orgId);
});

it("reacts at once when woken, long before its round", async () => {
  const started = startRelay({
    ...{ database: worker, log: t.kernel.log, everyMs: 60_000, handlers: none },
    organisations: async () => [],
  });
  relays.push(started);
  await happens("appointment.booked");
  started.wake(clinic.orgId);
  await eventually(allProcessed, 2_000);
});

it("lets the others through when one reaction fails, and tries that one again", async () => {
  const ids = await happens("appointment.booked", 5);
  const heard: string[] = [];
  let broken = true;
  relay({
    "appointment.booked": [
      async (tx, { id }) => {
        if (broken && id === ids[2]) await tx.run(statementThatFails);
        heard.push(id);
      },
    ],
  });
  await eventually(async () => (await rows()).filter(({ processed }) => processed).length === 4);
  await eventually(async () => (await rows()).some(({ attempts, processed }) => attempts > 0 && !processed));
  broken = false;
  await worker.transaction({ orgId: clinic.orgId }, (tx) => tx.run(endBackOff, [clinic.orgId]));
  await eventually(allProcessed);
  expect(new Set(heard)).toEqual(new Set(ids));
});
const statementThatFails = statement("test.fails", "select 1 / 0");

it("shares the work among several relays: what a reaction writes is written once", async () => {
  await happens("hours.changed", 120);
  const writeDown = statement(
    "test.write-down",
    `insert into message (org_id, id, subject_type, subject_id, sequence, kind, channel, recipient_kind, recipient_id, locale, due_at)
     values ($1, gen_random_uuid(), 'code', $2, 0, 'code', 'sms', 'contact', gen_random_uuid(), 'en', now() + interval '1 day')`,
  );
  const handlers = {
    "hours.changed": [(async (tx, { id }) => void (await tx.run(writeDown, [clinic.orgId, id]))) as EventHandler],
  };
  for (let count = 0; count < 3; count++) relay(handlers);
  await eventually(allProcessed);
  const written = statement<{ count: number }>(
    "test.written",
    "select count(*) as count from message where org_id = $1",
  );
  const found = await worker.transaction({ orgId: clinic.orgId }, (tx) => tx.one(written, [clinic.orgId]));
  expect(found?.count).toBe(120);
});

it("loses nothing when its connection dies in the middle", async () => {
  const ids = await happens("appointment.cancelled", 3);
  const heard = new Set<string>();
  let killed = false;
  relay({
    "appointment.cancelled": [
      async (tx, { id }) => {
        heard.add(id);
        if (killed || heard.size < 2) return;
        killed = true;
        await tx.run(killOwnConnection);
      },
    ],
  });
  await eventually(allProcessed);
  expect(killed).toBe(true);
  expect(heard).toEqual(new Set(ids));
});

it("leaves a type that it does not know to a newer worker", async () => {
  await happens("later.type");
  relay({});
  await happens("hold.created");
  await eventually(async () => (await rows()).filter(({ processed }) => processed).length === 1);
  expect((await rows()).filter(({ processed, attempts }) => !processed && attempts === 0)).toHaveLength(1);
});
