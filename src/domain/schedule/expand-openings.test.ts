import { describe, expect, it } from "vitest";
import { type LocalDate, localDayBounds, localOf, minuteOfDay, parseLocalTime, type Weekday } from "../time/index.ts";
import { expandClosedTimes, expandOpenings, type Holiday, type OpeningRule, type ScheduleException } from "./index.ts";

type Zone =
  | "Europe/Madrid"
  | "America/New_York"
  | "Australia/Lord_Howe"
  | "Africa/Cairo"
  | "America/Havana"
  | "Asia/Kathmandu";

/** Minutes since midnight; hours past 24 belong to the next day. */
function minuteOf(clock: string): number {
  const parsed = parseLocalTime(clock);
  if (parsed.ok) return minuteOfDay(parsed.localTime);
  const [hours = "", minutes = ""] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function hours(span: string): { fromMinute: number; toMinute: number } {
  const [from = "", to = ""] = span.split("-");
  return { fromMinute: minuteOf(from), toMinute: minuteOf(to) };
}

function rule(weekday: Weekday, span: string, more: Partial<OpeningRule> = {}): OpeningRule {
  return {
    id: `${weekday} ${span}`,
    resourceId: "dr-ruiz",
    locationId: "north",
    zone: "Europe/Madrid",
    weekday,
    ...hours(span),
    validFrom: null,
    validTo: null,
    effect: "open",
    ...more,
  };
}

function exception(
  localDate: LocalDate,
  kind: ScheduleException["kind"],
  span: string,
  more: Partial<ScheduleException> = {},
): ScheduleException {
  return {
    resourceId: "dr-ruiz",
    locationId: "north",
    zone: "Europe/Madrid",
    localDate,
    kind,
    ...hours(span),
    ...more,
  };
}

/** The openings of one date as the clock on the wall shows them: `09:00-13:00`, with the place where it is not north. */
function openOn(
  localDate: LocalDate,
  rules: readonly OpeningRule[],
  exceptions: readonly ScheduleException[] = [],
  holidays: readonly Holiday[] = [],
  zone: Zone = "Europe/Madrid",
): string[] {
  return expandOpenings(rules, exceptions, holidays, localDayBounds(localDate, zone)).map(
    ({ startsAt, endsAt, locationId }) => {
      const span = `${localOf(startsAt, zone).localTime}-${localOf(endsAt, zone).localTime}`;
      return locationId === "north" ? span : `${span} ${locationId}`;
    },
  );
}

const MONDAY = "2026-03-16";
const TUESDAY = "2026-03-17";
const usual = [rule(1, "09:00-17:00"), rule(1, "13:00-14:00", { effect: "break" })];

describe("weekly hours [AVAIL-01]", () => {
  it.each([
    ["a Monday", MONDAY, [rule(1, "09:00-17:00")], ["09:00-17:00"]],
    ["a Tuesday without hours", TUESDAY, [rule(1, "09:00-17:00")], []],
    ["touching hours join", MONDAY, [rule(1, "12:00-15:00"), rule(1, "09:00-12:00")], ["09:00-15:00"]],
    ["a night, first day", MONDAY, [rule(1, "22:00-30:00")], ["22:00-00:00"]],
    ["a night, second day", TUESDAY, [rule(1, "22:00-30:00")], ["00:00-06:00"]],
    ["before it is valid", MONDAY, [rule(1, "09:00-17:00", { validFrom: TUESDAY })], []],
    ["from its first day", MONDAY, [rule(1, "09:00-17:00", { validFrom: MONDAY })], ["09:00-17:00"]],
    ["to its last day", MONDAY, [rule(1, "09:00-17:00", { validTo: MONDAY })], ["09:00-17:00"]],
    ["after its last day", MONDAY, [rule(1, "09:00-17:00", { validTo: "2026-03-15" })], []],
    [
      "two places on one day",
      MONDAY,
      [rule(1, "09:00-12:00"), rule(1, "15:00-18:00", { locationId: "south" })],
      ["09:00-12:00", "15:00-18:00 south"],
    ],
  ] as const)("%s", (_, localDate, rules, expected) => {
    expect(openOn(localDate, rules)).toEqual(expected);
  });
});

describe("breaks, exceptions, holidays [AVAIL-02]", () => {
  const holiday: Holiday = { localDate: MONDAY, locationId: "north" };
  it.each([
    ["lunch", [], [], ["09:00-13:00", "14:00-17:00"]],
    [
      "closed for two hours",
      [exception(MONDAY, "closed", "10:00-12:00")],
      [],
      ["09:00-10:00", "12:00-13:00", "14:00-17:00"],
    ],
    ["closed all day", [exception(MONDAY, "closed", "00:00-24:00")], [], []],
    ["closed for everybody here", [exception(MONDAY, "closed", "00:00-24:00", { resourceId: null })], [], []],
    [
      "closed for everybody elsewhere",
      [exception(MONDAY, "closed", "00:00-24:00", { resourceId: null, locationId: "south" })],
      [],
      ["09:00-13:00", "14:00-17:00"],
    ],
    ["other hours replace lunch too", [exception(MONDAY, "hours", "10:00-15:00")], [], ["10:00-15:00"]],
    [
      "other hours in two parts",
      [exception(MONDAY, "hours", "08:00-10:00"), exception(MONDAY, "hours", "16:00-18:00")],
      [],
      ["08:00-10:00", "16:00-18:00"],
    ],
    [
      "other hours for everybody here",
      [exception(MONDAY, "hours", "10:00-15:00", { resourceId: null })],
      [],
      ["10:00-15:00"],
    ],
    ["extra hours in the evening", [exception(MONDAY, "extra", "17:00-20:00")], [], ["09:00-13:00", "14:00-20:00"]],
    ["extra hours over lunch", [exception(MONDAY, "extra", "12:00-15:00")], [], ["09:00-17:00"]],
    [
      "extra hours at a new place",
      [exception(MONDAY, "extra", "18:00-20:00", { locationId: "south" })],
      [],
      ["09:00-13:00", "14:00-17:00", "18:00-20:00 south"],
    ],
    ["holiday", [], [holiday], []],
    ["holiday everywhere", [], [{ localDate: MONDAY, locationId: null }], []],
    ["holiday elsewhere", [], [{ localDate: MONDAY, locationId: "south" }], ["09:00-13:00", "14:00-17:00"]],
    ["holiday with extra hours", [exception(MONDAY, "extra", "10:00-12:00")], [holiday], ["10:00-12:00"]],
    ["holiday with other hours stays closed", [exception(MONDAY, "hours", "10:00-12:00")], [holiday], []],
    [
      "closed wins over extra",
      [exception(MONDAY, "extra", "17:00-20:00"), exception(MONDAY, "closed", "12:00-19:00")],
      [],
      ["09:00-12:00", "19:00-20:00"],
    ],
  ] as const)("%s", (_, exceptions, holidays, expected) => {
    expect(openOn(MONDAY, usual, exceptions, holidays)).toEqual(expected);
  });

  it("opens with general extra hours only those who work there", () => {
    const general = exception(MONDAY, "extra", "18:00-20:00", { resourceId: null, locationId: "south" });
    expect(openOn(MONDAY, usual, [general])).toEqual(["09:00-13:00", "14:00-17:00"]);
    const everywhere = exception(MONDAY, "extra", "18:00-20:00", { resourceId: null, locationId: null });
    expect(openOn(MONDAY, usual, [everywhere])).toEqual(["09:00-13:00", "14:00-17:00", "18:00-20:00"]);
    const ended = usual.map((each) => ({ ...each, validTo: "2026-03-01" as LocalDate }));
    expect(openOn(MONDAY, ended, [everywhere])).toEqual([]);
  });

  it("ends the night shift of the day before at the holiday's midnight", () => {
    const nights = [rule(7, "22:00-30:00"), rule(1, "22:00-30:00")];
    expect(openOn("2026-03-15", nights, [], [holiday])).toEqual(["22:00-00:00"]);
    expect(openOn(MONDAY, nights, [], [holiday])).toEqual([]);
    expect(openOn(TUESDAY, nights, [], [holiday])).toEqual(["00:00-06:00"]);
  });

  it("says why a time is closed", () => {
    const closed = [exception(MONDAY, "closed", "16:00-17:00")];
    const why = expandClosedTimes(usual, closed, [], localDayBounds(MONDAY, "Europe/Madrid"));
    expect(why.map((time) => `${localOf(time.startsAt, "Europe/Madrid").localTime} ${time.why}`)).toEqual([
      "13:00 break",
      "16:00 closed_day",
    ]);
    const holidays = expandClosedTimes(usual, [], [holiday], localDayBounds(MONDAY, "Europe/Madrid"));
    expect(holidays.map((time) => time.why)).toEqual(["holiday", "break"]);
  });

  it("refuses a mixture of resources", () => {
    const mixed = [rule(1, "09:00-10:00"), rule(1, "09:00-10:00", { resourceId: "dr-soto" })];
    expect(() => openOn(MONDAY, mixed)).toThrow("one resource");
  });
});

describe("clock changes [AVAIL-01][BOOK-15]", () => {
  it.each([
    ["America/New_York", "2026-03-08", "01:00-04:00", ["01:00-04:00"], 2],
    ["America/New_York", "2026-11-01", "01:00-04:00", ["01:00-04:00"], 4],
    ["America/New_York", "2026-11-01", "01:30-03:00", ["01:30-01:00", "01:30-03:00"], 2],
    ["America/New_York", "2026-03-08", "02:00-03:00", [], 0],
    ["Europe/Madrid", "2026-03-29", "00:00-24:00", ["00:00-00:00"], 23],
    ["Europe/Madrid", "2026-10-25", "00:00-24:00", ["00:00-00:00"], 25],
    ["Australia/Lord_Howe", "2026-10-04", "01:00-03:00", ["01:00-03:00"], 1.5],
    ["Australia/Lord_Howe", "2026-04-05", "01:00-03:00", ["01:00-03:00"], 2.5],
    ["Africa/Cairo", "2026-04-24", "00:00-02:00", ["01:00-02:00"], 1],
    ["Africa/Cairo", "2026-10-29", "22:00-24:00", ["22:00-00:00"], 3],
    ["America/Havana", "2026-03-08", "00:00-02:00", ["01:00-02:00"], 1],
    ["America/Havana", "2026-11-01", "00:00-02:00", ["00:00-02:00"], 3],
    ["Asia/Kathmandu", "2026-06-07", "09:00-17:00", ["09:00-17:00"], 8],
  ] as const)("in %s on %s, %s is open %j", (zone, localDate, span, expected, hoursOpen) => {
    const everyDay = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => rule(weekday, span, { zone }));
    expect(openOn(localDate, everyDay, [], [], zone)).toEqual(expected);
    const openings = expandOpenings(everyDay, [], [], localDayBounds(localDate, zone));
    expect(openings.reduce((sum, opening) => sum + opening.endsAt - opening.startsAt, 0) / 60).toBe(hoursOpen);
  });

  it("keeps 09:00 in Madrid at 09:00 across the change", () => {
    const sundays = [rule(7, "09:00-17:00")];
    for (const localDate of ["2026-03-22", "2026-03-29", "2026-04-05"] as const) {
      expect(openOn(localDate, sundays)).toEqual(["09:00-17:00"]);
    }
  });
});
