import { describe, expect, test } from "vitest";
import type { Problem } from "../../../contract/problem.ts";
import { hoursReducer, lineErrors, linesOf, rulesOf } from "./hours-draft.ts";

const monday = {
  locationId: "l1",
  weekday: 1,
  from: "09:00",
  to: "17:00",
  effect: "open",
  validFrom: null,
  validTo: null,
} as const;

describe("editing weekly hours [AVAIL-08]", () => {
  test("a line keeps its key when another one goes", () => {
    const lines = linesOf([monday, { ...monday, weekday: 2 }]);
    const left = hoursReducer(lines, { type: "remove", key: 0 });
    expect(left).toEqual([{ ...monday, weekday: 2, key: 1 }]);
    expect(
      hoursReducer(left, {
        type: "add",
        weekday: 3,
        effect: "break",
        locationId: "l1",
      })[1]?.key,
    ).toBe(2);
  });

  test("a day is copied over the other weekdays, not over the weekend", () => {
    const lines = linesOf([monday, { ...monday, weekday: 2, from: "12:00" }, { ...monday, weekday: 6 }]);
    const copied = rulesOf(hoursReducer(lines, { type: "copy-to-weekdays", weekday: 1 }));
    expect(copied.filter(({ from }) => from === "12:00")).toEqual([]);
    expect(copied.map(({ weekday }) => weekday).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(hoursReducer(lines, { type: "copy-to-weekdays", weekday: 1 }).map(({ key }) => key)).size).toBe(6);
  });

  test("errors stand at the line that the server named", () => {
    const lines = linesOf([monday, { ...monday, weekday: 2 }]);
    const fields = [
      {
        path: "/rules/1/to",
        code: "out_of_range",
        message: "Ends before it begins.",
      },
    ];
    expect(lineErrors({ fields } as unknown as Problem, lines)).toEqual(new Map([[1, "Ends before it begins."]]));
  });
});
