import { createContext, use } from "react";
import type { Patient } from "../../../contract/routes/patients.ts";

/** What is known when the drawer opens: a gap in the diary names place and time, a record names the patient. */
export interface BookingStart {
  readonly providerId?: string;
  readonly roomId?: string;
  readonly locationId?: string;
  readonly localDate?: string;
  readonly localTime?: string;
  readonly patient?: Patient;
}

export const BookingContext = createContext<(start: BookingStart) => void>(() => undefined);

/** Opens the booking drawer, from any page. */
export function useOpenBooking(): (start: BookingStart) => void {
  return use(BookingContext);
}
