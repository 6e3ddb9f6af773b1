import { describe, expect, it } from "vitest";
import {
  addDays,
  dayOfLocalDate,
  localDateOfDay,
  localTimeOfMinute,
  minuteOfDay,
  parseLocalDate,
  parseLocalTime,
  weekdayOf,
} from "./index.ts";

describe("local dates and times", () => {
  it.each([
    ["2026-03-16", "ok"],
    ["2028-02-29", "ok"],
    ["0099-01-01", "impossible_date"],
    ["2027-02-29", "impossible_date"],
    ["2026-02-31", "impossible_date"],
    ["2026-13-01", "impossible_date"],
    ["2026-00-10", "impossible_date"],
    ["2026-3-16", "malformed_date"],
    ["16/03/2026", "malformed_date"],
    ["2026-03-16T09:00", "malformed_date"],
    ["", "malformed_date"],
  ])("reads the date %j as %s [BOOK-03]", (text, expected) => {
    const parsed = parseLocalDate(text);
    expect(parsed.ok ? "ok" : parsed.code).toBe(expected);
  });

  it.each([
    ["00:00", "ok"],
    ["23:59", "ok"],
    ["24:00", "impossible_time"],
    ["24:61", "impossible_time"],
    ["09:60", "impossible_time"],
    ["9:00", "malformed_time"],
    ["09:00:00", "malformed_time"],
    ["9 am", "malformed_time"],
  ])("reads the time %j as %s [BOOK-03]", (text, expected) => {
    const parsed = parseLocalTime(text);
    expect(parsed.ok ? "ok" : parsed.code).toBe(expected);
  });

  it("counts days, weekdays and minutes", () => {
    expect(dayOfLocalDate("1970-01-02")).toBe(1);
    expect(localDateOfDay(-1)).toBe("1969-12-31");
    expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
    expect(weekdayOf("2026-03-16")).toBe(1);
    expect(weekdayOf("1969-12-28")).toBe(7);
    expect(minuteOfDay("09:30")).toBe(570);
    expect(localTimeOfMinute(570)).toBe("09:30");
    expect(() => dayOfLocalDate("2026-99-99")).toThrow(RangeError);
  });
});
