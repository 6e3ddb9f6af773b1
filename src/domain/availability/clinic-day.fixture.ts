/**
 * Words in which the tests of this folder describe a clinic: hours and bookings as `09:00-12:00` on a date of the
 * place, starts as the clock on its wall shows them.
 *
 * Example: `aCase({ doctors: [aDoctor("ruiz", { open: ["09:00-12:00"], booked: ["10:00-10:30"] })] })`.
 */
import {
  addMinutes,
  asMinute,
  dayOfLocalDate,
  instantsOfWallRange,
  type LocalDate,
  type LocalTime,
  localDayBounds,
  localOf,
  MINUTES_PER_DAY,
  type Minute,
  minuteOfDay,
  resolveLocal,
  type TimeRange,
} from "../time/index.ts";
import {
  type Bits,
  bitsOfRanges,
  type Candidate,
  findStarts,
  type Requirement,
  startsOfRanges,
  type VisitCase,
} from "./index.ts";

export type Place = { readonly zone: string; readonly localDate: LocalDate };

/** An ordinary Monday in Madrid, +01:00. */
export const MONDAY: Place = { zone: "Europe/Madrid", localDate: "2026-03-16" };

export function at(localTime: LocalTime, { zone, localDate }: Place = MONDAY): Minute {
  const resolved = resolveLocal(localDate, localTime, zone);
  if (resolved.kind !== "single") throw new Error(`${localDate} ${localTime} is a ${resolved.kind} in ${zone}`);
  return resolved.minute;
}

/** `09:00-12:00` of the date; `24:00` is its end. */
export function spans(texts: readonly string[], { zone, localDate }: Place = MONDAY): TimeRange[] {
  return texts.flatMap((text) => {
    const [from = "", to = ""] = text.split("-");
    const midnight = dayOfLocalDate(localDate) * MINUTES_PER_DAY;
    return instantsOfWallRange(
      midnight + minuteOfDay(from as LocalTime),
      midnight + minuteOfDay(to as LocalTime),
      zone,
    );
  });
}

/** Bits of the date with a day on both sides, as a server would load them. */
export function dayBits(ranges: readonly TimeRange[], place: Place = MONDAY): Bits {
  const { startsAt, endsAt } = localDayBounds(place.localDate, place.zone);
  return bitsOfRanges(
    { startsAt: addMinutes(startsAt, -MINUTES_PER_DAY), endsAt: addMinutes(endsAt, MINUTES_PER_DAY) },
    ranges,
  );
}

type Diary = { open?: readonly string[]; booked?: readonly string[]; closed?: readonly string[]; place?: Place };

export function aResource(resourceId: string, diary: Diary = {}, more: Partial<Candidate> = {}): Candidate {
  const { open = ["09:00-12:00"], booked = [], closed = [], place = MONDAY } = diary;
  return {
    resourceId,
    open: dayBits(spans(open, place), place),
    claimed: dayBits(spans([...booked, ...closed], place), place),
    holds: [],
    closures: spans(closed, place),
    ...more,
  };
}

export function aPart(role: string, candidates: readonly Candidate[], more: Partial<Requirement> = {}): Requirement {
  return {
    role,
    candidates,
    offsetMinutes: 0,
    durationMinutes: role === "provider" ? 30 : "as_provider",
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    ...more,
  };
}

/** A case for one date; unless said otherwise now is two weeks before, and nothing limits booking ahead. */
export function aCase(
  requirements: readonly Requirement[],
  more: Partial<VisitCase> = {},
  place: Place = MONDAY,
): VisitCase {
  const window = localDayBounds(place.localDate, place.zone);
  return {
    zone: place.zone,
    stepMinutes: 30,
    window,
    nowMs: asMinute(window.startsAt - 14 * MINUTES_PER_DAY) * 60_000,
    noticeMinutes: 0,
    horizonMinutes: null,
    providerRole: "provider",
    requirements,
    patient: null,
    ...more,
  };
}

/** All starts of the provider (the first one if none is named), as in `09:00`. */
export function timesOf(visitCase: VisitCase, providerId?: string): string[] {
  const starts = findStarts(visitCase);
  const found = providerId === undefined ? starts[0] : starts.find((each) => each.providerId === providerId);
  return startsOfRanges(found?.ranges ?? []).map((start) => localOf(start, visitCase.zone).localTime);
}
