/**
 * Bookings per second through the whole API, beside what they could be at most on this machine: A, the same call of the
 * database with no API around it, and B, a bare route with one statement and nothing around that.
 */

import { bookingClinic, type FreePlaces, freePlaces } from "./booking/clinic.ts";
import { barely, byDatabaseClients, byHold, directly, type Load, type Rate } from "./booking/load.ts";
import type { SpentTime } from "./booking/spent-time.ts";
import { brokenRules } from "./race/check-bookings.ts";
import { directVisits } from "./stage/direct-visits.ts";
import type { BenchPostgres } from "./stage/postgres.ts";
import { startServerProcess } from "./stage/server-process.ts";
import { openStage, type Patient, type Served, type Stage, serveApart } from "./stage/stage.ts";
import { note, printTable, quantile } from "./trial.ts";

const bookings = Number(process.env.BENCH_BOOKINGS ?? 3_000);
const patientCount = 400;

interface Row {
  readonly what: string;
  readonly clients: number;
  readonly rate: Rate;
  readonly floor?: Rate;
}

const show = ({ what, clients, rate, floor }: Row): string[] => [
  what,
  String(clients),
  String(Math.round(rate.perSecond)),
  `${Math.round(rate.p50)}`,
  `${Math.round(rate.p99)}`,
  floor === undefined ? "" : (rate.perSecond / floor.perSecond).toFixed(2),
  rate.failed === 0 ? "" : String(rate.failed),
];
const headings = ["", "clients", "bookings/s", "median ms", "p99 ms", "share of B", "failed"];

/** How many promises were broken. */
export async function measureBooking(postgres: BenchPostgres): Promise<number> {
  const stage = await openStage(postgres, bookingClinic);
  const patients = await stage.signedInPatients(patientCount);
  const places = freePlaces(
    stage,
    patients.map(({ id }) => id),
  );
  const rows: Row[] = [];
  let spent: SpentTime = {};
  try {
    for (const clients of [16, 64]) {
      const measured = await measureOnce(stage, places, patients, clients);
      rows.push(...measured.rows);
      spent = measured.spent;
    }
    printTable("Bookings through the whole API, and the floors", headings, rows.map(show));
    printSpent(spent);
    const slow = await measureSlowFlush(postgres, stage, places);
    printTable(
      "The same with every flush a millisecond slower (commit_delay 1000, commit_siblings 0)",
      headings,
      slow.map(show),
    );
    const broken = [
      ...(await brokenRules(stage)).filter((rule) => !causedByFloorB(rule)),
      ...failures([...rows, ...slow]),
    ];
    for (const line of broken) note(`BROKEN: ${line}`);
    return broken.length;
  } finally {
    await stage.close();
  }
}

/** Floor B leaves out what a booking owes: its appointments have no changes. */
const causedByFloorB = (rule: string): boolean => / changes /.test(rule);

const failures = (rows: readonly Row[]): string[] =>
  rows.filter(({ rate }) => rate.failed > 0).map(({ what, rate }) => `${what}: ${rate.failed} failed`);

/** A machine is never quiet for long: what is compared is measured in turns, and the median turn counts. */
const turns = 5;

async function measureOnce(stage: Stage, places: FreePlaces, patients: readonly Patient[], clients: number) {
  const load: Load = { clients, bookings: Math.round(bookings / turns) };
  const visitOf = await directVisits(stage);
  const bare = await startBare(stage);
  const served = await serveApart(stage, clients);
  const contenders: readonly [what: string, measure: () => Promise<Rate>][] = [
    ["A  the database's call alone", () => byDatabaseClients(stage, visitOf, places.next, load)],
    [floorB, () => barely(bare.url, places.next, load)],
    ["API: the desk books", () => directly(stage, served.url, places.next, load)],
    ["API: a patient holds, then books", () => byHold(stage, served.url, places.next, patients, load)],
  ];
  try {
    const rows = await inTurns(contenders, places, clients);
    places.startAfresh();
    await profile(served);
    await directly(stage, served.url, places.next, load);
    return { rows, spent: await profile(served) };
  } finally {
    await served.stop();
    await bare.stop();
  }
}

const floorB = "B  bare route, one statement";

async function inTurns(
  contenders: readonly [what: string, measure: () => Promise<Rate>][],
  places: FreePlaces,
  clients: number,
): Promise<Row[]> {
  const rates = contenders.map((): Rate[] => []);
  for (let turn = 0; turn <= turns; turn++) {
    for (const [index, [, measure]] of contenders.entries()) {
      places.startAfresh();
      const rate = await measure();
      // The first turn warms up.
      if (turn > 0) rates[index]?.push(rate);
    }
  }
  const medians = rates.map(medianOf);
  const floor = medians[contenders.findIndex(([what]) => what === floorB)];
  return contenders.flatMap(([what], index) => {
    const rate = medians[index];
    return rate === undefined || floor === undefined ? [] : [{ what, clients, rate, floor }];
  });
}

function medianOf(rates: readonly Rate[]): Rate {
  const median = (pick: (rate: Rate) => number) => quantile(rates.map(pick), 0.5);
  return {
    perSecond: median(({ perSecond }) => perSecond),
    p50: median(({ p50 }) => p50),
    p99: median(({ p99 }) => p99),
    failed: rates.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function startBare({ catalogue, database, orgId }: Stage) {
  const [[departmentId], [locationId]] = [[...catalogue.departments.keys()], [...catalogue.locations.keys()]];
  const message = { url: database.appUrl, orgId, departmentId, locationId, connections: 16 };
  return startServerProcess(new URL("./booking/bare-server.ts", import.meta.url), message);
}

/** Starts the server's profiler, or stops it and says where the time went. */
async function profile({ url }: Served): Promise<SpentTime> {
  const answer = await fetch(`${url}/bench/profile`, { method: "POST" });
  return (await answer.json()) as SpentTime;
}

function printSpent(spent: SpentTime): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const rows = Object.entries(spent).map(([part, share]) => [part, percent(share)]);
  printTable("What costs most: the server's time while the desk books", ["", "share"], rows);
}

async function measureSlowFlush(postgres: BenchPostgres, stage: Stage, places: FreePlaces): Promise<Row[]> {
  const clients = 64;
  const load: Load = { clients, bookings: Math.round(bookings / turns) };
  const bare = await startBare(stage);
  const silent = await serveApart(stage, clients, { isPublishing: false });
  const live = await serveApart(stage, clients);
  await postgres.slowFlush(true);
  try {
    return await inTurns(
      [
        [floorB, () => barely(bare.url, places.next, load)],
        ["API: the desk books, not published", () => directly(stage, silent.url, places.next, load)],
        ["API: the desk books, published live", () => directly(stage, live.url, places.next, load)],
      ],
      places,
      clients,
    );
  } finally {
    await postgres.slowFlush(false);
    await Promise.all([bare, silent, live].map((server) => server.stop()));
  }
}
