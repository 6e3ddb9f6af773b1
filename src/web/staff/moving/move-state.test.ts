import { describe, expect, test } from "vitest";
import { type MoveAction, type MoveState, type MovingVisit, moveReducer, nothingMoves } from "./move-state.ts";

const visit: MovingVisit = {
  id: "v1",
  version: 3,
  patientId: "p1",
  patientName: "Ana Ruiz",
  serviceId: "s1",
  serviceName: { en: "Check-up", es: "Control" },
  providerId: "dr-1",
  roomId: null,
  locationId: "l1",
  localDate: "2026-12-14",
  localTime: "10:00",
  durationMinutes: 20,
};
const target = {
  providerId: "dr-2",
  localDate: "2026-12-14",
  localTime: "10:20",
};

function moved(...actions: readonly MoveAction[]): MoveState {
  return actions.reduce(moveReducer, nothingMoves);
}

describe("moving a visit [UI-02]", () => {
  test("dragged, carried with keys, or asked for by the menu: all end in the same dialog", () => {
    const confirmed = { stage: "confirming", visit, target };
    const aim = { type: "aim", target } as const;
    expect(moved({ type: "lift", visit, by: "pointer" }, aim, { type: "drop" })).toEqual(confirmed);
    expect(moved({ type: "lift", visit, by: "keys" }, aim, { type: "drop" })).toEqual(confirmed);
    expect(moved({ type: "ask", visit }, aim)).toEqual(confirmed);
  });

  test("dropped where it was lifted, nothing is asked", () => {
    expect(moved({ type: "lift", visit, by: "pointer" }, { type: "drop" })).toEqual(nothingMoves);
  });

  test("Escape puts it back", () => {
    expect(moved({ type: "lift", visit, by: "keys" }, { type: "aim", target }, { type: "put-back" })).toEqual(
      nothingMoves,
    );
  });

  test("aiming and dropping mean nothing while nothing is lifted", () => {
    expect(moved({ type: "aim", target }, { type: "drop" })).toEqual(nothingMoves);
  });
});
