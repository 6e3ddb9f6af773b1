/** The trials of `npm run bench:race`, with few enough tries for every run. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelOrMove } from "../../bench/race/cancel-or-move.ts";
import { holdExpiry } from "../../bench/race/hold-expiry.ts";
import { lapsedHold } from "../../bench/race/lapsed-hold.ts";
import { partialOverlap } from "../../bench/race/partial-overlap.ts";
import { quarterHourMoves } from "../../bench/race/quarter-hour-moves.ts";
import { roomEach } from "../../bench/race/room-each.ts";
import { sameKey } from "../../bench/race/same-key.ts";
import { sameSlotStorm } from "../../bench/race/same-slot-storm.ts";
import { type Served, type Stage, serveHere } from "../../bench/stage/stage.ts";
import { openTestStage } from "../builders/test-stage.ts";

let stage: Stage;
let served: Served;

beforeAll(async () => {
  stage = await openTestStage();
  served = await serveHere(stage, 100);
});
afterAll(async () => {
  await served.stop();
  await stage.close();
});

describe("races through the API", () => {
  it("gives one slot to one of many clients, and the others three times instead [BOOK-04][BOOK-14]", async () => {
    const { broken } = await sameSlotStorm(stage, served, { clients: 60, slots: 4 });
    expect(broken).toEqual([]);
  });

  it("gives bookings of one moment a room each, instead of the same room to all [BOOK-01]", async () => {
    const { broken } = await roomEach(stage, served, { moments: 3 });
    expect(broken).toEqual([]);
  });

  it("has one effect and one answer for a repeated request [BOOK-06]", async () => {
    const { broken } = await sameKey(stage, served, { rounds: 2, repeats: 20 });
    expect(broken).toEqual([]);
  });

  it("lets one win when the patient cancels while the desk moves the visit [BOOK-07][BOOK-08]", async () => {
    const { broken } = await cancelOrMove(stage, served, { rounds: 10, seed: 3 });
    expect(broken).toEqual([]);
  });

  it("moves visits by a quarter of an hour without losing a claim [BOOK-07]", async () => {
    const { broken } = await quarterHourMoves(stage, served, { visits: 20, movesEach: 4, workers: 16, seed: 15 });
    expect(broken).toEqual([]);
  });

  it("wins a lapsed hold again while its time is free, and answers 410 when it is not [BOOK-05]", async () => {
    const { broken } = await lapsedHold(stage, served, { rounds: 6 });
    expect(broken).toEqual([]);
  });
});

describe("races in the database", () => {
  it("books provider, room, device and patient all or not at all [BOOK-04]", async () => {
    const size = { attempts: 1_000, clients: 60, connections: 20, days: 6, seed: 2 };
    const { broken } = await partialOverlap(stage, size);
    expect(broken).toEqual([]);
  });

  it.each([
    { reapers: 0, reacquire: false, firstSlot: 0 },
    { reapers: 1, reacquire: false, firstSlot: 1_000 },
    { reapers: 2, reacquire: false, firstSlot: 2_000 },
    { reapers: 1, reacquire: true, firstSlot: 3_000 },
  ])("confirms a hold only before its end, by the database's clock: %o [BOOK-05]", async (choice) => {
    const { broken } = await holdExpiry(stage, { ...choice, tries: 150, workers: 16, seed: 7 });
    expect(broken).toEqual([]);
  });
});
