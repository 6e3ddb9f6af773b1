/**
 * One appointment as an iCalendar file (RFC 5545), for 'add to calendar' without waiting for the e-mail.
 *
 * The UID is the one of the e-mails' calendar entries, so that a later change by e-mail updates the same entry. Times
 * are instants: every calendar shows them in its own zone, and none needs a table of clock changes.
 */
import type { Appointment } from "../../../contract/routes/appointments.ts";

export interface CalendarWords {
  readonly title: string;
  readonly place: string;
  readonly description: string;
}

export function calendarFile(appointment: Appointment, words: CalendarWords, now: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cita//Patient portal//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${appointment.id}@cita`,
    `SEQUENCE:${appointment.sequence}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(appointment.start.at)}`,
    `DTEND:${stamp(appointment.end.at)}`,
    `SUMMARY:${escaped(words.title)}`,
    `LOCATION:${escaped(words.place)}`,
    `DESCRIPTION:${escaped(words.description)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

/** `2026-12-14T15:20:00Z` as `20261214T152000Z`. */
function stamp(instant: string): string {
  return instant.replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);
}

/** No line longer than 75 octets; what follows begins with a space. A character is never cut. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      octets = 0;
    }
    part += character;
    octets += size;
  }
  parts.push(part);
  return parts.join("\r\n ");
}
