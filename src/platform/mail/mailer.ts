/** Sending e-mail, as the rest of the product sees it. `smtp-mailer.ts` does it; `fake.ts` is the server it talks to here. */
import type { Delivery } from "./delivery.ts";

export interface Mail {
  /** The same for every attempt at one message; the gateway and the mailbox see it as the Message-ID. */
  readonly key: string;
  readonly to: string;
  /** Shown as the sender's name; the address is the installation's. */
  readonly fromName: string;
  readonly replyTo: string | null;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An iCalendar object that mail programs offer to put into the calendar (RFC 6047). */
  readonly calendar: { readonly method: "REQUEST" | "CANCEL"; readonly content: string } | null;
}

export interface Mailer {
  send(mail: Mail): Promise<Delivery>;
  close(): void;
}
