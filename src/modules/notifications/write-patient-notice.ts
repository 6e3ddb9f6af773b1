import { button, heading, mailHtml, type Outgoing, type OutgoingMail, paragraph } from "../messages/index.ts";
import { calendarEntry } from "./calendar-entry.ts";
import { factsHtml, factsText, patientFacts, whereOf } from "./notice-facts.ts";
import { noticeTexts } from "./notice-texts.ts";
import type { VisitNotice } from "./visit-notice.ts";
import { clockTime, clockTimeWithZone, shortDate } from "./visit-times.ts";

export interface PatientReader {
  readonly given: string;
  readonly to: string;
}

/** Short, and the same facts: when, with whom, where, how to reach us, the link. */
export function writePatientSms(notice: VisitNotice, { to }: PatientReader): Outgoing {
  const { kind, locale, startsAt, clinicName, providerName, visitUrl, phone } = notice;
  const words = noticeTexts[locale];
  const when = `${shortDate(startsAt, locale)}, ${clockTimeWithZone(startsAt, locale)}`;
  const facts = [when, providerName, whereOf(notice, words)].join(", ");
  const text = `${clinicName}: ${words.kinds[kind].short} ${facts}. ${visitUrl} ${words.labels.phone} ${phone}`;
  return { channel: "sms", to, template: `${kind}-sms/1`, text };
}

export function writePatientMail(notice: VisitNotice, { given, to }: PatientReader, nowMs: number): OutgoingMail {
  const { kind, locale, startsAt, clinicName, accent, visitUrl, phone } = notice;
  const words = noticeTexts[locale];
  const { subject, heading: title, intro, button: label, closing } = words.kinds[kind];
  const facts = patientFacts(notice, words);
  const opening = `${words.greeting(given)} ${intro(clinicName)}`;
  const ending = closing(phone);
  const footer = words.footer(clinicName);
  const body = [
    heading(title),
    paragraph(opening),
    factsHtml(facts),
    button(label, visitUrl, accent),
    paragraph(ending),
  ];
  return {
    channel: "email",
    to,
    template: `${kind}-email/1`,
    fromName: clinicName,
    replyTo: notice.clinicEmail,
    subject: subject(`${shortDate(startsAt, locale)}, ${clockTime(startsAt, locale)}`),
    text: [title, opening, factsText(facts), `${label}: ${visitUrl}`, ending, footer].join("\n\n"),
    html: mailHtml({ locale, title, clinicName, accent, body, footer }),
    calendar: calendarEntry(notice, to, nowMs),
  };
}
