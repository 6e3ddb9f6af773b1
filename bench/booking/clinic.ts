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

export interface FreePlaces {
  next(): FreePlace;
  /**
   * Goes on at the next quarter of an hour. The floors book behind the API's back; at a moment that both book at, the API
   * would choose rooms that are taken, and be refused for no fault of its own.
   */
  startAfresh(): void;
}

const sideBySide = departments * providersEach;

/** Gives each caller the next free place: fifty providers side by side, a quarter of an hour after the other. */
export function freePlaces(stage: Stage, patients: readonly string[]): FreePlaces {
  const services = bookingClinic.services.map(({ key }) => stage.service(key));
  const firstDay = Temporal.Now.zonedDateTimeISO("America/New_York").add({ days: 7 }).toPlainDate();
  const startOfDay = Array.from({ length: 120 }, (_, day) =>
    firstDay
      .add({ days: day })
      .toZonedDateTime({ timeZone: "America/New_York", plainTime: "08:00" })
      .toInstant()
      .toString(),
  );
  let nth = 0;
  function next(): FreePlace {
    const [which, moment] = [nth % sideBySide, Math.floor(nth / sideBySide)];
    const patientId = patients[nth % patients.length];
    const service = services[which % departments];
    const day = startOfDay[Math.floor(moment / perDay)];
    nth += 1;
    if (service === undefined || day === undefined || patientId === undefined) throw new Error("the clinic is full");
    const startsAt = shifted(day, (moment % perDay) * visitMinutes);
    const within = Math.floor(which / departments);
    const { id: serviceId, providerIds, roomIds } = service;
    const [providerId = "", roomId = ""] = [providerIds[within], roomIds[within]];
    return { serviceId, providerId, roomId, patientId, startsAt, visit: rangeFrom(startsAt, visitMinutes) };
  }
  return {
    next,
    startAfresh() {
      nth = Math.ceil(nth / sideBySide) * sideBySide;
    },
  };
}
