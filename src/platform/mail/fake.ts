/**
 * A mail server of our own on a free port: it takes every message over real SMTP and keeps it in memory, the newest 500.
 * For tests and the demo. Faults can be ordered, one per message to come.
 */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { isoOf, systemClock } from "../clock/clock.ts";

export interface ReceivedMail {
  /** The Message-ID: the same for every attempt at one message. */
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly content: string }[];
  readonly language: string | null;
  readonly receivedAt: string;
}

export type SmtpFault =
  | "refuse-for-now"
  | "refuse-for-good"
  /** Takes the message, and breaks the connection instead of saying so. */
  | "lose-answer"
  /** Breaks the connection before the message's text. */
  | "hang-up";

export interface SmtpStandIn {
  readonly url: string;
  /** Oldest first. */
  received(): readonly ReceivedMail[];
  clear(): void;
  /** What happens to the next message that has no fault yet. */
  next(fault: SmtpFault): void;
  stop(): Promise<void>;
}

const keptAtMost = 500;
const replies = {
  "refuse-for-now": { responseCode: 451, message: "try again later" },
  "refuse-for-good": { responseCode: 550, message: "no such mailbox" },
} as const;

export async function startSmtpStandIn(port = 0): Promise<SmtpStandIn> {
  const received: ReceivedMail[] = [];
  const faults: SmtpFault[] = [];
  const breakConnection = ({ id }: SMTPServerSession): void => {
    for (const connection of server.connections) if (connection.session.id === id) connection._socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo(_address, session, answer) {
      const fault = faults[0];
      if (fault === undefined || fault === "lose-answer") return answer();
      faults.shift();
      if (fault === "hang-up") return breakConnection(session);
      const { responseCode, message } = replies[fault];
      answer(Object.assign(new Error(message), { responseCode }));
    },
    onData(stream, session, answer) {
      simpleParser(stream).then((mail) => {
        received.push(readable(mail));
        if (received.length > keptAtMost) received.shift();
        if (faults[0] !== "lose-answer") return answer();
        faults.shift();
        breakConnection(session);
      }, answer);
    },
  });
  server.on("error", () => {});
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received: () => received,
    clear: () => received.splice(0),
    next: (fault) => faults.push(fault),
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

const addressesOf = (field: ParsedMail["to"]): string =>
  [field ?? []]
    .flat()
    .map(({ text }) => text)
    .join(", ");

function readable(mail: ParsedMail): ReceivedMail {
  const language = mail.headers.get("content-language");
  return {
    id: mail.messageId ?? "",
    to: addressesOf(mail.to),
    from: addressesOf(mail.from),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html === false ? null : mail.html,
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? "",
      contentType,
      content: content.toString("utf8"),
    })),
    language: typeof language === "string" ? language : null,
    receivedAt: isoOf(systemClock.nowMs()),
  };
}
