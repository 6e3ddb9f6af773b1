import { describe, expect, it } from "vitest";
import { type OpeningRule, validateRules } from "./index.ts";

function rule(more: Partial<OpeningRule> = {}): OpeningRule {
  return {
    id: "rule",
    resourceId: "dr-ruiz",
    locationId: "north",
    zone: "Europe/Madrid",
    weekday: 1,
    fromMinute: 540,
    toMinute: 1020,
    validFrom: null,
    validTo: null,
    effect: "open",
    ...more,
  };
}

const south = { locationId: "south" } as const;
const lunch = { effect: "break", fromMinute: 780, toMinute: 840 } as const;

describe("validateRules [AVAIL-01][AVAIL-02]", () => {
  it.each([
    ["nothing at all", [], []],
    ["a day with lunch", [rule(), rule(lunch)], []],
    ["a night", [rule({ fromMinute: 1320, toMinute: 1800 })], []],
    ["two places one after the other", [rule({ toMinute: 780 }), rule({ ...south, fromMinute: 780 })], []],
    ["two places on different days", [rule(), rule({ ...south, weekday: 2 })], []],
    [
      "two places in different years",
      [rule({ validTo: "2026-12-31" }), rule({ ...south, validFrom: "2027-01-01" })],
      [],
    ],
    ["the same place twice", [rule(), rule()], []],
    ["ends before it starts", [rule({ fromMinute: 600, toMinute: 600 })], ["0 ends_before_start"]],
    ["too late an end", [rule({ toMinute: 2881 })], ["0 minutes_out_of_range"]],
    ["a fraction of a minute", [rule({ fromMinute: 540.5 })], ["0 minutes_out_of_range"]],
    ["no such weekday", [rule({ weekday: 8 as 7 })], ["0 weekday_out_of_range"]],
    ["no such zone", [rule({ zone: "Europe/Madrit" })], ["0 unknown_zone"]],
    ["valid to before valid from", [rule({ validFrom: "2026-02-01", validTo: "2026-01-01" })], ["0 validity_reversed"]],
    ["every fault of a rule", [rule({ zone: "", weekday: 0 as 1 })], ["0 unknown_zone", "0 weekday_out_of_range"]],
    [
      "two places at once",
      [rule(), rule({ ...south, fromMinute: 960, toMinute: 1200 })],
      ["1 overlaps_other_location 0"],
    ],
    [
      "a Sunday night that reaches into Monday elsewhere",
      [rule({ fromMinute: 300 }), rule({ ...south, weekday: 7, fromMinute: 1320, toMinute: 1800 })],
      ["1 overlaps_other_location 0"],
    ],
    [
      "two zones: 09:00 in Madrid is 08:00 in London",
      [rule({ toMinute: 600 }), rule({ ...south, zone: "Europe/London", fromMinute: 500, toMinute: 530 })],
      ["1 overlaps_other_location 0"],
    ],
    [
      "two zones, one after the other",
      [rule({ toMinute: 600 }), rule({ ...south, zone: "Europe/London", fromMinute: 540, toMinute: 600 })],
      [],
    ],
    [
      "an overlap that begins next year",
      [rule(), rule({ ...south, validFrom: "2027-06-01" })],
      ["1 overlaps_other_location 0"],
    ],
    ["a break without hours", [rule(lunch)], ["0 break_outside_opening"]],
    ["a break on another day", [rule(), rule({ ...lunch, weekday: 2 })], ["1 break_outside_opening"]],
    ["a break at another place", [rule(), rule({ ...lunch, ...south })], ["1 break_outside_opening"]],
    ["a break that runs over", [rule(), rule({ ...lunch, toMinute: 1080 })], ["1 break_outside_opening"]],
    ["a break over two hours that touch", [rule({ toMinute: 800 }), rule({ fromMinute: 800 }), rule(lunch)], []],
    [
      "a break after the hours ended",
      [rule({ validTo: "2026-01-31" }), rule({ ...lunch, validFrom: "2026-02-01" })],
      ["1 break_outside_opening"],
    ],
    [
      "a break in the early hours of a night that began on Sunday",
      [
        rule({ weekday: 7, fromMinute: 1320, toMinute: 1800 }),
        rule({ effect: "break", fromMinute: 120, toMinute: 150 }),
      ],
      [],
    ],
  ] as const)("%s", (_, rules, expected) => {
    const verdict = validateRules(rules, "2026-03-01");
    const refusals = verdict.ok ? [] : verdict.refusals;
    expect(
      refusals.map((refusal) =>
        refusal.code === "overlaps_other_location"
          ? `${refusal.ruleIndex} ${refusal.code} ${refusal.otherRuleIndex}`
          : `${refusal.ruleIndex} ${refusal.code}`,
      ),
    ).toEqual(expected);
    expect(verdict.ok).toBe(expected.length === 0);
  });
});
