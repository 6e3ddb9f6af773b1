/** A notice to start a test from: `aNotice({ kind: "cancelled" })`. */
import type { VisitNotice } from "./visit-notice.ts";

export function aNotice(changes: Partial<VisitNotice> = {}): VisitNotice {
  return {
    kind: "booked",
    locale: "en",
    clinicName: "Harbour Health",
    clinicEmail: "desk@harbour.example",
    accent: null,
    appointmentId: "01900000-0000-7000-8000-0000000000a1",
    reference: "K7M-4QX9",
    sequence: 0,
    startsAt: Temporal.ZonedDateTime.from("2026-03-16T09:30[America/New_York]"),
    endsAt: Temporal.ZonedDateTime.from("2026-03-16T10:00[America/New_York]"),
    modality: "in-person",
    providerName: "Dr. Elena Marsh",
    placeName: "Main Building",
    address: "210 Riverside Avenue, Riverbend, NY 10599",
    mapUrl: "https://maps.example/?at=40.9,-73.8",
    directions: "Bus 6 stops at the door.",
    preparation: "Please wear loose clothes.",
    whatToBring: "Your insurance card.",
    phone: "+19145550100",
    visitUrl: "https://cita.example/harbour/appointments/01900000-0000-7000-8000-0000000000a1",
    ...changes,
  };
}
