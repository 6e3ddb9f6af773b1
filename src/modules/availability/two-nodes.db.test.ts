import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BookingClinic, startBookingClinic } from "../../../test/builders/booking-clinic.ts";
import { eventually } from "../../../test/builders/eventually.ts";
import { type Database, openDatabase } from "../../platform/db/database.ts";
import { type ChangeFeed, type Operation, startChangeFeed } from "../_kernel/index.ts";
import { availabilityOperations, makeCalendarCache } from "./index.ts";

let clinic: BookingClinic;
let otherDatabase: Database;
let otherFeed: ChangeFeed;
let otherSearch: Operation;

beforeAll(async () => {
  clinic = await startBookingClinic();
  otherDatabase = openDatabase({ url: clinic.t.urls.appUrl, maxConnections: 4, onError: () => {} });
  otherFeed = await startChangeFeed(otherDatabase, clinic.t.kernel.log);
  const [search] = availabilityOperations(makeCalendarCache(otherDatabase, otherFeed, 200));
  if (search === undefined) throw new Error("no search");
  otherSearch = search;
});
afterAll(async () => {
  await otherFeed.stop();
  await otherDatabase.close();
  await clinic.stop();
});

interface Found {
  readonly providers: {
    readonly days: {
      readonly ranges: { readonly startsAt: string; readonly count: number; readonly stepMinutes: number }[];
    }[];
  }[];
}

/** What the other node offers, from its own memory. */
async function startsOnOtherNode(): Promise<string[]> {
  const asked = { query: { serviceId: clinic.serviceId, days: 30 } };
  const result = await clinic.t.run(otherSearch, clinic.visitor(), asked);
  if (!result.ok) throw new Error(result.code);
  return (result.value as Found).providers.flatMap(({ days }) =>
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
}

describe("two nodes on one database [OPS-05][AVAIL-07]", () => {
  it("tell each other of holds, bookings and cancellations within a second", async () => {
    const [startsAt] = await startsOnOtherNode();
    if (startsAt === undefined) throw new Error("nothing is free");
    const patient = await clinic.newPatient();
    const hold = await clinic.get("holds.create", patient, {
      body: { serviceId: clinic.serviceId, providerId: null, startsAt },
    });
    await eventually(async () => !(await startsOnOtherNode()).includes(startsAt), 1_000);
    const booked = await clinic.get("appointments.book", patient, { body: { holdId: hold.id } });
    expect(await startsOnOtherNode()).not.toContain(startsAt);
    await clinic.get("appointments.cancel", patient, {
      params: { id: booked.id },
      ifMatch: 1,
      body: { reason: "Better now" },
    });
    await eventually(async () => (await startsOnOtherNode()).includes(startsAt), 1_000);
  });
});
