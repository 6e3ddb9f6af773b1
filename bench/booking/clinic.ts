/** A clinic with room for a hundred thousand bookings, none of which is in another's way. */
import type { TimeRange } from "../../src/domain/time/index.ts";
import type { StageClinic } from "../stage/clinic-file.ts";
import { rangeFrom } from "../stage/direct-visits.ts";
import { shifted } from "../stage/free-starts.ts";
import type { Stage } from "../stage/stage.ts";

const departments = 5;
const providersEach = 10;
const visitMinutes = 15;
const perDay = (10 * 60) / visitMinutes;

export const bookingClinic: StageClinic = {
  slug: "busy",
  desks: 4,
  services: Array.from({ length: departments }, (_, n) => ({
    ...{ key: `clinic-${n}`, providers: providersEach, rooms: providersEach, visitMinutes },
  })),
};

export interface FreePlace {
  readonly serviceId: string;
  readonly providerId: string;
  readonly roomId: string;
  readonly patientId: string;
  readonly startsAt: string;
  readonly visit: TimeRange;
}

/** Gives each caller the next free place: fifty providers side by side, a quarter of an hour after the other. */
export function freePlaces(stage: Stage, patients: readonly string[]): () => FreePlace {
  const services = bookingClinic.services.map(({ key }) => stage.service(key));
  const firstDay = Temporal.Now.zonedDateTimeISO("America/New_York").add({ days: 7 }).toPlainDate();
  const startOfDay = Array.from({ length: 120 }, (_, day) =>
    firstDay
      .add({ days: day })
      .toZonedDateTime({ timeZone: "America/New_York", plainTime: "08:00" })
      .toInstant()
      .toString(),
  );
  let next = 0;
  return () => {
    const [which, moment] = [next % (departments * providersEach), Math.floor(next / (departments * providersEach))];
    const patientId = patients[next % patients.length];
    const service = services[which % departments];
    const day = startOfDay[Math.floor(moment / perDay)];
    next += 1;
    if (service === undefined || day === undefined || patientId === undefined) throw new Error("the clinic is full");
    const startsAt = shifted(day, (moment % perDay) * visitMinutes);
    const within = Math.floor(which / departments);
    const { id: serviceId, providerIds, roomIds } = service;
    const [providerId = "", roomId = ""] = [providerIds[within], roomIds[within]];
    return { serviceId, providerId, roomId, patientId, startsAt, visit: rangeFrom(startsAt, visitMinutes) };
  };
}
