import type { Locale } from "../../contract/values.ts";
import type { CodePayload } from "./code-payload.ts";
import { codeTexts } from "./code-texts.ts";
import { html } from "./html.ts";
import { heading, mailHtml, paragraph } from "./mail-layout.ts";
import type { Channel, Outgoing } from "./message.ts";

export interface CodeSender {
  readonly clinicName: string;
  readonly email: string;
  readonly accent: string | null;
}

const template = "code/1";

export function writeCodeMessage(channel: Channel, locale: Locale, payload: CodePayload, sender: CodeSender): Outgoing {
  const { address: to, code, purpose } = payload;
  const { clinicName } = sender;
  const words = codeTexts[locale];
  const hasCode = purpose !== "already-registered" && code !== null;
  if (channel === "sms") {
    return { channel, to, template, text: hasCode ? words.short(code, clinicName) : words.known.short(clinicName) };
  }
  const subject = hasCode ? words.subject(code, clinicName) : words.known.subject(clinicName);
  const lines = hasCode
    ? [words.code(code, clinicName), words.purpose[purpose], words.validity, words.secrecy]
    : words.known.lines(clinicName);
  const body = hasCode
    ? [bigCode(code), ...lines.slice(1).map(paragraph)]
    : [heading(subject), ...lines.map(paragraph)];
  const footer = words.footer(clinicName);
  return {
    channel,
    to,
    template,
    fromName: clinicName,
    replyTo: sender.email,
    subject,
    text: [...lines, footer].join("\n\n"),
    html: mailHtml({ locale, title: subject, clinicName, accent: sender.accent, body, footer }),
    calendar: null,
  };
}

const bigCode = (code: string) =>
  html`<p style="margin:0 0 24px;padding:20px;border-radius:8px;background:#eef3f1;text-align:center;font-size:36px;line-height:40px;font-weight:700;letter-spacing:8px;color:#14201d">${code}</p>`;
