import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asMinute,
  instantOfMinute,
  instantsOfWallRange,
  instantText,
  isZone,
  type LocalDate,
  type LocalTime,
  localDatesIn,
  localDayBounds,
  localOf,
  minuteOfInstant,
  parseZone,
  resolveLocal,
} from "./index.ts";

const RUNS = { numRuns: Number(process.env.CITA_PROPERTY_RUNS ?? 500) };
/** More runs by CITA_PROPERTY_RUNS take minutes; a busy machine takes longer too. */
const UNHURRIED = { timeout: 600_000 };
const ZONES = [
  "America/New_York",
  "Europe/Madrid",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "America/Havana",
  "Asia/Kathmandu",
  "Pacific/Auckland",
  "Africa/Casablanca",
  "UTC",
];

const anyMinute = fc.integer({ min: 16_000_000, max: 36_000_000 }).map(asMinute);
const anyZone = fc.constantFrom(...ZONES);

describe("clock changes [BOOK-15]", () => {
  it.each([
    ["America/New_York", "2026-03-08", 23],
    ["America/New_York", "2026-11-01", 25],
    ["Europe/Madrid", "2026-03-29", 23],
    ["Europe/Madrid", "2026-10-25", 25],
    ["Australia/Lord_Howe", "2026-10-04", 23.5],
    ["Australia/Lord_Howe", "2026-04-05", 24.5],
    ["Africa/Cairo", "2026-04-24", 23],
    ["Africa/Cairo", "2026-10-29", 25],
    ["America/Havana", "2026-03-08", 23],
    ["America/Havana", "2026-11-01", 25],
    ["Asia/Kathmandu", "2026-03-08", 24],
  ] as const)("in %s the day %s has %d hours", (zone, localDate, hours) => {
    const { startsAt, endsAt } = localDayBounds(localDate, zone);
    expect((endsAt - startsAt) / 60).toBe(hours);
  });

  it.each([
    ["America/New_York", "2026-03-08", "02:30", "gap, next 2026-03-08T07:00:00Z"],
    ["America/New_York", "2026-03-08", "03:00", "2026-03-08T07:00:00Z"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z or 2026-11-01T06:30:00Z"],
    ["Europe/Madrid", "2026-03-29", "02:00", "gap, next 2026-03-29T01:00:00Z"],
    ["Europe/Madrid", "2026-10-25", "02:59", "2026-10-25T00:59:00Z or 2026-10-25T01:59:00Z"],
    ["Europe/Madrid", "2026-10-25", "03:00", "2026-10-25T02:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "gap, next 2026-10-03T15:30:00Z"],
    ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z or 2026-04-04T15:15:00Z"],
    ["Africa/Cairo", "2026-04-24", "00:00", "gap, next 2026-04-23T22:00:00Z"],
    ["Africa/Cairo", "2026-10-29", "23:30", "2026-10-29T20:30:00Z or 2026-10-29T21:30:00Z"],
    ["America/Havana", "2026-03-08", "00:30", "gap, next 2026-03-08T05:00:00Z"],
    ["America/Havana", "2026-11-01", "00:30", "2026-11-01T04:30:00Z or 2026-11-01T05:30:00Z"],
    ["Asia/Kathmandu", "2026-06-01", "09:00", "2026-06-01T03:15:00Z"],
  ] as const)("in %s %s %s is %s", (zone, localDate, localTime, expected) => {
    expect(inWords(localDate, localTime, zone)).toBe(expected);
  });

  it("tells the two instances of a repeated hour apart by their offset", () => {
    const repeated = resolveLocal("2026-11-01", "01:30", "America/New_York");
    if (repeated.kind !== "fold") throw new Error("expected a fold");
    const moment = { localDate: "2026-11-01", localTime: "01:30", weekday: 7 };
    expect(localOf(repeated.earlier, "America/New_York")).toEqual({ ...moment, offset: "-04:00" });
    expect(localOf(repeated.later, "America/New_York")).toEqual({ ...moment, offset: "-05:00" });
  });

  it("agrees with Temporal on what the clock reads", UNHURRIED, () => {
    fc.assert(
      fc.property(anyMinute, anyZone, (minute, zone) => {
        const zoned = instantOfMinute(minute).toZonedDateTimeISO(zone);
        expect(localOf(minute, zone)).toEqual({
          localDate: zoned.toPlainDate().toString(),
          localTime: zoned.toPlainTime().toString({ smallestUnit: "minute" }),
          weekday: zoned.dayOfWeek,
          offset: zoned.offset,
        });
      }),
      RUNS,
    );
  });

  it("agrees with Temporal on days and on which instants a local time has", UNHURRIED, () => {
    fc.assert(
      fc.property(anyMinute, anyZone, fc.integer({ min: 0, max: 287 }), (minute, zone, fifth) => {
        const { localDate } = localOf(minute, zone);
        const plain = Temporal.PlainDate.from(localDate);
        const bounds = localDayBounds(localDate, zone);
        expect(bounds.startsAt).toBe(minuteOfInstant(plain.toZonedDateTime(zone).toInstant()));
        expect(bounds.endsAt).toBe(minuteOfInstant(plain.add({ days: 1 }).toZonedDateTime(zone).toInstant()));

        const time = Temporal.PlainTime.from("00:00").add({ minutes: fifth * 5 });
        const both = (["earlier", "later"] as const).map((disambiguation) =>
          minuteOfInstant(plain.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation }).toInstant()),
        );
        const reads = (at: number): boolean =>
          localOf(asMinute(at), zone).localTime === time.toString({ smallestUnit: "minute" });
        const valid = [...new Set(both)].filter(reads);
        const resolved = resolveLocal(localDate, time.toString({ smallestUnit: "minute" }) as LocalTime, zone);
        if (resolved.kind === "gap") expect(valid).toEqual([]);
        else expect(resolved.kind === "fold" ? [resolved.earlier, resolved.later] : [resolved.minute]).toEqual(valid);
      }),
      RUNS,
    );
  });

  it("finds every instant of a wall-clock range, once", UNHURRIED, () => {
    fc.assert(
      fc.property(anyMinute, anyZone, fc.integer({ min: 1, max: 400 }), (minute, zone, length) => {
        const wallOf = (at: number): number => {
          const zoned = instantOfMinute(asMinute(at)).toZonedDateTimeISO(zone);
          return at + zoned.offsetNanoseconds / 60_000_000_000;
        };
        const wallFrom = wallOf(minute);
        const ranges = instantsOfWallRange(wallFrom, wallFrom + length, zone);
        for (let at = minute - 200; at < minute + 600; at += 5) {
          const wall = wallOf(at);
          const expected = wall >= wallFrom && wall < wallFrom + length ? 1 : 0;
          const found = ranges.filter((range) => range.startsAt <= at && at < range.endsAt).length;
          if (found !== expected) throw new Error(`minute ${at} is there ${found} times`);
        }
      }),
      RUNS,
    );
  });

  it("lists the local dates that a range touches", () => {
    const { startsAt, endsAt } = localDayBounds("2026-03-29", "Europe/Madrid");
    expect(localDatesIn({ startsAt, endsAt }, "Europe/Madrid")).toEqual(["2026-03-29"]);
    expect(localDatesIn({ startsAt, endsAt: asMinute(endsAt + 1) }, "Europe/Madrid")).toEqual([
      "2026-03-29",
      "2026-03-30",
    ]);
    expect(localDatesIn({ startsAt, endsAt: startsAt }, "Europe/Madrid")).toEqual([]);
  });
});

describe("zones", () => {
  it.each([
    ["Europe/Madrid", true],
    ["UTC", true],
    ["America/Argentina/Buenos_Aires", true],
    ["Europe/Madrit", false],
    ["+02:00", false],
    ["", false],
  ])("%j is a zone: %s", (text, expected) => {
    expect(isZone(text)).toBe(expected);
  });

  it("gives the name its usual spelling", () => {
    expect(parseZone("europe/madrid")).toEqual({ ok: true, zone: "Europe/Madrid" });
  });
});

function inWords(localDate: LocalDate, localTime: LocalTime, zone: string): string {
  const resolved = resolveLocal(localDate, localTime, zone);
  if (resolved.kind === "gap") return `gap, next ${instantText(resolved.nextValid)}`;
  if (resolved.kind === "fold") return `${instantText(resolved.earlier)} or ${instantText(resolved.later)}`;
  return instantText(resolved.minute);
}
