/** The typed client of the API, shared by the patients' portal and the staff's application. */
export { call } from "./call.ts";
export { ask, createQueryClient, ProblemError, problemOf, routeKey, routeQuery } from "./queries.ts";
export { randomKey } from "./random-key.ts";
export { useLive } from "./use-live.ts";
export type { Answer, Outcome, Refusal, RequestOf } from "./web-route.ts";
