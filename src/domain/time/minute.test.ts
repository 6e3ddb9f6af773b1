import { describe, expect, it } from "vitest";
import {
  asMinute,
  epochMsOfMinute,
  instantOfMinute,
  instantText,
  minuteOfEpochMs,
  minuteOfInstant,
  parseInstant,
} from "./index.ts";

describe("minute", () => {
  it("is the same instant as text, as Temporal and as milliseconds", () => {
    const parsed = parseInstant("2026-03-16T13:00:00Z");
    expect(parsed).toEqual({ ok: true, minute: 29_561_100 });
    const minute = asMinute(29_561_100);
    expect(instantText(minute)).toBe("2026-03-16T13:00:00Z");
    expect(instantOfMinute(minute).toString()).toBe("2026-03-16T13:00:00Z");
    expect(minuteOfInstant(instantOfMinute(minute))).toBe(minute);
    expect(minuteOfEpochMs(epochMsOfMinute(minute) + 59_999)).toBe(minute);
  });

  it.each([
    ["2026-03-16T14:00:00+01:00", { ok: true, minute: 29_561_100 }],
    ["2026-03-16T13:00Z", { ok: true, minute: 29_561_100 }],
    ["2026-03-16T13:00:00.000Z", { ok: true, minute: 29_561_100 }],
    ["2026-03-16T13:00:30Z", { ok: false, code: "not_a_whole_minute" }],
    ["2026-03-16T13:00:00", { ok: false, code: "malformed_instant" }],
    ["2026-02-31T13:00:00Z", { ok: false, code: "malformed_instant" }],
    ["2026-03-16T25:00:00Z", { ok: false, code: "malformed_instant" }],
    ["2026-03-16", { ok: false, code: "malformed_instant" }],
    ["", { ok: false, code: "malformed_instant" }],
  ])("reads %j", (text, expected) => {
    expect(parseInstant(text)).toEqual(expected);
  });

  it("refuses a fraction of a minute as a bug", () => {
    expect(() => asMinute(0.5)).toThrow(RangeError);
  });
});
