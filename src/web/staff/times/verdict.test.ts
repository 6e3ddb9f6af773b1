import { describe, expect, test } from "vitest";
import { overrideOf, verdictOf } from "./verdict.ts";

const start = {
  at: "2026-12-14T15:50:00Z",
  localDate: "2026-12-14",
  localTime: "10:50",
  offset: "-05:00",
  zone: "America/New_York",
};
const soft = {
  code: "outside_hours",
  text: "Outside hours",
  resourceId: null,
  soft: true,
};
const hard = {
  code: "provider_busy",
  text: "Another visit",
  resourceId: null,
  soft: false,
};

describe("what the server says of a time, in three words", () => {
  test.each([
    ["nothing against it", true, [], true, "free"],
    ["a soft rule, and one may override", false, [soft], true, "override"],
    ["a soft rule, and one may not", false, [soft], false, "taken"],
    ["a soft and a hard rule", false, [soft, hard], true, "taken"],
  ] as const)("%s", (_, bookable, reasons, mayOverride, kind) => {
    expect(verdictOf({ bookable, start, reasons, alternatives: [] }, mayOverride).kind).toBe(kind);
  });

  test("a time that does not exist is never possible", () => {
    expect(verdictOf({ bookable: false, start: null, reasons: [soft], alternatives: [] }, true).kind).toBe("taken");
  });

  test("an override names each rule once", () => {
    const verdict = verdictOf({ bookable: false, start, reasons: [soft, soft], alternatives: [] }, true);
    expect(overrideOf(verdict, "Urgent")).toEqual({
      override: { rules: ["outside_hours"], reason: "Urgent" },
    });
    expect(overrideOf({ kind: "free", start }, "Urgent")).toEqual({});
  });
});
