import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMinutes,
  asMinute,
  isOverlapping,
  type LocalDate,
  localDateOf,
  localDayBounds,
  type Minute,
  type TimeRange,
} from "../time/index.ts";
import {
  alternatives,
  assign,
  availableDays,
  bitsOfRanges,
  explainStart,
  findStarts,
  type HeldRange,
  nextFree,
  startsOfRanges,
  type VisitCase,
} from "./index.ts";

/**
 * The search on bits against a slow, obvious reference on intervals: for each minute of the window ask each rule in
 * turn, and try every way of giving the parts to people.
 */
const RUNS = { numRuns: Number(process.env.CITA_PROPERTY_RUNS ?? 500) };
/** More runs by CITA_PROPERTY_RUNS take minutes; a busy machine takes longer too. */
const UNHURRIED = { timeout: 600_000 };

type Diary = {
  readonly resourceId: string;
  readonly open: readonly TimeRange[] | null;
  readonly claimed: readonly TimeRange[];
  readonly holds: readonly HeldRange[];
  readonly closures: readonly TimeRange[];
  readonly ownClaims: readonly TimeRange[];
  readonly durationMinutes?: number;
};
type Part = Omit<VisitCase["requirements"][number], "candidates"> & { readonly candidates: readonly Diary[] };
type Clinic = Omit<VisitCase, "requirements" | "patient"> & {
  readonly parts: readonly Part[];
  readonly patient: Diary | null;
};

// ---- the reference ----

function isStart(clinic: Clinic, start: number, provider: Diary): boolean {
  const [providerPart, ...others] = clinic.parts;
  if (providerPart === undefined) return false;
  const zoned = Temporal.Instant.fromEpochMilliseconds(start * 60_000).toZonedDateTimeISO(clinic.zone);
  if ((zoned.hour * 60 + zoned.minute) % clinic.stepMinutes !== 0) return false;
  if (start < clinic.window.startsAt || start >= clinic.window.endsAt) return false;
  const aheadMs = start * 60_000 - clinic.nowMs;
  if (aheadMs < clinic.noticeMinutes * 60_000) return false;
  if (clinic.horizonMinutes !== null && aheadMs > clinic.horizonMinutes * 60_000) return false;

  const length = provider.durationMinutes ?? Number(providerPart.durationMinutes);
  const lengthOf = (part: Part): number =>
    part === providerPart || part.durationMinutes === "as_provider" ? length : part.durationMinutes;
  const visitEnd = Math.max(...clinic.parts.map((part) => start + part.offsetMinutes + lengthOf(part)));
  if (clinic.patient !== null && !isFree(clinic.patient, start, visitEnd, clinic.nowMs)) return false;

  const can = (part: Part, who: Diary): boolean => {
    const from = start + part.offsetMinutes;
    const to = from + lengthOf(part);
    const isOpen = who.open === null || who.open.some((range) => range.startsAt <= from && to <= range.endsAt);
    return isOpen && isFree(who, from - part.bufferBeforeMinutes, to + part.bufferAfterMinutes, clinic.nowMs);
  };
  return can(providerPart, provider) && canShareOut(others, new Set([provider.resourceId]), can);
}

function canShareOut(
  parts: readonly Part[],
  taken: ReadonlySet<string>,
  can: (part: Part, who: Diary) => boolean,
): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return true;
  return part.candidates.some(
    (who) =>
      !taken.has(who.resourceId) && can(part, who) && canShareOut(rest, new Set([...taken, who.resourceId]), can),
  );
}

/** Minute by minute, so that a claim may be the visit's own in part. */
function isFree(who: Diary, from: number, to: number, nowMs: number): boolean {
  const holds = (range: TimeRange, minute: number): boolean => range.startsAt <= minute && minute < range.endsAt;
  for (let minute = from; minute < to; minute += 5) {
    const isClaimed =
      who.claimed.some((range) => holds(range, minute)) && !who.ownClaims.some((range) => holds(range, minute));
    const isClosed = who.closures.some((range) => holds(range, minute));
    if (isClaimed || isClosed || who.holds.some((hold) => hold.expiresAtMs > nowMs && holds(hold, minute)))
      return false;
  }
  return true;
}

// ---- generated clinics; all times are multiples of five minutes ----

const DAYS = [
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

const five = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min / 5, max: max / 5 }).map((n) => n * 5);

function rangesIn(day: TimeRange, count: number, longest: number): fc.Arbitrary<TimeRange[]> {
  const one = fc.tuple(five(-180, 1680), five(5, longest)).map(([from, length]) => ({
    startsAt: addMinutes(day.startsAt, from),
    endsAt: addMinutes(day.startsAt, from + length),
  }));
  return fc.array(one, { maxLength: count });
}

