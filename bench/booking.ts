/**
 * Bookings per second through the whole API, beside what they could be at most on this machine: A, the same call of the
 * database with no API around it, and B, a bare route with one statement and nothing around that.
 */

import { bookingClinic, freePlaces } from "./booking/clinic.ts";
import { barely, byDatabaseClients, byHold, directly, type Load, type Rate } from "./booking/load.ts";
import type { SpentTime } from "./booking/spent-time.ts";
import { brokenRules } from "./race/check-bookings.ts";
import { directVisits } from "./stage/direct-visits.ts";
import type { BenchPostgres } from "./stage/postgres.ts";
import { startServerProcess } from "./stage/server-process.ts";
import { openStage, type Patient, type Served, type Stage, serveApart } from "./stage/stage.ts";
import { note, printTable } from "./trial.ts";

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
  const next = freePlaces(
    stage,
    patients.map(({ id }) => id),
  );
  const rows: Row[] = [];
  let spent: SpentTime = {};
  try {
    for (const clients of [16, 64]) {
      const measured = await measureOnce(stage, next, patients, { clients, bookings });
      rows.push(...measured.rows);
      spent = measured.spent;
    }
    printTable("Bookings through the whole API, and the floors", headings, rows.map(show));
    printSpent(spent);
    const slow = await measureSlowFlush(postgres, stage, next);
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
  rows.filter(({ rate }) => rate.failed > 0).map(({ what, rate }) => `${what}: ${rate.failed} of ${bookings} failed`);

type NextPlace = ReturnType<typeof freePlaces>;

async function measureOnce(stage: Stage, next: NextPlace, patients: readonly Patient[], load: Load) {
  const { clients } = load;
  const floorA = await byDatabaseClients(stage, await directVisits(stage), next, load);
  const floorB = await measureBare(stage, next, load);
  const served = await serveApart(stage, clients);
  try {
    await directly(stage, served.url, next, { clients, bookings: bookings / 5 });
    const desk = await directly(stage, served.url, next, load);
    await profile(served);
    await directly(stage, served.url, next, load);
    const spent = await profile(served);
    const online = await byHold(stage, served.url, next, patients, load);
    const rows: Row[] = [
      { what: "A  the database's call alone", clients, rate: floorA, floor: floorB },
      { what: "B  bare route, one statement", clients, rate: floorB, floor: floorB },
      { what: "API: the desk books", clients, rate: desk, floor: floorB },
      { what: "API: a patient holds, then books", clients, rate: online, floor: floorB },
    ];
    return { rows, spent };
  } finally {
    await served.stop();
  }
}

async function measureBare(stage: Stage, next: NextPlace, load: Load): Promise<Rate> {
  const { catalogue, database, orgId } = stage;
  const [[departmentId], [locationId]] = [[...catalogue.departments.keys()], [...catalogue.locations.keys()]];
  const message = { url: database.appUrl, orgId, departmentId, locationId, connections: 16 };
  const bare = await startServerProcess(new URL("./booking/bare-server.ts", import.meta.url), message);
  try {
    await barely(bare.url, next, { ...load, bookings: bookings / 5 });
    return await barely(bare.url, next, load);
  } finally {
    await bare.stop();
  }
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

async function measureSlowFlush(postgres: BenchPostgres, stage: Stage, next: NextPlace): Promise<Row[]> {
  await postgres.slowFlush(true);
  const load = { clients: 64, bookings };
  try {
    const rows: Row[] = [];
    const floor = await measureBare(stage, next, load);
    rows.push({ what: "B  bare route, one statement", clients: 64, rate: floor, floor });
    for (const isPublishing of [false, true]) {
      const served = await serveApart(stage, 64, { isPublishing });
      await directly(stage, served.url, next, { ...load, bookings: bookings / 5 });
      const rate = await directly(stage, served.url, next, load);
      rows.push({
        what: `API: the desk books, ${isPublishing ? "published live" : "not published"}`,
        clients: 64,
        rate,
        floor,
      });
      await served.stop();
    }
    return rows;
  } finally {
    await postgres.slowFlush(false);
  }
}
