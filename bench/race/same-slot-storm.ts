/** R1: everybody wants the same time at the same moment. One gets it; the others are told what else there is. */
import type { Problem } from "../../src/contract/problem.ts";
import { newToken } from "../../src/platform/ids/identifiers.ts";
import { bodyOf } from "../stage/api.ts";
import { startOf } from "../stage/free-starts.ts";
import type { Served, Stage } from "../stage/stage.ts";
import { figure, milliseconds, quantile, type TrialResult, tally } from "../trial.ts";
import { brokenRules, deadlocksSoFar } from "./check-bookings.ts";

const longestWait = 2_000;

export async function sameSlotStorm(
  stage: Stage,
  { api }: Served,
  size: { clients: number; slots: number },
): Promise<TrialResult> {
  const { id: serviceId, providerIds } = stage.service("visit");
  await warmUp(stage, api);
  const deadlocksBefore = await deadlocksSoFar(stage);
  const statuses: number[] = [];
  const waits: number[] = [];
  const broken = new Set<string>();
  const startedAt = performance.now();
  for (let slot = 0; slot < size.slots; slot++) {
    const body = { serviceId, providerId: providerIds[0] ?? null, startsAt: startOf(stage, "visit", slot) };
    const answers = await Promise.all(
      Array.from({ length: size.clients }, (_, client) =>
        api.ask("holds.create", { visitor: newToken(), address: addressOf(slot, client) }, { body }),
      ),
    );
    const winners = answers.filter(({ status }) => status === 201).length;
    if (winners !== 1) broken.add(`a slot was held by ${winners}`);
    for (const answer of answers) {
      statuses.push(answer.status);
      waits.push(answer.milliseconds);
      if (answer.status >= 500) broken.add(`an answer ${answer.status}`);
      if (answer.status === 409 && (bodyOf<Problem>(answer).alternatives ?? []).length < 3) {
        broken.add("a refusal with fewer than three alternatives");
      }
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const p99 = quantile(waits, 0.99);
  return {
    id: "R1",
    title: `${size.clients} clients at once on each of ${size.slots} slots`,
    figures: [
      figure("answers", tally(statuses)),
      figure("median, p99", `${milliseconds(quantile(waits, 0.5))}, ${milliseconds(p99)}`),
      figure("answers per second", Math.round(statuses.length / seconds)),
      figure("deadlocks", (await deadlocksSoFar(stage)) - deadlocksBefore),
    ],
    broken: [...broken, ...(await brokenRules(stage))],
    missed: p99 > longestWait ? [`p99 is ${milliseconds(p99)}, wanted is ${milliseconds(longestWait)} at most`] : [],
  };
}

/** A server in use has its calendars in memory and its connections open. The times are far behind the storm's. */
async function warmUp(stage: Stage, api: Served["api"]): Promise<void> {
  const { id: serviceId } = stage.service("visit");
  const holds = Array.from({ length: 32 }, (_, n) => {
    const body = { serviceId, providerId: null, startsAt: startOf(stage, "visit", 2_600 + n) };
    return api.ask("holds.create", { visitor: newToken(), address: `10.255.0.${n}` }, { body });
  });
  const refused = (await Promise.all(holds)).filter(({ status }) => status !== 201);
  if (refused.length > 0) throw new Error(`the storm could not be prepared: ${refused[0]?.text}`);
}

/** Everybody comes from an address of their own, as people do. */
const addressOf = (slot: number, client: number): string => `10.${slot % 256}.${client >> 8}.${client & 255}`;
