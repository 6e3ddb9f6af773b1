import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asMinute, type LocalDate, localDayBounds, type Minute } from "../time/index.ts";
import { expandOpenings, type Holiday, type OpeningRule, type ScheduleException } from "./index.ts";

/**
 * The slow, obvious reference: for every fifth minute ask Temporal what the clock at the place reads, then go through
 * the rules as a receptionist would.
 */
const RUNS = { numRuns: Number(process.env.CITA_PROPERTY_RUNS ?? 500) };
/** More runs by CITA_PROPERTY_RUNS take minutes; a busy machine takes longer too. */
const UNHURRIED = { timeout: 600_000 };

const CHANGES = [
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Europe/Madrid", "2026-03-29"],
  ["Europe/Madrid", "2026-10-25"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Africa/Cairo", "2026-04-24"],
  ["Africa/Cairo", "2026-10-29"],
  ["America/Havana", "2026-03-08"],
  ["America/Havana", "2026-11-01"],
  ["Asia/Kathmandu", "2026-06-07"],
] as const;

const anyDate = (around: LocalDate): fc.Arbitrary<LocalDate> =>
  fc.integer({ min: -2, max: 2 }).map((days) => Temporal.PlainDate.from(around).add({ days }).toString() as LocalDate);

const anyHours = fc
  .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 288 }))
  .map(([from, length]) => ({ fromMinute: from * 5, toMinute: Math.min(from + length, 576) * 5 }));

const anyPlace = fc.constantFrom("north", "south");

function anySchedule(zone: string, around: LocalDate) {
  const rule: fc.Arbitrary<OpeningRule> = fc
    .record({
      id: fc.constant("rule"),
      resourceId: fc.constant("dr-ruiz"),
      locationId: anyPlace,
      zone: fc.constant(zone),
      weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
      validFrom: fc.option(anyDate(around)),
      validTo: fc.option(anyDate(around)),
      effect: fc.constantFrom("open", "open", "break"),
      hours: anyHours,
    })
    .map(({ hours, ...rest }) => ({ ...rest, ...hours }));
  const exception: fc.Arbitrary<ScheduleException> = fc
    .record({
      resourceId: fc.constantFrom("dr-ruiz", null),
      locationId: fc.option(anyPlace),
      zone: fc.constant(zone),
      localDate: anyDate(around),
      kind: fc.constantFrom("closed", "hours", "extra"),
      hours: anyHours,
    })
    .map(({ hours, ...rest }) => ({ ...rest, ...hours }));
  const holiday: fc.Arbitrary<Holiday> = fc.record({ localDate: anyDate(around), locationId: fc.option(anyPlace) });
  return fc.record({
    zone: fc.constant(zone),
    around: fc.constant(around),
    rules: fc.array(rule, { maxLength: 8 }),
    exceptions: fc.array(exception, { maxLength: 3 }),
    holidays: fc.array(holiday, { maxLength: 1 }),
  });
}

const anyCase = fc.constantFrom(...CHANGES).chain(([zone, around]) => anySchedule(zone, around));

type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

function isOpenByTheBook({ zone, rules, exceptions, holidays }: Case, place: string, at: Minute): boolean {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone);
  const today = zoned.toPlainDate();
  const clock = zoned.hour * 60 + zoned.minute;
  // Today's hours, and yesterday's that run past midnight.
  const days = [
    { date: today, minute: clock },
    { date: today.subtract({ days: 1 }), minute: clock + 1440 },
  ];
  const covers = (row: { fromMinute: number; toMinute: number }, minute: number): boolean =>
    row.fromMinute <= minute && minute < row.toMinute;
  const here = exceptions.filter(({ locationId }) => locationId === null || locationId === place);
  let isShift = false;
  let isBreak = false;
  let isExtra = false;
  let isClosed = false;
  for (const { date, minute } of days) {
    const text = date.toString();
    const inForce = rules.filter(
      (rule) => rule.locationId === place && (rule.validFrom ?? "0") <= text && text <= (rule.validTo ?? "9"),
    );
    const ofDay = here.filter(({ localDate }) => localDate === text);
    const opening = ofDay.filter(
      ({ resourceId, locationId }) => (resourceId !== null && locationId !== null) || inForce.length > 0,
    );
    const ownHours = opening.filter(({ kind }) => kind === "hours");
    const weekly = ownHours.length > 0 ? [] : inForce.filter(({ weekday }) => weekday === date.dayOfWeek);
    isShift ||=
      ownHours.some((row) => covers(row, minute)) || weekly.some((row) => row.effect === "open" && covers(row, minute));
    isBreak ||= weekly.some((row) => row.effect === "break" && covers(row, minute));
    isExtra ||= opening.some((row) => row.kind === "extra" && covers(row, minute));
    isClosed ||= ofDay.some((row) => row.kind === "closed" && covers(row, minute));
  }
  const isHoliday = holidays.some(
    (holiday) =>
      holiday.localDate === today.toString() && (holiday.locationId === null || holiday.locationId === place),
  );
  return !isClosed && (isExtra || (isShift && !isBreak && !isHoliday));
}

describe("expandOpenings against the book [AVAIL-01][AVAIL-02]", () => {
  it("is open exactly when the clock on the wall says so, sorted and merged", UNHURRIED, () => {
    fc.assert(
      fc.property(anyCase, (schedule) => {
        const window = {
          startsAt: asMinute(localDayBounds(schedule.around, schedule.zone).startsAt - 300),
          endsAt: asMinute(localDayBounds(schedule.around, schedule.zone).endsAt + 300),
        };
        const openings = expandOpenings(schedule.rules, schedule.exceptions, schedule.holidays, window);
        for (const place of ["north", "south"]) {
          const ofPlace = openings.filter(({ locationId }) => locationId === place);
          for (const [index, opening] of ofPlace.entries()) {
            expect(opening.startsAt).toBeLessThan(opening.endsAt);
            expect(opening.startsAt).toBeGreaterThan(ofPlace[index - 1]?.endsAt ?? window.startsAt - 1);
          }
          for (let at = window.startsAt; at < window.endsAt; at = asMinute(at + 5)) {
            const isOpen = ofPlace.some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
            if (isOpen !== isOpenByTheBook(schedule, place, at)) {
              throw new Error(`${place} at ${Temporal.Instant.fromEpochMilliseconds(at * 60_000)}: open ${isOpen}`);
            }
          }
        }
        expect(openings.map(({ startsAt }) => startsAt)).toEqual(
          openings.map(({ startsAt }) => startsAt).sort((a, b) => a - b),
        );
      }),
      RUNS,
    );
  });
});
