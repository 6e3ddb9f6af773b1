/**
 * What is known of one message after it was handed to a gateway.
 *
 * 'Unknown' is an answer of its own: the gateway may or may not have the message, and sending it again could send it
 * twice. `detail` is a code or a status, never an address or a text.
 */
export type Delivery =
  | { readonly outcome: "accepted"; readonly gatewayId: string }
  /** The gateway certainly does not have it; the same message may go through later. */
  | { readonly outcome: "failed-for-now"; readonly detail: string }
  | { readonly outcome: "failed-for-good"; readonly detail: string }
  | { readonly outcome: "unknown"; readonly detail: string };
