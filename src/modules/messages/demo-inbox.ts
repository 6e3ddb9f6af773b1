/** What the demo's stand-ins for mail server and text-message gateway have received; set once, when the process starts. */
import type { ReceivedMail } from "../../platform/mail/fake.ts";
import type { ReceivedSms } from "../../platform/sms/fake.ts";

export interface DemoInbox {
  mails(): readonly ReceivedMail[];
  texts(): readonly ReceivedSms[];
}

let configured: DemoInbox | null = null;

export function configureDemoInbox(inbox: DemoInbox | null): void {
  configured = inbox;
}

/** Null outside demo mode. */
export const demoInbox = (): DemoInbox | null => configured;
