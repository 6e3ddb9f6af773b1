/** A time as the desk names it: what the wall clock shows, or a start that the server offered. */
export interface WantedTime {
  readonly localDate: string;
  readonly localTime: string;
  readonly startsAt?: string | undefined;
  /** Where that start was offered; a provider may work at another place the day after. */
  readonly locationId?: string | undefined;
}

/** The question 'can this be booked?' */
export interface WantedVisit {
  readonly serviceId: string;
  readonly providerId: string;
  readonly locationId?: string | undefined;
  readonly roomId?: string | undefined;
  readonly patientId?: string | undefined;
  readonly movingAppointmentId?: string | undefined;
  readonly time: WantedTime;
}
