/**
 * The visit as an iCalendar invitation (RFC 5545, 5546). One entry through all its life: the UID is the appointment's and
 * stays, SEQUENCE is the appointment's sequence, so a move updates the entry and a cancellation takes it away.
 *
 * Times are written in UTC: every calendar shows them on its owner's clock, and no time-zone table can be wrong.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from "ical-generator";
import type { OutgoingMail } from "../messages/index.ts";
import { whereOf } from "./notice-facts.ts";
import { noticeTexts } from "./notice-texts.ts";
import type { VisitNotice } from "./visit-notice.ts";

export function calendarEntry(notice: VisitNotice, attendee: string, nowMs: number): OutgoingMail["calendar"] {
  const { kind, locale, clinicName, clinicEmail, providerName, phone, visitUrl } = notice;
  const words = noticeTexts[locale];
  const isCancelled = kind === "cancelled";
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: { company: "Cita", product: "Cita", language: locale.toUpperCase() }, method });
  calendar.createEvent({
    id: `${notice.appointmentId}@cita`,
    sequence: notice.sequence,
    stamp: Temporal.Instant.fromEpochMilliseconds(nowMs),
    start: notice.startsAt.toInstant(),
    end: notice.endsAt.toInstant(),
    summary: words.calendarTitle(clinicName),
    location: whereOf(notice, words),
    description: [providerName, `${words.labels.phone}: ${phone}`, visitUrl].join("\n"),
    url: visitUrl,
    organizer: { name: clinicName, email: clinicEmail },
    attendees: [{ email: attendee, rsvp: false, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED }],
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  });
  return { method: isCancelled ? "CANCEL" : "REQUEST", content: calendar.toString() };
}
