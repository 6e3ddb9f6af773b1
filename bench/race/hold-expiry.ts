/**
 * R7: a hold is confirmed, and its time is wanted by somebody else, both within 50 ms of the moment it expires.
 *
 * The database's clock decides. It is read before and after each call on the same connection, so that the moment of the
 * decision lies between: a hold won after it expired, or refused before, shows.
 */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { bookVisit } from "../../src/modules/booking/book-visit.ts";
import { seededRandom } from "../../src/modules/imports/synthetic/seeded-random.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { type DirectBooking, directVisits, rangeFrom } from "../stage/direct-visits.ts";
import { shifted, startOf } from "../stage/free-starts.ts";
import type { Stage } from "../stage/stage.ts";
import { figure, sideBySide, type TrialResult, tally } from "../trial.ts";
import { brokenRules, lostAppointments } from "./check-bookings.ts";

export interface HoldExpirySize {
  readonly tries: number;
  readonly workers: number;
  readonly reapers: number;
  /** A lapsed hold may be won again, when its time is still free. */
  readonly reacquire: boolean;
  /** Each try has a time of its own; several runs on one stage begin where the one before ended. */
  readonly firstSlot: number;
  readonly seed: number;
}

interface Moment {
  readonly outcome: string;
  readonly before: number;
  readonly after: number;
}

const lifetime = 100;

export async function holdExpiry(stage: Stage, size: HoldExpirySize): Promise<TrialResult> {
  const random = seededRandom(size.seed);
  const pool = new pg.Pool({ connectionString: stage.database.appUrl, max: size.workers * 2 });
  const patients = await stage.patients(size.workers * 2);
  const visitOf = await directVisits(stage);
  const reaping = startReapers(stage, size.reapers);
  const broken = new Set<string>();
  const [outcomes, acknowledged]: [string[], string[]] = [[], []];

  await sideBySide([...new Array(size.tries).keys()], size.workers, async (index) => {
    const { service, visit, providerId, roomId } = slotOf(stage, size.firstSlot + index);
    const [holder, rival] = [
      patients[(index % size.workers) * 2] ?? "",
      patients[(index % size.workers) * 2 + 1] ?? "",
    ];
    const hold = await newHold(stage, { service: service.id, providerId, roomId, ...visit });
    const wanted = { service, providerId, roomId, visit };
    const [mine, theirs] = await Promise.all([
      at(hold.expiresAt + random.integer(-50, 50)).then(() =>
        timed(
          pool,
          visitOf({ ...wanted, patientId: holder, hold: { ...hold, reacquire: size.reacquire } }),
          acknowledged,
        ),
      ),
      at(hold.expiresAt + random.integer(-50, 50)).then(() =>
        timed(pool, visitOf({ ...wanted, patientId: rival }), acknowledged),
      ),
    ]);
    outcomes.push(`holder ${mine.outcome}, other ${theirs.outcome}`);
    for (const fault of faults(mine, theirs, hold.expiresAt, size.reacquire)) broken.add(fault);
  });
  await reaping.stop();
  await pool.end();
  return {
    id: "R7",
    title: `${size.tries} holds confirmed within 50 ms of their end, ${size.reapers} reapers${size.reacquire ? ", lapsed ones won again" : ""}`,
    figures: [figure("outcomes", tally(outcomes)), figure("seed", size.seed)],
    broken: [...broken, ...(await lostAppointments(stage, acknowledged)), ...(await brokenRules(stage))],
    missed: [],
  };
}

/** What may not be, whatever the timing was. */
function faults(mine: Moment, theirs: Moment, expiresAt: number, reacquire: boolean): string[] {
  const found: string[] = [];
  if (mine.outcome === "won" && theirs.outcome === "won") found.push("one time was given to two");
  if (theirs.outcome === "won" && theirs.after < expiresAt) found.push("a held time was given to somebody else");
  if (mine.outcome === "CT410" && mine.after < expiresAt) found.push("a hold was refused before it expired");
  if (mine.outcome === "won" && mine.before >= expiresAt && !reacquire) found.push("an expired hold was confirmed");
  const mayBe = reacquire ? ["won", "CT409"] : ["won", "CT410"];
  if (!mayBe.includes(mine.outcome)) found.push(`the holder was answered ${mine.outcome}`);
  if (!["won", "CT409"].includes(theirs.outcome)) found.push(`the other one was answered ${theirs.outcome}`);
  return found;
}

function slotOf(stage: Stage, n: number) {
  const service = stage.service("held");
  const { durationMinutes, providerIds, roomIds } = service;
  const startsAt = shifted(startOf(stage, "held", 0), Math.floor(n / providerIds.length) * durationMinutes);
  const which = n % providerIds.length;
  return {
    service,
    providerId: providerIds[which] ?? "",
    roomId: roomIds[which] ?? "",
    visit: rangeFrom(startsAt, durationMinutes),
  };
}

interface HeldTime {
  readonly service: string;
  readonly providerId: string;
  readonly roomId: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** As `hold_visit` leaves it, but with an end that comes at once: the function counts in minutes. */
async function newHold(
  { owner, orgId, catalogue }: Stage,
  { service, providerId, roomId, startsAt, endsAt }: HeldTime,
) {
  const id = newId();
  const holder = Buffer.from(id);
  const [location] = catalogue.locations.keys();
  const { rows } = await owner.query<{ expiresAt: number }>(
    `with held as (
       insert into hold (org_id, id, holder, service_id, provider_id, room_id, location_id, starts_at, ends_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 * 60), to_timestamp($9 * 60), clock_timestamp() + make_interval(secs => $10))
       returning expires_at
     ), claimed as (
       insert into claim (org_id, resource_id, kind, hold_id, starts_at, ends_at)
       select $1, id, 'hold', $2, to_timestamp($8 * 60), to_timestamp($9 * 60) from unnest(array[$5, $6]::uuid[]) as wanted (id)
     )
     select (extract(epoch from expires_at) * 1000)::float8 as "expiresAt" from held`,
    [orgId, id, holder, service, providerId, roomId, location, startsAt, endsAt, lifetime / 1000],
  );
  return { id, holder, expiresAt: Number(rows[0]?.expiresAt) };
}

/** Until a moment by the clock that this machine shares with its database, in milliseconds since 1970. */
const at = (moment: number): Promise<void> => wait(Math.max(0, moment - performance.timeOrigin - performance.now()));

async function timed(pool: pg.Pool, { id, values }: DirectBooking, acknowledged: string[]): Promise<Moment> {
  const client = await pool.connect();
  try {
    const before = await clockOf(client);
    const outcome = await client.query({ name: bookVisit.name, text: bookVisit.text, values }).then(
      () => "won",
      (error: { code?: string }) => error.code ?? String(error),
    );
    if (outcome === "won") acknowledged.push(id);
    return { outcome, before, after: await clockOf(client) };
  } finally {
    client.release();
  }
}

async function clockOf(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ at: number }>(
    "select (extract(epoch from clock_timestamp()) * 1000)::float8 as at",
  );
  return Number(rows[0]?.at);
}

/** More eager than the worker's, which leaves a lapsed hold for a minute: it deletes in the very moment of the race. */
function startReapers({ owner, orgId }: Stage, count: number): { stop(): Promise<void> } {
  let isStopped = false;
  const reapers = Array.from({ length: count }, async () => {
    while (!isStopped) {
      await owner.query("delete from hold where org_id = $1 and expires_at < clock_timestamp()", [orgId]);
      await wait(2);
    }
  });
  return {
    async stop() {
      isStopped = true;
      await Promise.all(reapers);
    },
  };
}
