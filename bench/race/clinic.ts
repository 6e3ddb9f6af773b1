import type { StageClinic } from "../stage/clinic-file.ts";

/** `visit` is booked through the API, `theatre` and `held` by the database's function alone. */
export const raceClinic: StageClinic = {
  slug: "harbour",
  desks: 2,
  services: [
    { key: "visit", providers: 6, rooms: 6, visitMinutes: 30 },
    { key: "theatre", providers: 8, rooms: 8, visitMinutes: 60 },
    { key: "held", providers: 8, rooms: 8, visitMinutes: 30 },
  ],
};
