import { describe, expect, test } from "vitest";
import { emptyTimeOff, timeOffBody } from "./time-off-draft.ts";

describe("time off as it is sent [AVAIL-08]", () => {
  const draft = { ...emptyTimeOff("2026-12-13"), lastDate: "2026-12-16" };

  test("whole days end with the midnight after the last one", () => {
    expect(timeOffBody(draft)).toEqual({
      kind: "time-off",
      localStartDate: "2026-12-14",
      localStartTime: "00:00",
      localEndDate: "2026-12-17",
      localEndTime: "00:00",
    });
  });

  test("hours are sent as typed, with a note where there is one", () => {
    expect(timeOffBody({ ...draft, isWholeDays: false, note: " Course " })).toMatchObject({
      localStartTime: "09:00",
      localEndDate: "2026-12-16",
      localEndTime: "13:00",
      note: "Course",
    });
  });
});
