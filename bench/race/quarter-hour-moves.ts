/** Visits moved by a quarter of an hour, so that old and new time overlap, while their neighbours are moved as well. */
import type { Appointment } from "../../src/contract/routes/appointments.ts";
import { seededRandom } from "../../src/modules/imports/synthetic/seeded-random.ts";
import { bodyOf } from "../stage/api.ts";
import { shifted, startOf } from "../stage/free-starts.ts";
import type { Served, Stage } from "../stage/stage.ts";
import { figure, milliseconds, quantile, sideBySide, type TrialResult, tally } from "../trial.ts";
import { brokenRules, deadlocksSoFar } from "./check-bookings.ts";

interface Moving {
  readonly id: string;
  version: number;
  startsAt: string;
}

export async function quarterHourMoves(
  stage: Stage,
  { api }: Served,
  size: { visits: number; movesEach: number; workers: number; seed: number },
): Promise<TrialResult> {
  const service = stage.service("visit");
  const random = seededRandom(size.seed);
  const deadlocksBefore = await deadlocksSoFar(stage);
  const [desk = {}] = stage.desks;
  const patients = await stage.patients(size.visits);
  const visits: Moving[] = [];
  // Two visits, then a gap, on one provider: most moves are free, some run into a neighbour and are refused.
  await sideBySide([...patients.entries()], size.workers, async ([n, patientId]) => {
    const startsAt = startOf(stage, "visit", Math.floor(n / 2) * 3 + (n % 2));
    const booked = await api.ask("appointments.book-directly", desk, {
      body: {
        ...{ patientId, serviceId: service.id, providerId: service.providerIds[3] ?? "", startsAt },
        ...{ channel: "phone", identityCheckedBy: "phone" },
      },
    });
    if (booked.status !== 201) throw new Error(`a visit to move was refused: ${booked.text}`);
    visits.push({ id: bodyOf<Appointment>(booked).id, version: 1, startsAt });
  });

  const statuses: number[] = [];
  const waits: number[] = [];
  const broken = new Set<string>();
  const moves = Array.from({ length: size.movesEach }, () => visits).flat();
  await sideBySide(moves, size.workers, async (visit) => {
    const startsAt = shifted(visit.startsAt, random.chance(0.5) ? 15 : -15);
    const answer = await api.ask("appointments.reschedule", desk, {
      id: visit.id,
      ifMatch: visit.version,
      body: { startsAt, requester: "clinic", reason: "Running late" },
    });
    statuses.push(answer.status);
    waits.push(answer.milliseconds);
    if (answer.status === 200) Object.assign(visit, { version: bodyOf<Appointment>(answer).version, startsAt });
    else if (answer.status !== 409 && answer.status !== 412) broken.add(`a move was answered ${answer.status}`);
  });

  const { rows } = await stage.owner.query<{ id: string; at: string; claims: number }>(
    `select a.id, (extract(epoch from a.starts_at) * 1000)::float8 as at,
            (select count(*)::int from claim c where c.org_id = a.org_id and c.appointment_id = a.id) as claims
     from appointment a where a.org_id = $1 and a.id = any($2)`,
    [stage.orgId, visits.map(({ id }) => id)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const lost = visits.filter(({ id }) => found.get(id)?.claims !== 3).length;
  const elsewhere = visits.filter(
    ({ id, startsAt }) => Number(found.get(id)?.at) !== Temporal.Instant.from(startsAt).epochMilliseconds,
  );
  if (lost > 0) broken.add(`${lost} visits without provider, room and patient`);
  if (elsewhere.length > 0) broken.add(`${elsewhere.length} visits are not where the last answer said`);
  return {
    id: "Q",
    title: `${size.visits} visits moved by a quarter of an hour, ${size.movesEach} times each, ${size.workers} at a time`,
    figures: [
      figure("answers", tally(statuses)),
      figure("median, p99", `${milliseconds(quantile(waits, 0.5))}, ${milliseconds(quantile(waits, 0.99))}`),
      figure("deadlocks", (await deadlocksSoFar(stage)) - deadlocksBefore),
    ],
    broken: [...broken, ...(await brokenRules(stage))],
    missed: [],
  };
}
