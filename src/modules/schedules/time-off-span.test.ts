import { describe, expect, it } from "vitest";
import { instantText } from "../../domain/time/index.ts";
import type { CatalogueLocation } from "../directory/index.ts";
import type { ScheduledResource } from "./scheduled-resource.ts";
import { timeOffSpan } from "./time-off-span.ts";

const lordHowe = { id: "island", zone: "Australia/Lord_Howe", active: true } as CatalogueLocation;
const resource: ScheduledResource = {
  id: "dr-ruiz",
  kind: "provider",
  name: "Dr Ruiz",
  roomLocationId: null,
  zone: "America/New_York",
  locations: new Map([[lordHowe.id, lordHowe]]),
};
const nowMs = Temporal.Instant.from("2026-03-01T12:00:00Z").epochMilliseconds;

function spanOf(start: string, end: string, locationId?: string): string {
  const [localStartDate = "", localStartTime = ""] = start.split(" ");
  const [localEndDate = "", localEndTime = ""] = end.split(" ");
  const place = locationId === undefined ? {} : { locationId };
  const entered = { kind: "time-off", localStartDate, localStartTime, localEndDate, localEndTime, ...place } as const;
  const span = timeOffSpan(resource, entered, nowMs);
  if (span.ok) return `${instantText(span.value.startsAt)} ${instantText(span.value.endsAt)}`;
  return [span.code, ...(span.fields ?? []).map(({ path, code }) => `${path} ${code}`)].join(", ");
}

describe("time off in the clock of its place [AVAIL-02][AVAIL-08]", () => {
  it.each([
    ["a morning", "2026-03-16 09:00", "2026-03-16 13:00", "2026-03-16T13:00:00Z 2026-03-16T17:00:00Z"],
    [
      "the repeated hour is off whole",
      "2026-11-01 01:30",
      "2026-11-01 01:45",
      "2026-11-01T05:30:00Z 2026-11-01T06:45:00Z",
    ],
    ["over the skipped hour", "2026-03-08 01:00", "2026-03-08 04:00", "2026-03-08T06:00:00Z 2026-03-08T08:00:00Z"],
    ["begins in the skipped hour", "2026-03-08 02:30", "2026-03-08 04:00", "impossible_time, localStartTime bad_time"],
    ["31 February", "2027-02-31 09:00", "2027-03-01 09:00", "impossible_time, localStartDate bad_date"],
    ["25 o'clock", "2026-03-16 09:00", "2026-03-16 25:00", "impossible_time, localEndTime bad_time"],
    ["ends as it begins", "2026-03-16 09:00", "2026-03-16 09:00", "invalid_request, localEndTime ends_before_start"],
    ["began this morning", "2026-03-01 06:00", "2026-03-01 12:00", "2026-03-01T11:00:00Z 2026-03-01T17:00:00Z"],
    ["is over", "2026-02-28 09:00", "2026-02-28 12:00", "invalid_request, localEndDate date_in_past"],
    ["a whole year", "2026-04-01 00:00", "2027-04-01 00:00", "2026-04-01T04:00:00Z 2027-04-01T04:00:00Z"],
    ["longer than a year", "2026-04-01 00:00", "2027-04-03 00:00", "invalid_request, localEndDate out_of_range"],
  ])("%s", (_, start, end, expected) => {
    expect(spanOf(start, end)).toBe(expected);
  });

  it("goes by the clock of the place that is named, if the organisation has it", () => {
    // Lord Howe is eleven hours ahead in March.
    expect(spanOf("2026-03-16 09:00", "2026-03-16 10:00", "island")).toBe("2026-03-15T22:00:00Z 2026-03-15T23:00:00Z");
    expect(spanOf("2026-03-16 09:00", "2026-03-16 10:00", "moon")).toBe(
      "invalid_request, locationId unknown_reference",
    );
  });
});
