import { button, heading, mailHtml, type OutgoingMail } from "../messages/index.ts";
import { calendarEntry } from "./calendar-entry.ts";
import { factsHtml, factsText, providerFacts } from "./notice-facts.ts";
import { noticeTexts } from "./notice-texts.ts";
import type { VisitNotice } from "./visit-notice.ts";
import { clockTime, shortDate } from "./visit-times.ts";

export interface ProviderReader {
  readonly to: string;
  /** Somebody else gives the visit now. */
  readonly isFormer: boolean;
}

/** To the provider; the patient is not named, because e-mail is not the place for it: the diary is. */
export function writeProviderMail(notice: VisitNotice, reader: ProviderReader, nowMs: number): OutgoingMail {
  const { kind, locale, startsAt, clinicName, accent, visitUrl } = notice;
  const words = noticeTexts[locale];
  const { providerSubject, providerHeading } = words.kinds[kind];
  const title = reader.isFormer ? words.movedAway : providerHeading;
  const facts = providerFacts(notice, words);
  const footer = words.footer(clinicName);
  const body = [heading(title), factsHtml(facts), button(words.providerButton, visitUrl, accent)];
  return {
    channel: "email",
    to: reader.to,
    template: `${kind}-provider-email/1`,
    fromName: clinicName,
    replyTo: notice.clinicEmail,
    subject: providerSubject(`${shortDate(startsAt, locale)}, ${clockTime(startsAt, locale)}`),
    text: [title, factsText(facts), `${words.providerButton}: ${visitUrl}`, footer].join("\n\n"),
    html: mailHtml({ locale, title, clinicName, accent, body, footer }),
    calendar: calendarEntry(notice, reader.to, nowMs),
  };
}
