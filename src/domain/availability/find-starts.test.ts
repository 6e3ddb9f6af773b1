import { describe, expect, it } from "vitest";
import { addMinutes, localOf } from "../time/index.ts";
import { aCase, aPart, aResource, at, dayBits, MONDAY, type Place, spans, timesOf } from "./clinic-day.fixture.ts";
import { availableDays, bitsOfRanges, findStarts, nextFree, relaxCase, startsOfRanges } from "./index.ts";

describe("one doctor [AVAIL-06]", () => {
  it.each([
    ["free all morning", 30, ["09:00-12:00"], [], ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]],
    ["an hour does not fit before noon", 60, ["09:00-12:00"], [], ["09:00", "09:30", "10:00", "10:30", "11:00"]],
    ["one visit booked", 30, ["09:00-12:00"], ["10:00-10:30"], ["09:00", "09:30", "10:30", "11:00", "11:30"]],
    ["a booking off the grid costs two", 30, ["09:00-12:00"], ["10:10-10:40"], ["09:00", "09:30", "11:00", "11:30"]],
    ["lunch", 60, ["09:00-11:00", "12:00-14:00"], [], ["09:00", "09:30", "10:00", "12:00", "12:30", "13:00"]],
    ["full", 30, ["09:00-10:00"], ["09:00-10:00"], []],
    ["not there", 30, [], [], []],
    ["hours that begin off the grid", 30, ["09:10-10:40"], [], ["09:30", "10:00"]],
    ["exactly one fits", 30, ["09:00-09:30"], [], ["09:00"]],
    ["one minute too short", 30, ["09:00-09:29"], [], []],
  ] as const)("%s: %d minutes in %j with %j", (_, durationMinutes, open, booked, expected) => {
    const doctor = aResource("ruiz", { open, booked });
    expect(timesOf(aCase([aPart("provider", [doctor], { durationMinutes })]))).toEqual(expected);
  });

  it("gives starts as compact ranges", () => {
    const doctor = aResource("ruiz", { booked: ["10:00-10:30"] });
    expect(findStarts(aCase([aPart("provider", [doctor])]))).toEqual([
      {
        providerId: "ruiz",
        visitMinutes: 30,
        ranges: [
          { firstStart: at("09:00"), lastStart: at("09:30"), stepMinutes: 30 },
          { firstStart: at("10:30"), lastStart: at("11:30"), stepMinutes: 30 },
        ],
      },
    ]);
  });

  it("takes time off out, even over hours [AVAIL-02]", () => {
    const doctor = aResource("ruiz", { closed: ["09:00-11:00"] });
    expect(timesOf(aCase([aPart("provider", [doctor])]))).toEqual(["11:00", "11:30"]);
    const notYetClaimed = { ...doctor, claimed: dayBits([]) };
    expect(timesOf(aCase([aPart("provider", [notYetClaimed])]))).toEqual(["11:00", "11:30"]);
  });

  it("lets the moved visit take its own time again", () => {
    const doctor = aResource("ruiz", { booked: ["09:00-12:00"] }, { ownClaims: spans(["10:00-10:30"]) });
    const visitCase = aCase([aPart("provider", [doctor])], { stepMinutes: 15 });
    expect(timesOf(visitCase)).toEqual(["10:00"]);
    expect(timesOf({ ...visitCase, patient: { claimed: dayBits(spans(["10:00-10:30"])), holds: [] } })).toEqual([]);
    const patient = { claimed: dayBits(spans(["10:00-10:30"])), holds: [], ownClaims: spans(["10:00-10:30"]) };
    expect(timesOf({ ...visitCase, patient })).toEqual(["10:00"]);
  });

  it("counts a hold until it expires", () => {
    const [range] = spans(["10:00-11:00"]);
    if (range === undefined) throw new Error("unreachable");
    const visitCase = aCase([
      aPart("provider", [aResource("ruiz", {}, { holds: [{ ...range, expiresAtMs: 5_000 }] })]),
    ]);
    expect(timesOf({ ...visitCase, nowMs: 4_999 })).toEqual(["09:00", "09:30", "11:00", "11:30"]);
    expect(timesOf({ ...visitCase, nowMs: 5_000 })).toHaveLength(6);
  });

  it("does not offer what nobody has loaded", () => {
    const doctor = aResource("ruiz");
    const yesterday = dayBits([], { ...MONDAY, localDate: "2026-03-14" });
    expect(timesOf(aCase([aPart("provider", [{ ...doctor, claimed: yesterday }])]))).toEqual([]);
  });
});

