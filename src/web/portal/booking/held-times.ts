/**
 * What this tab remembers of the times it holds: one per service, so that choosing another gives the first one back,
 * and which hold became which appointment, so that the back button after booking finds the appointment.
 */
const held = "cita.held.";
const booked = "cita.booked.";

export function heldFor(serviceId: string): string | null {
  return read(held + serviceId);
}

export function rememberHold(serviceId: string, holdId: string): void {
  write(held + serviceId, holdId);
}

export function bookedFrom(holdId: string): string | null {
  return read(booked + holdId);
}

export function rememberBooked(serviceId: string, holdId: string, appointmentId: string): void {
  write(booked + holdId, appointmentId);
  write(held + serviceId, null);
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Without storage the hold simply lapses on the server.
  }
}
