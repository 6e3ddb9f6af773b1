import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Me } from "../../../contract/routes/platform.ts";
import { call, ProblemError, routeKey } from "../../api/index.ts";

export const meKey = routeKey("me.get", {});

/** The signed-in person, or null: not being signed in is a state, not an error. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async ({ signal }): Promise<Me | null> => {
    const outcome = await call("me.get", {}, signal);
    if (outcome.ok) return outcome.answer;
    if (outcome.problem.status === 401) return null;
    throw new ProblemError(outcome.problem, outcome.offline);
  },
  staleTime: 60_000,
});

/** `undefined` while it is not known yet. */
export function useMe(): Me | null | undefined {
  return useQuery(meQuery).data;
}