describe("buffers and lengths [AVAIL-05]", () => {
  it.each([
    ["no buffer", 0, 0, ["09:00", "09:30", "10:30", "11:00", "11:30"]],
    ["after: not right before a booking; may run past closing", 0, 10, ["09:00", "10:30", "11:00", "11:30"]],
    ["before: not right after a booking; may begin before opening", 10, 0, ["09:00", "09:30", "11:00", "11:30"]],
    ["both", 10, 10, ["09:00", "11:00", "11:30"]],
  ] as const)("%s", (_, bufferBeforeMinutes, bufferAfterMinutes, expected) => {
    const doctor = aResource("ruiz", { booked: ["10:00-10:30"] });
    const part = aPart("provider", [doctor], { bufferBeforeMinutes, bufferAfterMinutes });
    expect(timesOf(aCase([part]))).toEqual(expected);
  });

  it("needs the buffer unclaimed even outside hours", () => {
    const doctor = aResource("ruiz", { booked: ["12:00-12:30"] });
    expect(timesOf(aCase([aPart("provider", [doctor], { bufferAfterMinutes: 5 })])).at(-1)).toBe("11:00");
  });

  it("uses each provider's own length, for the room as well", () => {
    const slow = aResource("soto", { open: ["09:00-10:00"] }, { durationMinutes: 60 });
    const quick = aResource("ruiz", { open: ["09:00-10:00"] });
    const room = aResource("room 1", { open: ["09:00-12:00"], booked: ["09:45-10:00"] });
    const visitCase = aCase([aPart("provider", [slow, quick]), aPart("room", [room])]);
    expect(timesOf(visitCase, "soto")).toEqual([]);
    expect(timesOf(visitCase, "ruiz")).toEqual(["09:00"]);
  });
});

describe("several resources [AVAIL-06]", () => {
  const doctor = aResource("ruiz");
  const room1 = aResource("room 1", { booked: ["09:00-10:30"] });
  const room2 = aResource("room 2", { booked: ["10:00-12:00"] });

  it("needs any one of the rooms", () => {
    expect(timesOf(aCase([aPart("provider", [doctor]), aPart("room", [room1])]))).toEqual(["10:30", "11:00", "11:30"]);
    expect(timesOf(aCase([aPart("provider", [doctor]), aPart("room", [room1, room2])]))).toEqual([
      "09:00",
      "09:30",
      "10:30",
      "11:00",
      "11:30",
    ]);
    expect(timesOf(aCase([aPart("provider", [doctor]), aPart("room", [])]))).toEqual([]);
  });

  it("places parts at their offsets", () => {
    const nurse = aResource("nurse", { booked: ["09:00-09:30"] });
    const parts = [
      aPart("provider", [aResource("ruiz", { booked: ["10:00-10:30"] })], { offsetMinutes: 15 }),
      aPart("nurse", [nurse], { durationMinutes: 15 }),
    ];
    // 09:30: the doctor would work 09:45-10:15. 11:30: until 12:15, past closing.
    expect(timesOf(aCase(parts))).toEqual(["10:30", "11:00"]);
  });

  it("never gives one nurse two parts", () => {
    const one = aResource("nurse 1");
    const two = aResource("nurse 2", { booked: ["10:00-12:00"] });
    const parts = [aPart("provider", [doctor]), aPart("nurse", [one, two]), aPart("nurse", [one, two])];
    expect(timesOf(aCase(parts))).toEqual(["09:00", "09:30"]);
    const assistants = [aPart("provider", [doctor]), aPart("assistant", [doctor, two])];
    expect(timesOf(aCase(assistants))).toEqual(["09:00", "09:30"]);
  });

  it("needs the patient free, too", () => {
    const patient = { claimed: dayBits(spans(["09:15-10:45"])), holds: [] };
    expect(timesOf(aCase([aPart("provider", [doctor])], { patient }))).toEqual(["11:00", "11:30"]);
  });
});

