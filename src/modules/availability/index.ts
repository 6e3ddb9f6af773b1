import type { Operation } from "../_kernel/index.ts";
import type { CalendarCache } from "./calendar-cache.ts";
import { ownClaims } from "./own-claims.ts";
import { explainStart } from "./queries/explain-start.ts";
import { listProviders } from "./queries/list-providers.ts";
import { searchAvailability } from "./queries/search-availability.ts";

export { alternativesFor, type WantedVisit } from "./alternatives-for.ts";
export { type CalendarCache, makeCalendarCache } from "./calendar-cache.ts";
export { minuteOfIso, momentOfIso } from "./local-moments.ts";
export { type ClaimsByResource, ownClaims } from "./own-claims.ts";
export { refusalReasons } from "./reason-texts.ts";
export type { ResourceCalendar } from "./resource-calendar.ts";
export { type CaseQuestion, type PlaceCase, visitCases } from "./visit-cases.ts";

export const availabilityOperations = (cache: CalendarCache): Operation[] => [
  searchAvailability(cache, ownClaims),
  explainStart(cache, ownClaims),
  listProviders(cache),
];
