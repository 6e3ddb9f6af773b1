import { describe, expect, it } from "vitest";
import { type Availability, dayTimes, firstTimes, isAmbiguous, partOfDay } from "./day-times.ts";

const place = "00000000-0000-4000-8000-000000000001";

function found(
  starts: Record<string, [startsAt: string, localTime: string, count: number, offset?: string][]>,
): Availability {
  return {
    zone: "Europe/Madrid",
    from: "2026-10-25",
    days: 1,
    daysWithTimes: ["2026-10-25"],
    nextAfter: null,
    providers: Object.entries(starts).map(([providerId, ranges]) => ({
      providerId,
      durationMinutes: 20,
      days: [
        {
          localDate: "2026-10-25",
          ranges: ranges.map(([startsAt, localTime, count, offset = "+01:00"]) => ({
            locationId: place,
            startsAt,
            localTime,
            offset,
            count,
            stepMinutes: 20,
          })),
        },
      ],
    })),
  };
}

describe("the times of one day", () => {
  it("offers a time once, whoever is free then [AVAIL-06]", () => {
    const times = dayTimes(
      found({ a: [["2026-10-25T09:00:00Z", "10:00", 2]], b: [["2026-10-25T09:20:00Z", "10:20", 1]] }),
      "2026-10-25",
    );
    expect(times.map(({ localTime, providerIds }) => [localTime, providerIds.join()])).toEqual([
      ["10:00", "a"],
      ["10:20", "a,b"],
    ]);
  });

  it("tells the two half past two of an autumn night apart [BOOK-15]", () => {
    const times = dayTimes(
      found({
        a: [
          ["2026-10-25T00:30:00Z", "02:30", 1, "+02:00"],
          ["2026-10-25T01:30:00Z", "02:30", 1],
          ["2026-10-25T09:00:00Z", "10:00", 1],
        ],
      }),
      "2026-10-25",
    );
    expect(times.map((time) => isAmbiguous(time, times))).toEqual([true, true, false]);
  });

  it("knows morning, afternoon and evening", () => {
    expect(["11:59", "12:00", "16:59", "17:00"].map(partOfDay)).toEqual([
      "morning",
      "afternoon",
      "afternoon",
      "evening",
    ]);
  });

  it("gives the first few in order", () => {
    const answer = found({ a: [["2026-10-25T09:00:00Z", "10:00", 5]] });
    expect(firstTimes(answer, 2).map(({ at }) => at)).toEqual(["2026-10-25T09:00:00Z", "2026-10-25T09:20:00Z"]);
  });
});
