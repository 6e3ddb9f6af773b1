/** Requests as browsers send them: over HTTP, with cookies, from addresses of their own, on connections that stay open. */
import { Agent, request } from "node:http";
import { type BodyOf, type Contract, contract, type RouteName } from "../../src/contract/index.ts";
import { newId } from "../../src/platform/ids/identifiers.ts";

/** Who asks: a session, or the cookie of somebody who has not signed in. */
export interface Caller {
  readonly session?: string;
  readonly visitor?: string;
  /** The address that the proxy in front would report. */
  readonly address?: string;
}

export interface Asked<N extends RouteName> {
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: BodyOf<Contract[N]>;
  readonly ifMatch?: number;
  /** A fresh key where none is given. */
  readonly key?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

export interface Api {
  ask<N extends RouteName>(name: N, caller: Caller, asked?: Asked<N>): Promise<Answer>;
  close(): void;
}

export const bodyOf = <T>({ text }: Answer): T => JSON.parse(text) as T;

/** What a request needs besides its body; the same for the load generator, which sends it by itself. */
export function headersOf(url: string, { session, visitor, address }: Caller): Record<string, string> {
  const cookies = [
    ...(session ? [`cita-session=${session}`] : []),
    ...(visitor ? [`cita-visitor=${visitor}`] : ["cita-visitor=nobody"]),
  ];
  return {
    origin: url,
    cookie: cookies.join("; "),
    ...(address !== undefined && { "x-forwarded-for": address }),
  };
}

export function pathOf(name: RouteName, slug: string, id = "", query: Readonly<Record<string, string>> = {}): string {
  const path = contract[name].path.replace(":slug", slug).replace(":id", id);
  const search = new URLSearchParams(query).toString();
  return `/api/v1${path}${search === "" ? "" : `?${search}`}`;
}

export function openApi(url: string, slug: string, connections: number): Api {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  return {
    ask(name, caller, asked = {}) {
      const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
      const startedAt = performance.now();
      return new Promise((done, failed) => {
        const sent = request(
          {
            ...{
              agent,
              hostname,
              port,
              method: contract[name].method,
              path: pathOf(name, slug, asked.id, asked.query),
            },
            headers: {
              ...headersOf(url, caller),
              ...(contract[name].idempotent && { "idempotency-key": asked.key ?? newId() }),
              ...(asked.ifMatch !== undefined && { "if-match": `"${asked.ifMatch}"` }),
              ...(body !== undefined && {
                "content-type": "application/json",
                "content-length": Buffer.byteLength(body),
              }),
            },
          },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on("data", (part: Buffer) => parts.push(part));
            answer.on("error", failed);
            answer.on("end", () => {
              const text = Buffer.concat(parts).toString("utf8");
              done({ status: answer.statusCode ?? 0, text, milliseconds: performance.now() - startedAt });
            });
          },
        );
        sent.on("error", failed);
        sent.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
