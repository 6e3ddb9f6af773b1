import { describe, expect, it } from "vitest";
import { localOf } from "../time/index.ts";
import { alternatives } from "./alternatives.ts";
import { aCase, aPart, aResource, at, MONDAY } from "./clinic-day.fixture.ts";
import type { VisitCase } from "./index.ts";

function offered(cases: readonly VisitCase[], providerId: string | null, limit?: number): string[] {
  return alternatives(cases, { startsAt: at("10:00"), providerId }, limit).map(
    (each) => `${each.providerId} ${localOf(each.startsAt, MONDAY.zone).localTime} ${each.reason} ${each.minutesAway}`,
  );
}

const ruiz = aResource("ruiz", { booked: ["10:00-10:30"] });
const soto = aResource("soto");
const lima = aResource("lima", { open: ["11:00-12:00"] });

describe("alternatives [BOOK-14]", () => {
  it("offers the same provider's nearest times, then others", () => {
    expect(offered([aCase([aPart("provider", [ruiz, soto, lima])])], "ruiz", 5)).toEqual([
      "ruiz 09:30 same_provider -30",
      "ruiz 10:30 same_provider 30",
      "ruiz 09:00 same_provider -60",
      "soto 10:00 other_provider 0",
      "lima 11:00 other_provider 60",
    ]);
  });

  it("fills up from whoever has times", () => {
    const full = aResource("ruiz", { booked: ["09:00-12:00"] });
    expect(offered([aCase([aPart("provider", [full, soto])])], "ruiz", 3)).toEqual([
      "soto 10:00 other_provider 0",
      "soto 09:30 other_provider -30",
      "soto 10:30 other_provider 30",
    ]);
    expect(offered([aCase([aPart("provider", [soto])])], "soto")).toHaveLength(5);
  });

  it("goes to other places last", () => {
    const here = aCase([aPart("provider", [aResource("ruiz", { open: ["09:00-09:30"] })])]);
    const there = aCase([aPart("provider", [soto])]);
    expect(offered([here, there], "ruiz", 3)).toEqual([
      "ruiz 09:00 same_provider -60",
      "soto 10:00 other_place 0",
      "soto 09:30 other_place -30",
    ]);
  });

  it("treats all alike when any provider was wanted", () => {
    expect(offered([aCase([aPart("provider", [ruiz, soto])])], null, 3)).toEqual([
      "ruiz 09:30 nearest_time -30",
      "soto 09:30 nearest_time -30",
      "ruiz 10:30 nearest_time 30",
    ]);
  });

  it("has none where there are none", () => {
    expect(offered([aCase([aPart("provider", [aResource("ruiz", { open: [] })])])], "ruiz")).toEqual([]);
  });
});
