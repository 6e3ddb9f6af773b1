/**
 * R2: visits that want a provider, a room, a device and a patient each, in any order, overlapping here and there.
 * This is the race that deadlocks in a naive build. The database's function is driven directly, as the API calls it.
 */
import { bookVisit } from "../../src/modules/booking/book-visit.ts";
import { seededRandom } from "../../src/modules/imports/synthetic/seeded-random.ts";
import { openDatabase } from "../../src/platform/db/database.ts";
import { isWorthRetrying, sqlStateOf } from "../../src/platform/db/database-error.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { directVisits, rangeFrom } from "../stage/direct-visits.ts";
import { shifted, startOf } from "../stage/free-starts.ts";
import type { Stage } from "../stage/stage.ts";
import { figure, sideBySide, type TrialResult, tally } from "../trial.ts";
import { brokenRules, deadlocksSoFar, lostAppointments } from "./check-bookings.ts";

export interface PartialOverlapSize {
  readonly attempts: number;
  readonly clients: number;
  /** Connections that the clients share. */
  readonly connections: number;
  readonly days: number;
  readonly seed: number;
}

const wantedPerSecond = 200;

export async function partialOverlap(stage: Stage, size: PartialOverlapSize): Promise<TrialResult> {
  const { orgId, owner } = stage;
  const service = stage.service("theatre");
  const random = seededRandom(size.seed);
  const patients = await stage.patients(500);
  const devices = await newDevices(stage, 4);
  const visitOf = await directVisits(stage);
  const first = startOf(stage, "theatre", 0);
  const deadlocksBefore = await deadlocksSoFar(stage);

  const pool = openDatabase({ url: stage.database.appUrl, maxConnections: size.connections, onError: () => {} });
  const turn = turns(size.connections);
  const [booked, outcomes, retried]: [string[], string[], string[]] = [[], [], []];
  async function attempt(): Promise<void> {
    const { id, values } = visitOf({
      ...{ service, providerId: random.pick(service.providerIds), roomId: random.pick(service.roomIds) },
      ...{ devices: [random.pick(devices)], patientId: random.pick(patients) },
      visit: rangeFrom(shifted(first, 5 * random.integer(0, size.days * 288 - 1)), 5 * random.integer(4, 18)),
      inOrder: (claims) => claims.toSorted(() => random.next() - 0.5),
    });
    for (;;) {
      try {
        await turn(() => pool.alone(bookVisit, values));
        booked.push(id);
        outcomes.push("booked");
        return;
      } catch (error) {
        const state = sqlStateOf(error) ?? String(error);
        // The server repeats the same call for these; a client never sees them.
        if (isWorthRetrying(error)) retried.push(state);
        else {
          outcomes.push(state);
          return;
        }
      }
    }
  }
  const startedAt = performance.now();
  await sideBySide(new Array(size.attempts).fill(null), size.clients, attempt);
  const seconds = (performance.now() - startedAt) / 1000;
  await pool.close();

  const { rows } = await owner.query<{ count: string }>(
    `select count(*) from unnest($2::uuid[]) as told (id)
     where (select count(*) from claim c where c.org_id = $1 and c.appointment_id = told.id) <> 4`,
    [orgId, booked],
  );
  const halves = Number(rows[0]?.count);
  const strange = outcomes.filter((outcome) => !["booked", "CT409", "CT40P"].includes(outcome));
  const perSecond = booked.length / seconds;
  const retriedShare = retried.length / size.attempts;
  return {
    id: "R2",
    title: `${size.attempts} attempts by ${size.clients} clients on 8 providers, 8 rooms, 4 devices`,
    figures: [
      figure("outcomes", tally(outcomes)),
      figure("bookings and attempts per second", `${Math.round(perSecond)} and ${Math.round(size.attempts / seconds)}`),
      figure("retried", `${tally(retried)} (${(retriedShare * 100).toFixed(3)} %)`),
      figure("deadlocks", (await deadlocksSoFar(stage)) - deadlocksBefore),
      figure("seed", size.seed),
    ],
    broken: [
      ...(halves > 0 ? [`${halves} visits without their four claims`] : []),
      ...(strange.length > 0 ? [`outcomes that nobody should see: ${tally(strange)}`] : []),
      ...(retriedShare > 0.001 ? ["more than 0.1 % of the attempts had to be repeated"] : []),
      ...(await lostAppointments(stage, booked)),
      ...(await brokenRules(stage)),
    ],
    missed:
      perSecond < wantedPerSecond
        ? [`${Math.round(perSecond)} bookings per second, wanted are ${wantedPerSecond}`]
        : [],
  };
}

async function newDevices({ owner, orgId }: Stage, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await owner.query(
    "insert into resource (org_id, id, kind) select $1, id, 'equipment' from unnest($2::uuid[]) as made (id)",
    [orgId, ids],
  );
  return ids;
}

/** Lets this many in at a time: more clients than connections wait here, where waiting has no limit. */
function turns(count: number): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (act) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((done) => waiting.push(done));
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
