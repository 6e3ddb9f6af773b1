/** F1: the server is killed in the middle of bookings, and started again. What was acknowledged is there, whole. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { brokenRules, lostAppointments } from "../../bench/race/check-bookings.ts";
import { bodyOf } from "../../bench/stage/api.ts";
import { startOf } from "../../bench/stage/free-starts.ts";
import { type Served, type Stage, serveApart } from "../../bench/stage/stage.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";
import { eventually } from "../builders/eventually.ts";
import { openTestStage } from "../builders/test-stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openTestStage();
});
afterAll(() => stage.close());

interface Wish {
  readonly key: string;
  readonly patientId: string;
  readonly providerId: string;
  readonly startsAt: string;
}

/** The appointment's id, or null where the answer was lost with the server. */
async function book({ api }: Served, { key, patientId, providerId, startsAt }: Wish): Promise<string | null> {
  const [desk = {}] = stage.desks;
  const body = { patientId, serviceId: stage.service("visit").id, providerId, startsAt };
  const how = { channel: "phone" as const, identityCheckedBy: "phone" as const };
  const answer = await api
    .ask("appointments.book-directly", desk, { key, body: { ...body, ...how } })
    .catch(() => null);
  return answer?.status === 201 ? bodyOf<{ id: string }>(answer).id : null;
}

it("loses nothing that was acknowledged, and repeats nothing that was done, when the server is killed [BOOK-06][OPS-05]", async () => {
  const { providerIds } = stage.service("visit");
  const patients = await stage.patients(20);
  const acknowledged: string[] = [];
  let unanswered: Wish[] = [];
  let nth = 0;
  for (const livesFor of [8, 16, 32]) {
    const before = acknowledged.length;
    const served = await serveApart(stage, 20);
    // Those whose answer was lost with the server before ask again, with the same key.
    const wishes = [...unanswered, ...Array.from({ length: 400 }, () => wishOf(nth++))];
    unanswered = [];
    const rest = wishes.values();
    let isUp = true;
    const clients = Array.from({ length: 10 }, async () => {
      for (const wish of rest) {
        const id = await book(served, wish);
        if (id === null) unanswered.push(wish);
        else acknowledged.push(id);
        if (!isUp) return;
      }
    });
    // Killed in the middle of its work, however slow the machine is.
    await eventually(() => acknowledged.length >= before + livesFor, 30_000);
    isUp = false;
    await served.kill();
    await Promise.all(clients);
  }
  const served = await serveApart(stage, 20);
  for (const wish of unanswered) acknowledged.push((await book(served, wish)) ?? "refused");
  await served.stop();

  expect(acknowledged).not.toContain("refused");
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(acknowledged.length).toBeGreaterThan(30);
  expect(await lostAppointments(stage, acknowledged)).toEqual([]);
  expect(await brokenRules(stage)).toEqual([]);

  function wishOf(n: number): Wish {
    const moment = Math.floor(n / providerIds.length);
    return {
      key: newId(),
      patientId: patients[n % patients.length] ?? "",
      providerId: providerIds[n % providerIds.length] ?? "",
      startsAt: startOf(stage, "visit", moment),
    };
  }
});
