/**
 * Weekly hours as a form sends them, as rules that the domain checks; every fault is named by its line and field.
 *
 * Example: `{ from: '22:00', to: '06:00' }` is a night, minutes 1320 to 1800; `to: '00:00'` is midnight, minute 1440.
 */
import type { HoursRule } from "../../contract/routes/schedules.ts";
import { type OpeningRule, type RuleRefusal, validateRules } from "../../domain/schedule/index.ts";
import {
  type LocalDate,
  localTimeOfMinute,
  MINUTES_PER_DAY,
  minuteOfDay,
  parseLocalDate,
  parseLocalTime,
  type Weekday,
} from "../../domain/time/index.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { FieldProblem } from "../_kernel/index.ts";
import { placeOf, type ScheduledResource } from "./scheduled-resource.ts";

export interface MinuteSpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Null where one of them is no time of day. */
export function minutesOf(from: string, to: string): MinuteSpan | null {
  const [start, end] = [parseLocalTime(from), parseLocalTime(to)];
  if (!start.ok || !end.ok) return null;
  const fromMinute = minuteOfDay(start.localTime);
  const endMinute = minuteOfDay(end.localTime);
  return { fromMinute, toMinute: endMinute <= fromMinute ? endMinute + MINUTES_PER_DAY : endMinute };
}

export const timesOf = ({ fromMinute, toMinute }: MinuteSpan) => ({
  from: localTimeOfMinute(fromMinute),
  to: localTimeOfMinute(toMinute % MINUTES_PER_DAY),
});

export type RulesRead =
  | { readonly ok: true; readonly rules: readonly OpeningRule[] }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

export function readRules(resource: ScheduledResource, entered: readonly HoursRule[], today: LocalDate): RulesRead {
  const unreadable = entered.flatMap((rule, index) => problemsOfOne(resource, rule, `rules.${index}`));
  if (unreadable.length > 0) return { ok: false, fields: unreadable };
  const rules = entered.flatMap((rule) => ruleOf(resource, rule) ?? []);
  const verdict = validateRules(rules, today);
  return verdict.ok ? { ok: true, rules } : { ok: false, fields: verdict.refusals.map(problemOf) };
}

function problemsOfOne(resource: ScheduledResource, rule: HoursRule, path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (placeOf(resource, rule.locationId) === undefined) {
    problems.push({ path: `${path}.locationId`, code: "unknown_reference" });
  }
  for (const field of ["from", "to"] as const) {
    if (!parseLocalTime(rule[field]).ok) problems.push({ path: `${path}.${field}`, code: "bad_time" });
  }
  for (const field of ["validFrom", "validTo"] as const) {
    const date = rule[field];
    if (date !== null && !parseLocalDate(date).ok) problems.push({ path: `${path}.${field}`, code: "bad_date" });
  }
  return problems;
}

function ruleOf(resource: ScheduledResource, rule: HoursRule): OpeningRule | null {
  const place = placeOf(resource, rule.locationId);
  const minutes = minutesOf(rule.from, rule.to);
  if (place === undefined || minutes === null) return null;
  return {
    id: newId(),
    resourceId: resource.id,
    locationId: place.id,
    zone: place.zone,
    weekday: rule.weekday as Weekday,
    ...minutes,
    validFrom: rule.validFrom as LocalDate | null,
    validTo: rule.validTo as LocalDate | null,
    effect: rule.effect,
  };
}

const fieldOfRefusal: Readonly<Record<RuleRefusal["code"], readonly [field: string, code: FieldProblem["code"]]>> = {
  unknown_zone: ["locationId", "unknown_reference"],
  weekday_out_of_range: ["weekday", "not_allowed"],
  minutes_out_of_range: ["to", "bad_time"],
  ends_before_start: ["to", "ends_before_start"],
  validity_reversed: ["validTo", "ends_before_start"],
  break_outside_opening: ["from", "break_outside_hours"],
  overlaps_other_location: ["from", "two_places_at_once"],
};

function problemOf(refusal: RuleRefusal): FieldProblem {
  const [field, code] = fieldOfRefusal[refusal.code];
  return { path: `rules.${refusal.ruleIndex}.${field}`, code };
}