describe("limits on booking ahead [AVAIL-06]", () => {
  const visitCase = aCase([aPart("provider", [aResource("ruiz")])]);
  const now = (localTime: "09:00" | "10:00" | "08:00", ms = 0): { nowMs: number } => ({
    nowMs: at(localTime) * 60_000 + ms,
  });
  it.each([
    ["now is offered", now("10:00"), ["10:00", "10:30", "11:00", "11:30"]],
    ["a millisecond later it is past", now("10:00", 1), ["10:30", "11:00", "11:30"]],
    ["two hours' notice", { ...now("09:00"), noticeMinutes: 120 }, ["11:00", "11:30"]],
    ["at most two hours ahead", { ...now("08:00"), horizonMinutes: 120 }, ["09:00", "09:30", "10:00"]],
    ["window", { window: { startsAt: at("09:30"), endsAt: at("10:30") } }, ["09:30", "10:00"]],
  ] as const)("%s", (_, more, expected) => {
    expect(timesOf({ ...visitCase, ...more })).toEqual(expected);
  });
});

describe("the grid on days when the clock changes [BOOK-15][AVAIL-06]", () => {
  it.each([
    [
      "America/New_York",
      "2026-03-08",
      30,
      ["01:00-04:00"],
      ["01:00-05:00", "01:30-05:00", "03:00-04:00", "03:30-04:00"],
    ],
    [
      "America/New_York",
      "2026-11-01",
      60,
      ["00:00-03:00"],
      ["00:00-04:00", "01:00-04:00", "01:00-05:00", "02:00-05:00"],
    ],
    ["Europe/Madrid", "2026-03-29", 30, ["01:00-04:00"], ["01:00+01:00", "01:30+01:00", "03:00+02:00", "03:30+02:00"]],
    ["Europe/Madrid", "2026-10-25", 60, ["02:00-04:00"], ["02:00+02:00", "02:00+01:00", "03:00+01:00"]],
    ["Australia/Lord_Howe", "2026-10-04", 20, ["01:20-03:20"], ["01:20+10:30", "01:40+10:30", "02:40+11:00"]],
    ["Australia/Lord_Howe", "2026-04-05", 60, ["01:00-03:00"], ["01:00+11:00", "02:00+10:30"]],
    ["Africa/Cairo", "2026-04-24", 30, ["00:00-02:00"], ["01:00+03:00", "01:30+03:00"]],
    ["Africa/Cairo", "2026-10-29", 60, ["22:00-24:00"], ["22:00+03:00", "23:00+03:00", "23:00+02:00"]],
    ["America/Havana", "2026-03-08", 30, ["00:00-02:00"], ["01:00-04:00", "01:30-04:00"]],
    ["America/Havana", "2026-11-01", 60, ["00:00-02:00"], ["00:00-04:00", "00:00-05:00", "01:00-05:00"]],
    ["Asia/Kathmandu", "2026-06-07", 30, ["09:00-10:30"], ["09:00+05:45", "09:30+05:45", "10:00+05:45"]],
  ] as const)("in %s on %s every %d minutes, open %j", (zone, localDate, stepMinutes, open, expected) => {
    const place: Place = { zone, localDate };
    const part = aPart("provider", [aResource("ruiz", { open, place })]);
    const [provider] = findStarts(aCase([part], { stepMinutes }, place));
    const starts = startsOfRanges(provider?.ranges ?? []).map((start) => localOf(start, zone));
    expect(starts.map(({ localTime, offset }) => `${localTime}${offset}`)).toEqual(expected);
  });

  it("begins the grid anew at midnight when it does not divide the day", () => {
    const part = aPart("provider", [aResource("ruiz", { open: ["00:00-02:00"] })]);
    expect(timesOf(aCase([part], { stepMinutes: 50 }))).toEqual(["00:00", "00:50"]);
  });
});

