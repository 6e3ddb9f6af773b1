import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf, RouteName } from "../../contract/index.ts";
import type { Problem } from "../../contract/problem.ts";
import type { routes } from "./routes.generated.ts";

/** What the browser knows of a route; the shapes are types alone. */
export interface WebRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly idempotent: boolean;
  readonly versioned: boolean;
}

/** A part of a request that the route does not have is left out; one whose fields are all optional may be. */
type Part<Key extends string, Shape> = [Shape] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : object extends Shape
    ? { readonly [K in Key]?: Shape }
    : { readonly [K in Key]: Shape };

type Routes = typeof routes;

export type RequestOf<N extends RouteName> = Part<"params", ParamsOf<Contract[N]>> &
  Part<"query", QueryOf<Contract[N]>> &
  Part<"body", BodyOf<Contract[N]>> &
  (Routes[N]["versioned"] extends true
    ? {
        /** The version that the change was made from. */
        readonly ifMatch: number;
      }
    : { readonly ifMatch?: undefined }) &
  (Routes[N]["idempotent"] extends true
    ? {
        /** One key per intention of the person: kept over double clicks and repeats. Left out, one is made per call. */
        readonly idempotencyKey?: string;
      }
    : { readonly idempotencyKey?: undefined });

export type Answer<N extends RouteName> = AnswerOf<Contract[N]>;

export interface Refusal {
  readonly ok: false;
  /** As the server sent it, or made here when no answer came (`offline`) or one that is none of ours (`unreadable`). */
  readonly problem: Problem;
  /** No answer came: the write may or may not have happened, unless it was repeated with success. */
  readonly offline: boolean;
}

export type Outcome<N extends RouteName> = { readonly ok: true; readonly answer: Answer<N> } | Refusal;
