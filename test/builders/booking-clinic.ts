/**
 * A clinic in which visits can be booked: the small clinic's file, imported, with calendars and a change feed.
 *
 * `const clinic = await startBookingClinic(); afterAll(clinic.stop);`
 * `const start = await clinic.firstStart();`
 */
import { readFile } from "node:fs/promises";
import type { AnswerOf, Contract, RouteName } from "../../src/contract/index.ts";
import type { Role } from "../../src/domain/access/index.ts";
import type {
  Actor,
  ChangeFeed,
  Context,
  Operation,
  OrganisationContext,
  Refusal,
  Result,
} from "../../src/modules/_kernel/index.ts";
import { startChangeFeed } from "../../src/modules/_kernel/index.ts";
import { availabilityOperations, type CalendarCache, makeCalendarCache } from "../../src/modules/availability/index.ts";
import { bookingOperations } from "../../src/modules/booking/index.ts";
import { catalogueOf } from "../../src/modules/directory/index.ts";
import { importClinic } from "../../src/modules/imports/clinic/import-clinic.ts";
import { readClinicFile } from "../../src/modules/imports/index.ts";
import { findOrganisation } from "../../src/modules/organisations/index.ts";
import { createPatients } from "../../src/modules/patients/index.ts";
import { scheduleOperations } from "../../src/modules/schedules/index.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { type Asked, startTestKernel, type TestKernel } from "./test-kernel.ts";

export interface BookingClinic {
  readonly t: TestKernel;
  readonly organisation: OrganisationContext;
  readonly cache: CalendarCache;
  readonly feed: ChangeFeed;
  readonly serviceId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly roomId: string;
  readonly departmentIds: readonly string[];
  newPatients(count: number): Promise<string[]>;
  /** A patient with an account, signed in. */
  newPatient(): Promise<Context>;
  visitor(): Context;
  as(role: Role, more?: Partial<Actor>): Context;
  ask<N extends RouteName>(name: N, who: Context, asked?: Asked): Promise<Result<AnswerOf<Contract[N]>>>;
  get<N extends RouteName>(name: N, who: Context, asked?: Asked): Promise<AnswerOf<Contract[N]>>;
  refusal(name: RouteName, who: Context, asked?: Asked): Promise<Refusal>;
  /** Free starts of the service from tomorrow on. */
  freeStarts(who?: Context): Promise<string[]>;
  stop(): Promise<void>;
}

const file = new URL("../../src/modules/imports/fixtures/small-clinic.yaml", import.meta.url);

export async function startBookingClinic(edit: (yaml: string) => string = (yaml) => yaml): Promise<BookingClinic> {
  const t = await startTestKernel();
  const { database, keyring, log } = t.kernel;
  const read = readClinicFile(edit(await readFile(file, "utf8")));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await importClinic(database, keyring, read.clinic, {});
  const organisation = await findOrganisation(database)(read.clinic.organisation.slug);
  if (organisation === null) throw new Error("the clinic was not imported");
  const { orgId } = organisation;
  const feed = await startChangeFeed(database, log);
  const cache = makeCalendarCache(database, feed, 200);
  const operations = new Map<string, Operation>(
    [...availabilityOperations(cache), ...bookingOperations(cache, feed), ...scheduleOperations(feed)].map((each) => [
      each.name,
      each,
    ]),
  );
  const catalogue = await catalogueOf(database, orgId);
  const service = [...catalogue.services.values()][0];
  const provider = catalogue.providers.get(service?.providerIds[0] ?? "");
  const room = catalogue.rooms.get(service?.roomIds[0] ?? "");
  if (service === undefined || provider === undefined || room === undefined)
    throw new Error("the clinic has no bookable service");

  const as = (role: Role, more: Partial<Actor> = {}): Context => {
    const base = t.as(organisation, role);
    return { ...base, actor: { ...base.actor, departmentIds: [...catalogue.departments.keys()], ...more } };
  };
  async function ask(name: RouteName, who: Context, asked: Asked = {}): Promise<Result<never>> {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`no operation ${name}`);
    const now = { ...who, nowMs: cache.nowMs() };
    return (await t.run(operation, now, asked)) as Result<never>;
  }
  async function get(name: RouteName, who: Context, asked: Asked = {}): Promise<never> {
    const result = await ask(name, who, asked);
    if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result)}`);
    return result.value;
  }
  async function newPatients(count: number): Promise<string[]> {
    const details = Array.from({ length: count }, (_, index) => ({
      ...{
        given: "Nora",
        family: `Quintana ${index}`,
        birthDate: "1980-05-17",
        email: null,
        phone: null,
        locale: "en" as const,
      },
    }));
    const made = await database.transaction({ orgId }, (tx) => createPatients(tx, keyring, orgId, details, "desk"));
    return made.flatMap((patient) => patient?.id ?? []);
  }
  return {
    ...{ t, organisation, cache, feed, as, newPatients },
    serviceId: service.id,
    providerId: provider.id,
    locationId: room.locationId,
    roomId: room.id,
    departmentIds: [...catalogue.departments.keys()],
    async newPatient() {
      const [patientId] = await newPatients(1);
      return as("patient", { patientId: patientId ?? null, personId: newId(), departmentIds: [] });
    },
    visitor: () => as("public", { personId: null, anonymous: true, departmentIds: [], holder: Buffer.from(newId()) }),
    ask,
    get,
    async refusal(name, who, asked) {
      const result = await ask(name, who, asked);
      if (result.ok) throw new Error(`${name} was not refused`);
      return result;
    },
    async freeStarts(who = as("front-desk")) {
      const found: AnswerOf<Contract["availability.search"]> = await get("availability.search", who, {
        query: { serviceId: service.id, days: 30 },
      });
      return found.providers.flatMap(({ days }) =>
        days.flatMap(({ ranges }) =>
          ranges.flatMap(({ startsAt, count, stepMinutes }) =>
            Array.from({ length: count }, (_, n) =>
              Temporal.Instant.from(startsAt)
                .add({ minutes: n * stepMinutes })
                .toString(),
            ),
          ),
        ),
      );
    },
    async stop() {
      await feed.stop();
      await t.stop();
    },
  };
}
