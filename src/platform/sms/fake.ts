/**
 * A text-message gateway of our own on a free port, speaking the part of Twilio's API that `twilio-gateway.ts` uses. It
 * keeps the newest 500 messages in memory. For tests and the demo. Faults can be ordered, one per message to come.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { isoOf, systemClock } from "../clock/clock.ts";
import { newId } from "../ids/identifiers.ts";

export interface ReceivedSms {
  readonly id: string;
  /** Our reference for the message, as it was sent along. */
  readonly reference: string;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly receivedAt: string;
}

export type SmsFault =
  | "refuse-for-now"
  | "refuse-for-good"
  /** Takes the message, and breaks the connection instead of saying so. */
  | "lose-answer"
  /** Breaks the connection and takes nothing. */
  | "hang-up"
  /** Takes the message, and answers with an error all the same. */
  | "false-error"
  | { readonly delayMs: number };

export interface SmsStandIn {
  readonly url: string;
  /** Oldest first. */
  received(): readonly ReceivedSms[];
  clear(): void;
  /** What happens to the next message that has no fault yet. */
  next(fault: SmsFault): void;
  /** Questions about messages are not answered while true. */
  setDeaf(deaf: boolean): void;
  stop(): Promise<void>;
}

const keptAtMost = 500;

export async function startSmsStandIn(port = 0): Promise<SmsStandIn> {
  const received: ReceivedSms[] = [];
  const faults: SmsFault[] = [];
  let deaf = false;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await readText(request));
    const fault = faults.shift();
    if (fault === "hang-up") return void response.destroy();
    if (fault === "refuse-for-now") return answer(response, 503, { code: 20503, message: "try again later" });
    if (fault === "refuse-for-good") return answer(response, 400, { code: 21211, message: "not a number" });
    if (typeof fault === "object") await wait(fault.delayMs);
    const sms = keep(form);
    if (fault === "lose-answer") return void response.destroy();
    if (fault === "false-error") return answer(response, 500, { code: 20500, message: "internal error" });
    answer(response, 201, presented(sms));
  }

  function keep(form: URLSearchParams): ReceivedSms {
    const field = (name: string): string => form.get(name) ?? "";
    const sms: ReceivedSms = {
      id: `SM${newId().replaceAll("-", "")}`,
      reference: field("ClientReference"),
      to: field("To"),
      from: field("From"),
      text: field("Body"),
      receivedAt: isoOf(systemClock.nowMs()),
    };
    received.push(sms);
    if (received.length > keptAtMost) received.shift();
    return sms;
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (!/^\/2010-04-01\/Accounts\/[^/]+\/Messages\.json$/.test(url.pathname)) return answer(response, 404, {});
    if (!request.headers.authorization?.startsWith("Basic ")) return answer(response, 401, {});
    if (request.method === "POST") return void take(request, response).catch(() => response.destroy());
    if (deaf) return void response.destroy();
    const to = url.searchParams.get("To");
    const messages = received.filter((sms) => to === null || sms.to === to).map(presented);
    answer(response, 200, { messages: messages.reverse().slice(0, 100) });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => received,
    clear: () => received.splice(0),
    next: (fault) => faults.push(fault),
    setDeaf: (value) => {
      deaf = value;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function presented({ id, reference, to, from, text, receivedAt }: ReceivedSms) {
  return { sid: id, client_reference: reference, to, from, body: text, status: "sent", date_created: receivedAt };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
