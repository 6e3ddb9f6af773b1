/**
 * Checks a resource's weekly rules before they are saved and names every fault, each with the rule's place in the list.
 * A person cannot be at two locations at once, a break outside all hours is a slip of the pen, and hours that end
 * before they begin are refused (a night is written 22:00 to 30:00).
 *
 * Example: Mondays 09–17 at North and Mondays 16–20 at South give
 * `{ code: 'overlaps_other_location', ruleIndex: 1, otherRuleIndex: 0 }`.
 */
import {
  addDays,
  dayOfLocalDate,
  instantsOfWallRange,
  isOverlapping,
  isZone,
  type LocalDate,
  MINUTES_PER_DAY,
  type Minute,
  subtractRanges,
  type TimeRange,
  weekdayOfDay,
} from "../time/index.ts";
import type { OpeningRule } from "./opening.ts";

export type RuleRefusal =
  | { readonly code: "unknown_zone" | "weekday_out_of_range" | "minutes_out_of_range"; readonly ruleIndex: number }
  | { readonly code: "ends_before_start" | "validity_reversed" | "break_outside_opening"; readonly ruleIndex: number }
  | { readonly code: "overlaps_other_location"; readonly ruleIndex: number; readonly otherRuleIndex: number };

export type RulesVerdict = { readonly ok: true } | { readonly ok: false; readonly refusals: readonly RuleRefusal[] };

/** Past this many days a pair of rules repeats itself, clock changes of both zones included. */
const DAYS_COMPARED = 53 * 7;

/** `asOf` is the first date that matters: overlaps that ended before it are history. */
export function validateRules(rules: readonly OpeningRule[], asOf: LocalDate): RulesVerdict {
  const malformed = rules.flatMap((rule, ruleIndex) => refusalsOfOne(rule, ruleIndex));
  // Rules that make no sense by themselves cannot be compared with others.
  const broken = new Set(malformed.map((refusal) => refusal.ruleIndex));
  const sound = rules.map((rule, ruleIndex) => ({ rule, ruleIndex })).filter(({ ruleIndex }) => !broken.has(ruleIndex));
  const refusals: RuleRefusal[] = [...malformed];
  for (const { rule, ruleIndex } of sound) {
    if (rule.effect === "break") {
      const openings = sound.map((other) => other.rule).filter((other) => other.effect === "open");
      if (!isInsideOpenings(rule, openings)) refusals.push({ code: "break_outside_opening", ruleIndex });
      continue;
    }
    for (const earlier of sound) {
      if (earlier.ruleIndex >= ruleIndex || earlier.rule.effect === "break") continue;
      if (earlier.rule.locationId === rule.locationId || !isClashing(earlier.rule, rule, asOf)) continue;
      refusals.push({ code: "overlaps_other_location", ruleIndex, otherRuleIndex: earlier.ruleIndex });
    }
  }
  return refusals.length === 0
    ? { ok: true }
    : { ok: false, refusals: refusals.sort((a, b) => a.ruleIndex - b.ruleIndex) };
}

function refusalsOfOne(rule: OpeningRule, ruleIndex: number): RuleRefusal[] {
  const refusals: RuleRefusal[] = [];
  if (!isZone(rule.zone)) refusals.push({ code: "unknown_zone", ruleIndex });
  if (!Number.isInteger(rule.weekday) || rule.weekday < 1 || rule.weekday > 7)
    refusals.push({ code: "weekday_out_of_range", ruleIndex });
  const isWithinTwoDays =
    Number.isInteger(rule.fromMinute) &&
    Number.isInteger(rule.toMinute) &&
    rule.fromMinute >= 0 &&
    rule.fromMinute < MINUTES_PER_DAY &&
    rule.toMinute <= 2 * MINUTES_PER_DAY;
  if (!isWithinTwoDays) refusals.push({ code: "minutes_out_of_range", ruleIndex });
  if (rule.fromMinute >= rule.toMinute) refusals.push({ code: "ends_before_start", ruleIndex });
  if (rule.validFrom !== null && rule.validTo !== null && rule.validFrom > rule.validTo) {
    refusals.push({ code: "validity_reversed", ruleIndex });
  }
  return refusals;
}

/** A break must lie wholly in the hours of its place that are in force at some time together with it. */
function isInsideOpenings(pause: OpeningRule, openings: readonly OpeningRule[]): boolean {
  const hours = openings
    .filter((opening) => opening.locationId === pause.locationId && isValidTogether(opening, pause))
    .flatMap((opening) => [-7, 0, 7].map((days) => weekRange(opening, days)));
  return subtractRanges([weekRange(pause, 0)], hours).length === 0;
}

/** Minutes of the wall clock since Monday 00:00; shifted by a week, Sunday night meets Monday morning. */
function weekRange(rule: OpeningRule, shiftedDays: number): TimeRange {
  const midnight = (rule.weekday - 1 + shiftedDays) * MINUTES_PER_DAY;
  return { startsAt: (midnight + rule.fromMinute) as Minute, endsAt: (midnight + rule.toMinute) as Minute };
}

function isValidTogether(a: OpeningRule, b: OpeningRule): boolean {
  return (a.validFrom ?? "0000") <= (b.validTo ?? "9999") && (b.validFrom ?? "0000") <= (a.validTo ?? "9999");
}

/** Compared as instants, because two locations may have two zones. */
function isClashing(a: OpeningRule, b: OpeningRule, asOf: LocalDate): boolean {
  // Most pairs end here: in one zone, hours that do not meet on the wall never meet (200 rules took two seconds without).
  if (a.zone === b.zone && !isMeetingOnTheWall(a, b)) return false;
  const from = [a.validFrom, b.validFrom, asOf].filter((date) => date !== null).reduce((x, y) => (x > y ? x : y));
  const shiftsOfB = shiftsFrom(b, from);
  return shiftsFrom(a, from).some((shift) => shiftsOfB.some((other) => isOverlapping(shift, other)));
}

function isMeetingOnTheWall(a: OpeningRule, b: OpeningRule): boolean {
  return [-7, 0, 7].some((days) => isOverlapping(weekRange(a, 0), weekRange(b, days)));
}

function shiftsFrom(rule: OpeningRule, from: LocalDate): TimeRange[] {
  // A shift that began on the day before, or is still on that day in another zone, can reach into the first date.
  const firstDay = dayOfLocalDate(addDays(from, -2));
  const shifts: TimeRange[] = [];
  for (let day = firstDay; day < firstDay + DAYS_COMPARED; day += 1) {
    if (weekdayOfDay(day) !== rule.weekday || !isValidOn(rule, day)) continue;
    const midnight = day * MINUTES_PER_DAY;
    shifts.push(...instantsOfWallRange(midnight + rule.fromMinute, midnight + rule.toMinute, rule.zone));
  }
  return shifts;
}

function isValidOn(rule: OpeningRule, day: number): boolean {
  return (
    (rule.validFrom === null || day >= dayOfLocalDate(rule.validFrom)) &&
    (rule.validTo === null || day <= dayOfLocalDate(rule.validTo))
  );
}
