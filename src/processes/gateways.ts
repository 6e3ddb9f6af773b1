/** Mail server and text-message gateway: real ones where they are configured, the demo's stand-ins otherwise. */

import type { DemoInbox } from "../modules/messages/index.ts";
import { startSmtpStandIn } from "../platform/mail/fake.ts";
import type { Mailer } from "../platform/mail/mailer.ts";
import { smtpMailer } from "../platform/mail/smtp-mailer.ts";
import { startSmsStandIn } from "../platform/sms/fake.ts";
import type { SmsGateway } from "../platform/sms/sms-gateway.ts";
import { twilioGateway } from "../platform/sms/twilio-gateway.ts";
import type { Configuration } from "./configuration.ts";

export interface Gateways {
  readonly mailer: Mailer;
  readonly sms: SmsGateway;
  /** What the stand-ins have received. */
  readonly inbox: DemoInbox;
  stop(): Promise<void>;
}

/** In demo mode nothing ever reaches a real gateway, whatever is configured: its patients are invented. */
export async function startGateways(configuration: Configuration, say: (line: string) => void): Promise<Gateways> {
  const isReal = !configuration.demo;
  if (isReal && configuration.smtpUrl === null)
    say("No mail server is set (CITA_SMTP_URL): e-mails, codes among them, reach nobody.");
  if (isReal && configuration.sms === null)
    say("No text-message gateway is set (CITA_SMS_URL): text messages reach nobody.");
  const smtp = isReal && configuration.smtpUrl !== null ? null : await startSmtpStandIn();
  const sms = isReal && configuration.sms !== null ? null : await startSmsStandIn();
  const mailer = smtpMailer({ url: smtp?.url ?? configuration.smtpUrl ?? "", fromAddress: configuration.mailFrom });
  const { url = "", account = "demo", secret = "demo", from = "+15550100" } = (isReal ? configuration.sms : null) ?? {};
  const gateway = twilioGateway({ baseUrl: sms?.url ?? url, accountSid: account, authToken: secret, from });
  return {
    mailer,
    sms: gateway,
    inbox: { mails: () => smtp?.received() ?? [], texts: () => sms?.received() ?? [] },
    async stop() {
      mailer.close();
      await smtp?.stop();
      await sms?.stop();
    },
  };
}
