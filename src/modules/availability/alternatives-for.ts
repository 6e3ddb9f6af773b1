/** Times to offer instead of one that cannot be had: three at least where the next weeks hold them [BOOK-14]. */

import type { Alternative } from "../../contract/routes/availability.ts";
import { alternatives } from "../../domain/availability/index.ts";
import { MINUTES_PER_DAY, type Minute, type TimeRange } from "../../domain/time/index.ts";
import type { Catalogue, CatalogueService } from "../directory/index.ts";
import type { CalendarCache } from "./calendar-cache.ts";
import { momentOf } from "./local-moments.ts";
import { type CaseQuestion, visitCases } from "./visit-cases.ts";

export interface WantedVisit extends Pick<CaseQuestion, "patientId" | "holder" | "ownClaims"> {
  readonly orgId: string;
  readonly catalogue: Catalogue;
  readonly service: CatalogueService;
  readonly providerId: string | null;
  readonly locationId: string | null;
  readonly startsAt: Minute;
}

const kinds = {
  same_provider: "nearest",
  nearest_time: "nearest",
  other_provider: "other-provider",
  other_place: "other-location",
} as const;

export async function alternativesFor(cache: CalendarCache, wanted: WantedVisit): Promise<Alternative[]> {
  const { catalogue, service, startsAt, providerId, locationId } = wanted;
  for (const days of [7, 30, service.policy.maxHorizonDays]) {
    const window: TimeRange = {
      startsAt: (startsAt - Math.min(days, 30) * MINUTES_PER_DAY) as Minute,
      endsAt: (startsAt + days * MINUTES_PER_DAY) as Minute,
    };
    const { providerId: _asked, locationId: _place, ...question } = wanted;
    const cases = await visitCases(cache, { ...question, window });
    const ordered = [...cases].sort(
      (a, b) => Number(b.locationId === locationId) - Number(a.locationId === locationId),
    );
    const found = alternatives(
      ordered.map(({ visitCase }) => visitCase),
      { startsAt, providerId },
    );
    if (found.length < 3 && days < service.policy.maxHorizonDays) continue;
    return found.flatMap((alternative): Alternative[] => {
      const place = ordered[alternative.caseIndex];
      if (place === undefined) return [];
      return [
        {
          serviceId: service.id,
          providerId: alternative.providerId,
          providerName: catalogue.providers.get(alternative.providerId)?.displayName ?? "",
          locationId: place.locationId,
          start: momentOf(alternative.startsAt, place.visitCase.zone),
          kind: kinds[alternative.reason],
        },
      ];
    });
  }
  return [];
}
