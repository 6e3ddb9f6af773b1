import { describe, expect, it } from "vitest";
import type { HoursRule } from "../../contract/routes/schedules.ts";
import type { CatalogueLocation } from "../directory/index.ts";
import { minutesOf, readRules, timesOf } from "./hours-rules.ts";
import type { ScheduledResource } from "./scheduled-resource.ts";

const place = (id: string, active = true): [string, CatalogueLocation] => [
  id,
  { id, zone: "Europe/Madrid", active } as CatalogueLocation,
];
const doctor: ScheduledResource = {
  id: "dr-ruiz",
  kind: "provider",
  name: "Dr Ruiz",
  roomLocationId: null,
  zone: "Europe/Madrid",
  locations: new Map([place("north"), place("south"), place("closed-down", false)]),
};
const room: ScheduledResource = { ...doctor, id: "room-1", kind: "room", roomLocationId: "south" };

const rule = (changes: Partial<HoursRule> = {}): HoursRule => ({
  locationId: "north",
  weekday: 1,
  from: "09:00",
  to: "17:00",
  effect: "open",
  validFrom: null,
  validTo: null,
  ...changes,
});
const problemsOf = (rules: readonly HoursRule[], resource = doctor): string[] => {
  const read = readRules(resource, rules, "2026-03-01");
  return read.ok ? [] : read.fields.map(({ path, code }) => `${path} ${code}`);
};

describe("weekly hours as entered [AVAIL-01][AVAIL-08]", () => {
  it.each([
    ["09:00", "17:00", 540, 1020],
    ["22:00", "06:00", 1320, 1800],
    ["09:00", "00:00", 540, 1440],
    ["08:00", "08:00", 480, 1920],
  ])(
    "reads %s to %s, past midnight where the end is not after the start, and writes it back",
    (from, to, fromMinute, toMinute) => {
      expect(minutesOf(from, to)).toEqual({ fromMinute, toMinute });
      expect(timesOf({ fromMinute, toMinute })).toEqual({ from, to });
    },
  );

  it("takes hours with a break, a night and two places", () => {
    const night = rule({ weekday: 5, from: "22:00", to: "06:00" });
    const elsewhere = rule({ locationId: "south", weekday: 2 });
    expect(problemsOf([rule(), rule({ effect: "break", from: "13:00", to: "14:00" }), night, elsewhere])).toEqual([]);
  });

  it("names every line and field that cannot be read, all at once", () => {
    const rules = [
      rule({ from: "24:00" }),
      rule({ to: "09:61", locationId: "moon" }),
      rule({ locationId: "closed-down" }),
      rule({ validFrom: "2027-02-31" }),
    ];
    expect(problemsOf(rules)).toEqual([
      "rules.0.from bad_time",
      "rules.1.locationId unknown_reference",
      "rules.1.to bad_time",
      "rules.2.locationId unknown_reference",
      "rules.3.validFrom bad_date",
    ]);
  });

  it("names every line that cannot stand with the others", () => {
    const rules = [
      rule(),
      rule({ locationId: "south", from: "16:00", to: "20:00" }),
      rule({ effect: "break", weekday: 3, from: "13:00", to: "14:00" }),
      rule({ weekday: 4, validFrom: "2027-05-01", validTo: "2027-04-01" }),
    ];
    expect(problemsOf(rules)).toEqual([
      "rules.1.from two_places_at_once",
      "rules.2.from break_outside_hours",
      "rules.3.validTo ends_before_start",
    ]);
  });

  it("takes hours of a room at its own place only", () => {
    expect(problemsOf([rule({ locationId: "south" }), rule()], room)).toEqual(["rules.1.locationId unknown_reference"]);
  });
});
