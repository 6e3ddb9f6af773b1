/**
 * One route of the API, as data: what comes in, what goes out, and under which name both sides know it.
 *
 * The server validates and serialises with the JSON Schemas made from these shapes, the OpenAPI document is made from
 * the same, and the web app takes its types from here (types only: no schema library reaches the browser's portal).
 */
import type { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Route<
  Params extends z.ZodType | undefined = z.ZodType | undefined,
  Query extends z.ZodType | undefined = z.ZodType | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Answer extends z.ZodType | undefined = z.ZodType | undefined,
> {
  readonly method: Method;
  /** Path below `/api/v1`, with `:name` for parameters. A path with `:slug` acts inside that organisation. */
  readonly path: string;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Shape of the 2xx answer; without one the answer is 204 with no body. */
  readonly answer: Answer;
  readonly status: number;
  /** The write takes an `Idempotency-Key` header; a repeat with the same key has one effect [BOOK-06]. */
  readonly idempotent: boolean;
  /** The write needs `If-Match: "<version>"`; a stale version is answered with 412. */
  readonly versioned: boolean;
}

interface RouteInput<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  A extends z.ZodType | undefined,
> {
  method: Method;
  path: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  answer?: A;
  status?: number;
  idempotent?: boolean;
  versioned?: boolean;
}

/** Declares a route; what is left out is `undefined`, and the status is 200, or 204 where there is no answer. */
export function route<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  A extends z.ZodType | undefined = undefined,
>(input: RouteInput<P, Q, B, A>): Route<P, Q, B, A> {
  return {
    method: input.method,
    path: input.path,
    summary: input.summary,
    params: input.params as P,
    query: input.query as Q,
    body: input.body as B,
    answer: input.answer as A,
    status: input.status ?? (input.answer === undefined ? 204 : 200),
    idempotent: input.idempotent ?? false,
    versioned: input.versioned ?? false,
  };
}

type Shape<S> = S extends z.ZodType ? z.infer<S> : undefined;
export type ParamsOf<R extends Route> = Shape<R["params"]>;
export type QueryOf<R extends Route> = Shape<R["query"]>;
export type BodyOf<R extends Route> = Shape<R["body"]>;
export type AnswerOf<R extends Route> = R["answer"] extends z.ZodType ? z.infer<R["answer"]> : undefined;