/** Hours that do not touch: the reference asks for one range that holds the whole part. */
function hoursIn(day: TimeRange): fc.Arbitrary<TimeRange[]> {
  return fc.tuple(five(-180, 600), five(60, 600), five(5, 120), five(60, 600)).map(([from, first, pause, second]) => {
    const reopens = from + first + pause;
    const range = (start: number, end: number): TimeRange => ({
      startsAt: addMinutes(day.startsAt, start),
      endsAt: addMinutes(day.startsAt, end),
    });
    return [range(from, from + first), range(reopens, reopens + second)];
  });
}

function diary(day: TimeRange, resourceId: string): fc.Arbitrary<Diary> {
  return fc
    .record({
      open: fc.option(hoursIn(day), { freq: 8 }),
      claimed: rangesIn(day, 6, 90),
      holds: rangesIn(day, 2, 60),
      expiresIn: fc.constantFrom(-1, 0, 1),
      closures: rangesIn(day, 1, 240),
      ownClaims: rangesIn(day, 1, 60),
      durationMinutes: fc.option(five(5, 120), { nil: undefined }),
    })
    .map(({ holds, expiresIn, durationMinutes, ...rest }) => ({
      ...rest,
      resourceId,
      // Relative to now, which each clinic sets for itself: see `clinicOn`.
      holds: holds.map((hold) => ({ ...hold, expiresAtMs: expiresIn })),
      ...(durationMinutes === undefined ? {} : { durationMinutes }),
    }));
}

function clinicOn(zone: string, localDate: LocalDate): fc.Arbitrary<Clinic> {
  const day = localDayBounds(localDate, zone);
  const people = fc.tuple(...["p1", "p2", "a", "b", "c"].map((id) => diary(day, id)));
  const part = (role: string, ids: readonly string[], durations: fc.Arbitrary<number | "as_provider">) =>
    fc.record({
      role: fc.constant(role),
      ids: fc.subarray([...ids], { minLength: 1 }),
      offsetMinutes: fc.constantFrom(0, 0, 10, 30),
      durationMinutes: durations,
      bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 40),
      bufferAfterMinutes: fc.constantFrom(0, 0, 10, 35),
    });
  const others = part("other", ["a", "b", "c", "p1"], fc.oneof(five(5, 90), fc.constant("as_provider" as const)));
  return fc
    .record({
      people,
      provider: part("provider", ["p1", "p2"], five(5, 120)),
      others: fc.array(others, { maxLength: 3 }),
      patient: fc.option(diary(day, "patient")),
      stepMinutes: fc.constantFrom(5, 10, 15, 20, 25, 30, 50, 60),
      nowBefore: fc.tuple(five(-600, 3000), fc.constantFrom(0, 0, 1, 59_999)),
      noticeMinutes: five(0, 120),
      horizonMinutes: fc.option(five(0, 3000)),
    })
    .map(({ people, provider, others, patient, nowBefore, ...rest }) => {
      const nowMs = (day.startsAt - nowBefore[0]) * 60_000 + nowBefore[1];
      const settled = (who: Diary): Diary => ({
        ...who,
        holds: who.holds.map((hold) => ({ ...hold, expiresAtMs: nowMs + hold.expiresAtMs })),
      });
      const parts = [provider, ...others].map(({ ids, ...each }) => ({
        ...each,
        candidates: people.filter(({ resourceId }) => ids.includes(resourceId)).map(settled),
      }));
      return {
        ...rest,
        zone,
        window: day,
        nowMs,
        providerRole: "provider",
        parts,
        patient: patient === null ? null : { ...settled(patient), open: null, closures: [] },
      };
    });
}

const anyClinic = fc.constantFrom(...DAYS).chain(([zone, localDate]) => clinicOn(zone, localDate));

function caseOf({ parts, patient, ...rest }: Clinic): VisitCase {
  const loaded = { startsAt: addMinutes(rest.window.startsAt, -1440), endsAt: addMinutes(rest.window.endsAt, 1440) };
  const candidate = ({ open, claimed, ...who }: Diary) => ({
    ...who,
    open: open === null ? null : bitsOfRanges(loaded, open),
    claimed: bitsOfRanges(loaded, claimed),
  });
  return {
    ...rest,
    requirements: parts.map((part) => ({ ...part, candidates: part.candidates.map(candidate) })),
    patient: patient === null ? null : { ...candidate(patient), holds: patient.holds },
  };
}

function startsBits(visitCase: VisitCase): Map<string, Minute[]> {
  return new Map(findStarts(visitCase).map(({ providerId, ranges }) => [providerId, startsOfRanges(ranges)]));
}

function everyFive({ startsAt, endsAt }: TimeRange): Minute[] {
  return Array.from({ length: Math.ceil((endsAt - startsAt) / 5) }, (_, n) => asMinute(startsAt + n * 5));
}

