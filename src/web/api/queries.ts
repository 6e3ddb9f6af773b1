/** Reading routes as queries of @tanstack/react-query: `useQuery(routeQuery("services.list", { params: { slug } }))`. */
import { MutationCache, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import type { RouteName } from "../../contract/index.ts";
import type { Problem } from "../../contract/problem.ts";
import { call } from "./call.ts";
import type { Answer, RequestOf } from "./web-route.ts";

/** A refusal as react-query wants it: thrown. `problemOf` gives the document back. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly offline: boolean;
  constructor(problem: Problem, offline: boolean) {
    super(problem.code);
    this.name = "ProblemError";
    this.problem = problem;
    this.offline = offline;
  }
}

export function problemOf(error: unknown): Problem | null {
  return error instanceof ProblemError ? error.problem : null;
}

/** Calls a route and throws its refusal; for query functions and mutations. */
export async function ask<N extends RouteName>(
  name: N,
  request: RequestOf<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  const outcome = await call(name, request, signal);
  if (!outcome.ok) throw new ProblemError(outcome.problem, outcome.offline);
  return outcome.answer;
}

/** The key of a route's answer: `invalidateQueries({ queryKey: ["services.list"] })` reaches all of its answers. */
export function routeKey<N extends RouteName>(name: N, request: RequestOf<N>) {
  return [name, request.params ?? null, request.query ?? null] as const;
}

export function routeQuery<N extends RouteName>(name: N, request: RequestOf<N>) {
  return queryOptions({
    queryKey: routeKey(name, request),
    queryFn: ({ signal }) => ask(name, request, signal),
  });
}

/**
 * Reads are repeated twice when no answer came or the server was busy, never when it refused. `onProblem` hears of every
 * refusal of a query or mutation, for what concerns the whole page, such as a session that has ended.
 */
export function createQueryClient(onProblem?: (problem: Problem) => void): QueryClient {
  const onError = (error: Error) => {
    const problem = problemOf(error);
    if (problem !== null) onProblem?.(problem);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Without a connection the page says so at once; it does not wait for one in silence.
      queries: {
        networkMode: "always",
        staleTime: 15_000,
        retry: (count, error) =>
          count < 2 && error instanceof ProblemError && (error.offline || error.problem.status >= 500),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
