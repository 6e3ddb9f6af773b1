/**
 * E-mail over SMTP, on a few connections that stay open.
 *
 * SMTP cannot be asked afterwards whether it took a message. So it matters whether the message's text had begun to flow
 * when a connection broke: before that the server certainly does not have it; after that nobody can know.
 */
import type { Readable } from "node:stream";
import nodemailer from "nodemailer";
import type { Delivery } from "./delivery.ts";
import type { Mail, Mailer } from "./mailer.ts";

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps://…` for TLS from the first byte. */
  readonly url: string;
  readonly fromAddress: string;
  readonly maxConnections?: number;
  /** How long the server may be silent within one step; all steps together end after twice as long. */
  readonly silenceMs?: number;
}

export function smtpMailer({ url, fromAddress, maxConnections = 5, silenceMs = 40_000 }: SmtpOptions): Mailer {
  const transporter = nodemailer.createTransport({
    ...settingsOf(url),
    pool: true,
    maxConnections,
    connectionTimeout: silenceMs / 4,
    greetingTimeout: silenceMs / 4,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = fromAddress.slice(fromAddress.lastIndexOf("@") + 1);
  const bodies = new Map<string, Readable>();
  // Nodemailer makes the message's stream when a connection is ready for it: we keep it, to see whether it was read.
  transporter.use("stream", (mail, ready) => {
    const makeStream = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (options) => {
      const body = makeStream(options);
      bodies.set(mail.message.messageId(), body);
      return body;
    };
    ready();
  });

  return {
    async send(mail) {
      const messageId = `<${mail.key}@${host}>`;
      try {
        await transporter.sendMail({
          ...contentOf(mail),
          messageId,
          from: { name: mail.fromName, address: fromAddress },
          signal: AbortSignal.timeout(silenceMs * 2),
        });
        return { outcome: "accepted", gatewayId: messageId };
      } catch (error) {
        return deliveryOfError(error, bodies.get(messageId)?.readableDidRead ?? false);
      } finally {
        bodies.delete(messageId);
      }
    },
    close: () => transporter.close(),
  };
}

function settingsOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host: hostname,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username !== "" && { auth, requireTLS: !secure }),
  };
}

function contentOf({ to, replyTo, language, subject, text, html, calendar }: Mail) {
  return {
    to: { name: "", address: to },
    ...(replyTo !== null && { replyTo: { name: "", address: replyTo } }),
    subject,
    text,
    html,
    headers: { "Content-Language": language, "Auto-Submitted": "auto-generated" },
    ...(calendar !== null && { icalEvent: { ...calendar, filename: "appointment.ics" } }),
  };
}

/** A refusal of this message or recipient by a 5xx reply is final; one of ourselves (sign-in, greeting) is not its fault. */
function deliveryOfError(error: unknown, bodyWasRead: boolean): Delivery {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (responseCode !== undefined) {
    const isAboutThisMessage = code === "EENVELOPE" || code === "EMESSAGE";
    const outcome = isAboutThisMessage && responseCode >= 500 ? "failed-for-good" : "failed-for-now";
    return { outcome, detail: `smtp ${responseCode}` };
  }
  // Without a reply of the server: an address that cannot be written in SMTP is never sent either.
  if (code === "EENVELOPE") return { outcome: "failed-for-good", detail: "not an address" };
  return { outcome: bodyWasRead ? "unknown" : "failed-for-now", detail: code ?? "no answer" };
}
