/** R12: a request that is repeated, as after a double click or a lost answer, has one effect and one answer. */
import type { Appointment } from "../../src/contract/routes/appointments.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { bodyOf, type Caller } from "../stage/api.ts";
import { shifted, startOf } from "../stage/free-starts.ts";
import type { Served, Stage } from "../stage/stage.ts";
import { figure, type TrialResult, tally } from "../trial.ts";
import { brokenRules } from "./check-bookings.ts";

export async function sameKey(
  stage: Stage,
  { api }: Served,
  size: { rounds: number; repeats: number },
): Promise<TrialResult> {
  const service = stage.service("visit");
  const [desk = {}, otherDesk = {}] = stage.desks;
  const patients = await stage.patients(size.rounds * 2);
  const broken = new Set<string>();
  const outcomes: string[] = [];
  const providerId = service.providerIds[1] ?? "";
  const wish = (patientId: string | undefined, startsAt: string, reason = "Palpitations") => ({
    ...{ patientId: patientId ?? "", serviceId: service.id, providerId, startsAt, reason },
    ...{ channel: "desk" as const, identityCheckedBy: "birth-date" as const },
  });
  const expect = (what: string, isSo: boolean) => {
    if (!isSo) broken.add(what);
  };

  for (let round = 0; round < size.rounds; round++) {
    const key = newId();
    const body = wish(patients[round * 2], startOf(stage, "visit", round * 2));
    const ask = (who: Caller, asked: typeof body) => api.ask("appointments.book-directly", who, { body: asked, key });

    const repeats = await Promise.all(Array.from({ length: size.repeats }, () => ask(desk, body)));
    outcomes.push(...repeats.map(({ status }) => `same ${status}`));
    expect("a repeat got another answer than the first", new Set(repeats.map(({ text }) => text)).size === 1);
    expect(
      "a repeat was refused",
      repeats.every(({ status }) => status === 201),
    );

    const other = await ask(desk, wish(patients[round * 2], body.startsAt, "Something else"));
    outcomes.push(`other body ${other.status}`);
    expect("the key with another body was not refused with 422", other.status === 422);

    const elsewhere = wish(patients[round * 2 + 1], shifted(body.startsAt, service.durationMinutes));
    const someoneElse = await ask(otherDesk, elsewhere);
    outcomes.push(`other user ${someoneElse.status}`);
    expect(
      "another user's booking under an equal key was not a booking of its own",
      someoneElse.status === 201 && bodyOf<Appointment>(someoneElse).id !== bodyOf<Appointment>(repeats[0] ?? other).id,
    );
  }
  const { rows } = await stage.owner.query<{ count: string }>(
    "select count(*) from appointment where org_id = $1 and patient_id = any($2)",
    [stage.orgId, patients],
  );
  expect("there are more or fewer appointments than keys", Number(rows[0]?.count) === size.rounds * 2);
  return {
    id: "R12",
    title: `${size.repeats} equal requests with one key, ${size.rounds} times`,
    figures: [figure("answers", tally(outcomes))],
    broken: [...broken, ...(await brokenRules(stage))],
    missed: [],
  };
}