describe("short answers for cards and calendars [AVAIL-06]", () => {
  const ruiz = aResource("ruiz", { booked: ["09:00-10:00"] });
  const soto = aResource("soto", { booked: ["09:00-09:30", "10:00-12:00"] });
  const away = aResource("lima", { open: [] });
  const visitCase = aCase([aPart("provider", [ruiz, soto, away])]);

  it("gives each provider's first free time, soonest first", () => {
    const first = nextFree(visitCase).map(
      ({ providerId, startsAt }) => `${providerId} ${localOf(startsAt, MONDAY.zone).localTime}`,
    );
    expect(first).toEqual(["soto 09:30", "ruiz 10:00"]);
  });

  it("finds a first time many weeks ahead", () => {
    const window = { startsAt: addMinutes(visitCase.window.startsAt, -40 * 1440), endsAt: visitCase.window.endsAt };
    const claimed = bitsOfRanges(
      { startsAt: addMinutes(window.startsAt, -1440), endsAt: addMinutes(window.endsAt, 1440) },
      [],
    );
    const late = aCase([aPart("provider", [aResource("ruiz", {}, { claimed })])], { window, nowMs: 0 });
    expect(nextFree(late).map(({ startsAt }) => startsAt)).toEqual([at("09:00")]);
  });

  it("counts different start times per date", () => {
    expect(availableDays(visitCase)).toEqual([{ localDate: "2026-03-16", startCount: 5 }]);
    expect(availableDays(aCase([aPart("provider", [away])]))).toEqual([]);
    expect(availableDays(aCase([aPart("provider", [])]))).toEqual([]);
  });
});

describe("what may be overridden", () => {
  const part = aPart("provider", [aResource("ruiz", { open: ["09:00-10:00"], booked: ["09:30-10:00"] })], {
    bufferAfterMinutes: 15,
  });
  const visitCase = aCase([part], { nowMs: (at("09:00") - 60) * 60_000, noticeMinutes: 90, horizonMinutes: 100 });
  it("relaxes only the rules named, and never a claim", () => {
    expect(timesOf(visitCase)).toEqual([]);
    expect(timesOf(relaxCase(visitCase, ["notice"]))).toEqual([]);
    expect(timesOf(relaxCase(visitCase, ["notice", "buffers"]))).toEqual(["09:00"]);
    expect(timesOf(relaxCase(visitCase, ["hours", "horizon"])).slice(0, 2)).toEqual(["10:00", "10:30"]);
    expect(timesOf(relaxCase(visitCase, ["notice", "buffers", "grid"]))).toEqual(["09:00"]);
    expect(
      timesOf(relaxCase(visitCase, ["notice", "buffers", "grid", "hours"])).filter(
        (time) => time >= "09:01" && time < "10:00",
      ),
    ).toEqual([]);
  });

  it("refuses a case with impossible lengths as a bug", () => {
    expect(() => findStarts(aCase([aPart("provider", [], { durationMinutes: 0 })]))).toThrow(RangeError);
    expect(() => findStarts(aCase([aPart("provider", [])], { stepMinutes: 7.5 }))).toThrow(RangeError);
    expect(() => findStarts(aCase([aPart("room", [])]))).toThrow("provider");
  });
});
