/** Sending text messages, as the rest of the product sees it. */
import type { Delivery } from "../mail/delivery.ts";

export interface Sms {
  /** The same for every attempt at one message; the gateway keeps it, so that it can be asked about later. */
  readonly reference: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** The gateway's word on a message that may or may not have reached it. */
export type Whereabouts =
  | { readonly found: true; readonly gatewayId: string }
  /** It answered, and never had the message: sending it is safe. */
  | { readonly found: false }
  | { readonly found: "no-answer"; readonly detail: string };

export interface SmsGateway {
  send(sms: Sms): Promise<Delivery>;
  ask(sms: Sms): Promise<Whereabouts>;
}
