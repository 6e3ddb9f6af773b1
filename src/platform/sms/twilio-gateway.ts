/**
 * Text messages through Twilio's REST API (https://www.twilio.com/docs/messaging/api/message-resource) or a gateway that
 * speaks it.
 *
 * Every message carries our reference as `ClientReference`. A gateway that keeps it gives it back as
 * `client_reference`. Twilio itself leaves out what it does not know: there the same words to the same number are the
 * same message, which holds because each of our texts carries a link or a code of its own.
 */
import type { Delivery } from "../mail/delivery.ts";
import type { Sms, SmsGateway, Whereabouts } from "./sms-gateway.ts";

export interface TwilioOptions {
  /** `https://api.twilio.com`, or another gateway's address. */
  readonly baseUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** A number in E.164, a short code, or a sender's name. */
  readonly from: string;
  readonly timeoutMs?: number;
}

interface GatewayMessage {
  readonly sid: string;
  readonly body: string;
  readonly status: string;
  readonly client_reference?: string;
}

export function twilioGateway(options: TwilioOptions): SmsGateway {
  const { baseUrl, accountSid, authToken, from, timeoutMs = 30_000 } = options;
  const messages = new URL(`/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`, baseUrl);
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
  const call = (url: URL, init: RequestInit) =>
    fetch(url, { ...init, headers: { authorization }, redirect: "error", signal: AbortSignal.timeout(timeoutMs) });

  return {
    async send({ to, text, reference }) {
      const body = new URLSearchParams({ To: to, From: from, Body: text, ClientReference: reference });
      try {
        return await deliveryOf(await call(messages, { method: "POST", body }));
      } catch (error) {
        return deliveryOfError(error);
      }
    },
    async ask(sms) {
      const url = new URL(messages);
      url.search = new URLSearchParams({ To: sms.to, PageSize: "100" }).toString();
      try {
        return await whereabouts(await call(url, { method: "GET" }), sms);
      } catch (error) {
        return { found: "no-answer", detail: codeOf(error) };
      }
    },
  };
}

async function deliveryOf(response: Response): Promise<Delivery> {
  if (response.ok) {
    const { sid } = (await response.json()) as GatewayMessage;
    return { outcome: "accepted", gatewayId: sid };
  }
  const detail = `http ${response.status}`;
  await response.body?.cancel();
  // 400 speaks of this number or text. 401, 403 and 404 speak of our account, which an operator can put right.
  if (response.status === 400) return { outcome: "failed-for-good", detail };
  if (response.status < 500 || response.status === 503) return { outcome: "failed-for-now", detail };
  return { outcome: "unknown", detail };
}

const neverArrived = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** Only a connection that was never made is certain not to have carried the message. */
function deliveryOfError(error: unknown): Delivery {
  const detail = codeOf(error);
  return { outcome: neverArrived.has(detail) ? "failed-for-now" : "unknown", detail };
}

function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name?: string };
  return cause?.code ?? name ?? "no answer";
}

async function whereabouts(response: Response, sms: Sms): Promise<Whereabouts> {
  if (!response.ok) {
    await response.body?.cancel();
    return { found: "no-answer", detail: `http ${response.status}` };
  }
  const { messages } = (await response.json()) as { messages: readonly GatewayMessage[] };
  const same = messages.find(({ client_reference: reference, body, status }) =>
    reference === undefined ? body === sms.text && status !== "failed" : reference === sms.reference,
  );
  return same === undefined ? { found: false } : { found: true, gatewayId: same.sid };
}
