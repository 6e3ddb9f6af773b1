import type { Stage } from "./stage.ts";

/** The n-th start of a service's grid: visit after visit from 08:00, day after day, from a week ahead. */
export function startOf(stage: Stage, serviceKey: string, n: number): string {
  const { durationMinutes } = stage.service(serviceKey);
  const perDay = Math.floor((10 * 60) / durationMinutes);
  const firstDay = Temporal.Now.zonedDateTimeISO("America/New_York").add({ days: 7 }).toPlainDate();
  return firstDay
    .add({ days: Math.floor(n / perDay) })
    .toZonedDateTime({ timeZone: "America/New_York", plainTime: "08:00" })
    .add({ minutes: (n % perDay) * durationMinutes })
    .toInstant()
    .toString();
}

export const shifted = (start: string, minutes: number): string =>
  Temporal.Instant.from(start).add({ minutes }).toString();
