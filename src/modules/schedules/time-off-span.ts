/**
 * Time off is entered in the wall-clock time of a place. A time that the clock skips is refused; of an hour that it
 * repeats time off begins with the first and ends with the second, so that nothing of it stays free.
 *
 * Example: New York, 2026-11-01 01:30 to 01:45 is 05:30Z to 06:45Z.
 */
import type { BodyOf } from "../../contract/route.ts";
import type { previewTimeOff } from "../../contract/routes/schedules.ts";
import {
  addDays,
  type LocalDate,
  MINUTES_PER_DAY,
  type Minute,
  minuteOfEpochMs,
  parseLocalDate,
  parseLocalTime,
  resolveLocal,
  type TimeRange,
  type ZoneId,
} from "../../domain/time/index.ts";
import { done, type FieldProblem, type Result, refuse, refuseField } from "../_kernel/index.ts";
import type { ScheduledResource } from "./scheduled-resource.ts";

export type TimeOffBody = BodyOf<typeof previewTimeOff>;

export interface TimeOffSpan extends TimeRange {
  readonly zone: ZoneId;
}

const longestDays = 366;

export function timeOffSpan(resource: ScheduledResource, entered: TimeOffBody, nowMs: number): Result<TimeOffSpan> {
  const { locationId } = entered;
  const place = locationId === undefined ? undefined : resource.locations.get(locationId);
  if (locationId !== undefined && place === undefined) return refuseField("locationId", "unknown_reference");
  const zone = place?.zone ?? resource.zone;
  const problems: FieldProblem[] = [];
  const start = resolveEntered(entered, "localStart", zone, problems);
  const end = resolveEntered(entered, "localEnd", zone, problems);
  if (start === null || end === null) return refuse("impossible_time", { fields: problems });
  const span = { startsAt: start.earliest, endsAt: end.latest };
  if (span.startsAt >= span.endsAt) return refuseField("localEndTime", "ends_before_start");
  if (span.endsAt <= minuteOfEpochMs(nowMs)) return refuseField("localEndDate", "date_in_past");
  if (span.endsAt - span.startsAt > longestDays * MINUTES_PER_DAY) {
    const minimum = entered.localStartDate;
    return refuseField("localEndDate", "out_of_range", {
      minimum,
      maximum: addDays(minimum as LocalDate, longestDays),
    });
  }
  return done({ ...span, zone });
}

interface Resolved {
  readonly earliest: Minute;
  readonly latest: Minute;
}

/** Null, with the reason among the problems, for a date or time that does not exist. */
function resolveEntered(
  entered: TimeOffBody,
  end: "localStart" | "localEnd",
  zone: ZoneId,
  problems: FieldProblem[],
): Resolved | null {
  const date = parseLocalDate(entered[`${end}Date`]);
  const time = parseLocalTime(entered[`${end}Time`]);
  if (!date.ok) problems.push({ path: `${end}Date`, code: "bad_date" });
  if (!time.ok) problems.push({ path: `${end}Time`, code: "bad_time" });
  if (!date.ok || !time.ok) return null;
  const resolved = resolveLocal(date.localDate, time.localTime, zone);
  switch (resolved.kind) {
    case "gap":
      problems.push({ path: `${end}Time`, code: "bad_time" });
      return null;
    case "fold":
      return { earliest: resolved.earlier, latest: resolved.later };
    case "single":
      return { earliest: resolved.minute, latest: resolved.minute };
  }
}
