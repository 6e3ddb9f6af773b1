/** Which hold became which appointment, so that the back button after booking finds the appointment. */
const prefix = "cita.booked.";

export function bookedFrom(holdId: string): string | null {
  try {
    return sessionStorage.getItem(prefix + holdId);
  } catch {
    return null;
  }
}

/** A guest may not read the appointment again, but this tab knows that it was booked here. */
export function wasBookedHere(appointmentId: string): boolean {
  return bookedFrom(appointmentId) !== null;
}

export function rememberBooked(holdId: string, appointmentId: string): void {
  try {
    sessionStorage.setItem(prefix + holdId, appointmentId);
    sessionStorage.setItem(prefix + appointmentId, appointmentId);
  } catch {
    // Without storage the back button finds the hold gone, which is true as well.
  }
}