describe("the search [AVAIL-05][AVAIL-06]", () => {
  it("finds exactly what the reference finds", UNHURRIED, () => {
    fc.assert(
      fc.property(anyClinic, (clinic) => {
        const found = startsBits(caseOf(clinic));
        for (const provider of clinic.parts[0]?.candidates ?? []) {
          const expected = everyFive(clinic.window).filter((start) => isStart(clinic, start, provider));
          expect(found.get(provider.resourceId)).toEqual(expected);
        }
      }),
      RUNS,
    );
  });

  it(
    "offers a start exactly when there is no reason against it, and then knows who does what [BOOK-14]",
    UNHURRIED,
    () => {
      fc.assert(
        fc.property(anyClinic, (clinic) => {
          const visitCase = caseOf(clinic);
          for (const [providerId, starts] of startsBits(visitCase)) {
            const offered = new Set<number>(starts);
            for (const startsAt of [...everyFive(clinic.window), addMinutes(clinic.window.startsAt, 601)]) {
              const reasons = explainStart(visitCase, { startsAt, providerId });
              if ((reasons.length === 0) !== offered.has(startsAt))
                throw new Error(`${startsAt}: ${JSON.stringify(reasons)}`);
            }
            const [startsAt] = starts;
            if (startsAt === undefined) continue;
            const assignment = assign(visitCase, { startsAt, providerId });
            const ids = assignment.ok ? assignment.parts.map(({ resourceId }) => resourceId) : [];
            expect(ids).toHaveLength(clinic.parts.length);
            expect(new Set(ids).size).toBe(ids.length);
            for (const [index, id] of ids.entries()) {
              expect(clinic.parts[index]?.candidates.map(({ resourceId }) => resourceId)).toContain(id);
            }
          }
        }),
        RUNS,
      );
    },
  );

  it("never gains a start from one more booking", UNHURRIED, () => {
    fc.assert(
      fc.property(
        anyClinic.chain((clinic) => fc.tuple(fc.constant(clinic), rangesIn(clinic.window, 4, 90))),
        ([clinic, more]) => {
          const busier: Clinic = {
            ...clinic,
            parts: clinic.parts.map((part) => ({
              ...part,
              candidates: part.candidates.map((who) => ({ ...who, claimed: [...who.claimed, ...more] })),
            })),
          };
          const before = startsBits(caseOf(clinic));
          for (const [providerId, starts] of startsBits(caseOf(busier)))
            expect(before.get(providerId)).toEqual(expect.arrayContaining(starts));
        },
      ),
      RUNS,
    );
  });

  it("never lets a booked part touch what is busy, held or closed", UNHURRIED, () => {
    fc.assert(
      fc.property(anyClinic, (clinic) => {
        const visitCase = caseOf(clinic);
        for (const [providerId, starts] of startsBits(visitCase)) {
          for (const startsAt of starts) {
            const assignment = assign(visitCase, { startsAt, providerId });
            if (!assignment.ok) throw new Error("offered, but not assigned");
            for (const [index, { resourceId, claim, work }] of assignment.parts.entries()) {
              const who = clinic.parts[index]?.candidates.find((each) => each.resourceId === resourceId);
              if (who === undefined) throw new Error("not a candidate");
              const live = who.holds.filter((hold) => hold.expiresAtMs > clinic.nowMs);
              const claimed = who.ownClaims.length > 0 ? [] : who.claimed;
              expect([...claimed, ...who.closures, ...live].filter((range) => isOverlapping(range, claim))).toEqual([]);
              if (who.open !== null)
                expect(who.open.some((range) => range.startsAt <= work.startsAt && work.endsAt <= range.endsAt)).toBe(
                  true,
                );
            }
          }
        }
      }),
      RUNS,
    );
  });

  it("says the same in short: first starts, days and alternatives", UNHURRIED, () => {
    fc.assert(
      fc.property(anyClinic, five(0, 1435), (clinic, wantedFrom) => {
        const visitCase = caseOf(clinic);
        const starts = startsBits(visitCase);
        const firsts = new Map(nextFree(visitCase).map(({ providerId, startsAt }) => [providerId, startsAt]));
        for (const [providerId, [first]] of starts) expect(firsts.get(providerId)).toBe(first);

        const all = new Set([...starts.values()].flat());
        const days = availableDays(visitCase);
        expect(days.reduce((sum, { startCount }) => sum + startCount, 0)).toBe(all.size);
        for (const { localDate, startCount } of days) {
          expect([...all].filter((start) => localDateOf(start, clinic.zone) === localDate)).toHaveLength(startCount);
        }

        const wanted = { startsAt: addMinutes(clinic.window.startsAt, wantedFrom), providerId: "p1" };
        const pairs = [...starts].flatMap(([providerId, each]) => each.map((startsAt) => `${providerId} ${startsAt}`));
        const choices = pairs.filter((pair) => pair !== `p1 ${wanted.startsAt}`);
        const offered = alternatives([visitCase], wanted).map(
          ({ providerId, startsAt }) => `${providerId} ${startsAt}`,
        );
        expect(offered).toHaveLength(Math.min(6, choices.length));
        expect(new Set(offered).size).toBe(offered.length);
        for (const pair of offered) expect(choices).toContain(pair);
      }),
      RUNS,
    );
  });
});
