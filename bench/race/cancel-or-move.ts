/** R3: the patient cancels while the desk moves the same appointment. One wins, the other learns what became of it. */

import { setTimeout as wait } from "node:timers/promises";
import type { Problem } from "../../src/contract/problem.ts";
import type { Appointment } from "../../src/contract/routes/appointments.ts";
import { seededRandom } from "../../src/modules/imports/synthetic/seeded-random.ts";
import { bodyOf } from "../stage/api.ts";
import { shifted, startOf } from "../stage/free-starts.ts";
import type { Served, Stage } from "../stage/stage.ts";
import { figure, type TrialResult, tally } from "../trial.ts";
import { brokenRules } from "./check-bookings.ts";

export async function cancelOrMove(
  stage: Stage,
  { api }: Served,
  size: { rounds: number; seed: number },
): Promise<TrialResult> {
  const service = stage.service("visit");
  const providerId = service.providerIds[2] ?? "";
  const [desk = {}, otherDesk = {}] = stage.desks;
  const patients = await stage.signedInPatients(size.rounds);
  const others = await stage.patients(2);
  const random = seededRandom(size.seed);
  const outcomes: string[] = [];
  const broken = new Set<string>();
  const book = (who: typeof desk, patientId: string, startsAt: string) =>
    api.ask("appointments.book-directly", who, {
      body: { patientId, serviceId: service.id, providerId, startsAt, channel: "phone", identityCheckedBy: "phone" },
    });

  for (const [round, patient] of patients.entries()) {
    const old = startOf(stage, "visit", round * 3);
    const booked = await book(desk, patient.id, old);
    if (booked.status !== 201) throw new Error(`the visit to race for was refused: ${booked.text}`);
    const { id } = bodyOf<Appointment>(booked);
    const startsAt = shifted(old, 2 * service.durationMinutes);
    // A move has more to work out than a cancellation, and so gets the longer starts.
    const [lead, isCancelFirst] = [random.integer(0, 15), random.chance(0.2)];
    const [cancelled, moved] = await Promise.all([
      wait(isCancelFirst ? 0 : lead).then(() =>
        api.ask("appointments.cancel", patient.caller, { id, ifMatch: 1, body: { reason: "Better now" } }),
      ),
      wait(isCancelFirst ? lead : 0).then(() =>
        api.ask("appointments.reschedule", desk, {
          id,
          ifMatch: 1,
          body: { startsAt, requester: "clinic", reason: "Shift swap" },
        }),
      ),
    ]);
    outcomes.push(`cancel ${cancelled.status} + move ${moved.status}`);
    const losers = [cancelled, moved].filter(({ status }) => status !== 200);
    const [loser] = losers;
    if (losers.length !== 1 || loser === undefined) broken.add(`${2 - losers.length} of the two won`);
    else if (loser.status !== 409 && loser.status !== 412) broken.add(`the loser was answered ${loser.status}`);
    else if (loser.status === 412 && bodyOf<Problem>(loser).current === undefined)
      broken.add("the loser was not shown the new state");

    // The old time is free now, exactly once.
    const again = await Promise.all([book(desk, others[0] ?? "", old), book(otherDesk, others[1] ?? "", old)]);
    const won = again.filter(({ status }) => status === 201).length;
    if (won !== 1) broken.add(`the old time was booked ${won} times afterwards`);
    if ([...again, cancelled, moved].some(({ status }) => status >= 500)) broken.add("an answer of 500 or more");
  }
  return {
    id: "R3",
    title: `cancelled by the patient while moved by the desk, ${size.rounds} rounds`,
    figures: [figure("outcomes", tally(outcomes)), figure("seed", size.seed)],
    broken: [...broken, ...(await brokenRules(stage))],
    missed: [],
  };
}
