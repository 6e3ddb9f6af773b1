/** Short texts about an appointment that several screens say in the same way. */
import type { Appointment } from "../../../contract/routes/appointments.ts";
import type { Locale, Moment } from "../../../contract/values.ts";
import { clockTime, longDate, shortDate } from "../../i18n/dates.ts";

type Times = Pick<Appointment, "start" | "end">;

/** 'Monday 14 December, 10:20 am – 10:40 am' */
export function dateAndTimes({ start, end }: Times, locale: Locale): string {
  return `${longDate(start.localDate, locale)}, ${timesOf({ start, end }, locale)}`;
}

/** '10:20 am – 10:40 am' */
export function timesOf({ start, end }: Times, locale: Locale): string {
  return `${clockTime(start.localTime, locale)} – ${clockTime(end.localTime, locale)}`;
}

/** 'Mon 14 Dec, 10:20 am' */
export function shortMoment(moment: Pick<Moment, "localDate" | "localTime">, locale: Locale): string {
  return `${shortDate(moment.localDate, locale)}, ${clockTime(moment.localTime, locale)}`;
}

export function minutesBetween(from: string, to: string): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total("minutes");
}
