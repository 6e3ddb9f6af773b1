/**
 * When a visit was booked: most one or two weeks ahead, some on the day, none before the booking window opened, none
 * after now, and all while people are awake.
 */
import { asMinute, MINUTES_PER_DAY, type Minute, offsetMinutesAt } from "../../../domain/time/index.ts";
import type { HistoryInput, VisitPlace } from "./history-types.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Half of all visits are booked less than this long ahead. */
const medianLeadDays = 9;
/** A visit still to come was booked this long ago, on average. */
const meanDaysSinceBooking = 6;

export function bookedAtOf(random: SeededRandom, place: VisitPlace, { now, zone }: HistoryInput): Minute {
  const leadDays = medianLeadDays * Math.exp(random.normal());
  const daysAgo = -Math.log(1 - random.next()) * meanDaysSinceBooking;
  const wanted = place.startsAt <= now ? place.startsAt - leadDays * MINUTES_PER_DAY : now - daysAgo * MINUTES_PER_DAY;
  const earliest = place.startsAt - place.service.maxHorizonDays * MINUTES_PER_DAY;
  const latest = Math.min(place.startsAt - 60, now - 1);
  const clamped = Math.floor(Math.max(earliest, Math.min(wanted, latest)));
  const awake = inWakingHours(random, clamped, zone);
  return asMinute(awake >= earliest && awake <= latest ? awake : Math.min(clamped, latest));
}

/** The same day of the place's calendar, between seven in the morning and ten at night. */
function inWakingHours(random: SeededRandom, minute: number, zone: string): number {
  const offset = offsetMinutesAt(zone, minute);
  const midnight = Math.floor((minute + offset) / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  return midnight + random.integer(7 * 60, 22 * 60 - 1) - offset;
}
