/** The one door to the API: `call("holds.create", { params, body })`, typed by the contract. */
import type { RouteName } from "../../contract/index.ts";
import type { Problem } from "../../contract/problem.ts";
import { lostAnswer } from "./lost-answer.ts";
import { randomKey } from "./random-key.ts";
import { routes } from "./routes.generated.ts";
import type { Outcome, Refusal, RequestOf, WebRoute } from "./web-route.ts";

export const apiRoot = "/api/v1";

/** Waits before a write is sent again with the same key, after its answer was lost. */
const repeatAfterMilliseconds = [400, 1500, 4000];

interface LooseRequest {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly ifMatch?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * Sends one request. Every expected refusal is a value, none is thrown.
 *
 * A write whose answer was lost (no network, 503) is repeated with the same idempotency key, so that it has one effect
 * [BOOK-06]; nothing else is ever repeated here.
 */
export async function call<N extends RouteName>(
  name: N,
  request: RequestOf<N>,
  signal?: AbortSignal,
): Promise<Outcome<N>> {
  const route: WebRoute = routes[name];
  const send = prepare(route, request as LooseRequest, signal);
  let outcome = await send();
  if (!route.idempotent) return outcome as Outcome<N>;
  for (const pause of repeatAfterMilliseconds) {
    if (outcome.ok || !answerWasLost(outcome) || signal?.aborted) break;
    await new Promise((resume) => setTimeout(resume, pause));
    outcome = await send();
  }
  return outcome as Outcome<N>;
}

type LooseOutcome = { readonly ok: true; readonly answer: unknown } | Refusal;

function prepare(route: WebRoute, request: LooseRequest, signal?: AbortSignal): () => Promise<LooseOutcome> {
  const headers = new Headers({ Accept: "application/json", "Accept-Language": document.documentElement.lang || "en" });
  if (request.body !== undefined) headers.set("Content-Type", "application/json");
  if (request.ifMatch !== undefined) headers.set("If-Match", `"${request.ifMatch}"`);
  if (route.idempotent) headers.set("Idempotency-Key", request.idempotencyKey ?? randomKey());
  const init: RequestInit = { method: route.method, headers, credentials: "same-origin" };
  if (request.body !== undefined) init.body = JSON.stringify(request.body);
  if (signal !== undefined) init.signal = signal;
  const url = addressOf(route.path, request.params, request.query);
  return async () => {
    try {
      return await read(await fetch(url, init));
    } catch {
      return { ok: false, problem: lostAnswer("offline", 0), offline: true };
    }
  };
}

async function read(response: Response): Promise<LooseOutcome> {
  const text = await response.text();
  if (response.ok && text === "") return { ok: true, answer: undefined };
  const document = parsed(text);
  if (response.ok && document !== null) return { ok: true, answer: document };
  if (document !== null && isProblem(document)) return { ok: false, problem: document, offline: false };
  return { ok: false, problem: lostAnswer("unreadable", response.status), offline: false };
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function isProblem(document: object): document is Problem {
  return "code" in document && "title" in document && "recovery" in document;
}

function answerWasLost(refusal: Refusal): boolean {
  return refusal.offline || refusal.problem.status === 503;
}

/** `/organisations/:slug/holds` with its parameters filled in and the query that is not empty appended. */
export function addressOf(path: string, params: object | undefined, query: object | undefined): string {
  const values = new Map(Object.entries(params ?? {}));
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, key: string) => encodeURIComponent(String(values.get(key))));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  }
  const text = search.toString();
  return `${apiRoot}${filled}${text === "" ? "" : `?${text}`}`;
}
