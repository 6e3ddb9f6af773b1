/**
 * Availability search over HTTP, for one provider and a month, for twenty, and for a hundred and a quarter of a year, beside
 * a trivial route on the same server. About half of every calendar is taken, as in a clinic that is doing well.
 */
import { fire } from "./load-generator.ts";
import { pathOf } from "./stage/api.ts";
import type { StageClinic } from "./stage/clinic-file.ts";
import type { BenchPostgres } from "./stage/postgres.ts";
import { openStage, type Stage, serveApart } from "./stage/stage.ts";
import { note, printTable } from "./trial.ts";

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const connections = 16;

const clinic: StageClinic = {
  slug: "searched",
  desks: 1,
  services: [
    { key: "one", providers: 1, rooms: 0, visitMinutes: 30 },
    { key: "twenty", providers: 20, rooms: 0, visitMinutes: 30 },
    { key: "twenty-with-rooms", providers: 20, rooms: 12, visitMinutes: 30 },
    { key: "hundred", providers: 100, rooms: 0, visitMinutes: 30 },
  ],
};

interface Question {
  readonly what: string;
  readonly service: string;
  /** One request asks for 62 days at most, so 90 are two requests, and both count as one search. */
  readonly windows: readonly number[];
}

const questions: readonly Question[] = [
  { what: "1 provider x 30 days", service: "one", windows: [30] },
  { what: "20 providers x 30 days", service: "twenty", windows: [30] },
  { what: "20 providers x 30 days, one of 12 rooms", service: "twenty-with-rooms", windows: [30] },
  { what: "100 providers x 90 days, as 62 + 28", service: "hundred", windows: [62, 28] },
];

/** How many promises were broken. */
export async function measureSearch(postgres: BenchPostgres): Promise<number> {
  const stage = await openStage(postgres, clinic);
  await fillCalendars(stage);
  const served = await serveApart(stage, connections);
  try {
    let [before, failed] = [await measure(served.url, trivial), 0];
    const rows: string[][] = [];
    for (const { what, service, windows } of questions) {
      const paths = pathsOf(stage, service, windows);
      const bytes = await answerSize(served.url, paths);
      const found = await measure(served.url, paths);
      // A machine is never quiet for long: the floor is taken before and after what stands on it.
      const after = await measure(served.url, trivial);
      const floor = (before.perSecond + after.perSecond) / 2;
      rows.push([
        what,
        ...show(found),
        rate(floor),
        (found.perSecond / floor).toFixed(3),
        `${Math.round(bytes / 1024)} KiB`,
      ]);
      before = after;
      failed += found.failed + after.failed;
    }
    const headings = ["", "searches/s", "p50 ms", "p95 ms", "p99 ms", "trivial route/s", "share", "answer"];
    printTable(
      `Availability search over HTTP, ${connections} connections, half of every calendar taken`,
      headings,
      rows,
    );
    if (failed > 0) note(`BROKEN: ${failed} searches were not answered with 200`);
    return failed > 0 ? 1 : 0;
  } finally {
    await served.stop();
    await stage.close();
  }
}

function pathsOf(stage: Stage, service: string, windows: readonly number[]): string[] {
  const serviceId = stage.service(service).id;
  let from = Temporal.Now.plainDateISO("America/New_York");
  return windows.map((days) => {
    const query = { serviceId, days: String(days), from: from.toString() };
    from = from.add({ days });
    return pathOf("availability.search", stage.slug, "", query);
  });
}

async function answerSize(url: string, paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    const answer = await fetch(url + path);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`a search was answered ${answer.status}: ${text}`);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** As many as fit into the time, but enough to speak of a median. */
async function measure(url: string, paths: readonly string[]) {
  const requests = paths.map((path) => ({ method: "GET", path }));
  const warm = await fire({ url, connections, amount: 2 * connections * paths.length, requests });
  const amount = Math.max(4 * connections * paths.length, Math.round(warm.answersPerSecond * seconds));
  const { answersPerSecond, within, failed } = await fire({ url, connections, amount, requests });
  // A search of two requests takes as long as both.
  const waits = [0.5, 0.95, 0.99].map((share) => within(share) * paths.length);
  return { perSecond: answersPerSecond / paths.length, waits, failed: warm.failed + failed };
}

const trivial = ["/bench/trivial"];
const rate = (perSecond: number): string => (perSecond < 10 ? perSecond.toFixed(1) : String(Math.round(perSecond)));

const show = ({ perSecond, waits }: Awaited<ReturnType<typeof measure>>): string[] => [
  rate(perSecond),
  ...waits.map((wait) => wait.toFixed(1)),
];

/** Of the twenty half-hours of a day: three blocks of visits, as the desk fills a day, with three gaps between them. */
const takenHalfHours = [0, 1, 2, 3, 6, 7, 8, 12, 13, 14];

/** Ten visits of each provider on each of a hundred days, straight into the tables. */
async function fillCalendars({ owner, orgId, catalogue, patients }: Stage): Promise<void> {
  const [patientId] = await patients(1);
  const [departmentId] = catalogue.departments.keys();
  const [locationId] = catalogue.locations.keys();
  const firstDay = Temporal.Now.zonedDateTimeISO("America/New_York").toPlainDate();
  const mornings = Array.from({ length: 100 }, (_, day) =>
    firstDay.add({ days: day }).toZonedDateTime({ timeZone: "America/New_York", plainTime: "08:00" }),
  );
  const starts = mornings.flatMap((morning) =>
    takenHalfHours.map((half) =>
      morning
        .add({ minutes: half * 30 })
        .toInstant()
        .toString(),
    ),
  );
  for (const service of catalogue.services.values()) {
    for (const providerId of service.providerIds) {
      await owner.query(
        `with visit as (
           insert into appointment (org_id, id, reference, status, patient_id, service_id, provider_id, department_id, location_id,
             modality, starts_at, ends_at, zone, local_start, channel, booked_at)
           select $1, gen_random_uuid(), gen_random_uuid()::text, 'booked', $2, $3, $4, $5, $6, 'in-person', at,
             at + interval '30 minutes', 'America/New_York', '', 'import', clock_timestamp()
           from unnest($7::timestamptz[]) as chosen (at)
           returning id, starts_at, ends_at)
         insert into claim (org_id, resource_id, kind, appointment_id, starts_at, ends_at)
         select $1, $4, 'appointment', id, starts_at, ends_at from visit`,
        [orgId, patientId, service.id, providerId, departmentId, locationId, starts],
      );
    }
  }
  await owner.query("analyze claim, appointment");
}
