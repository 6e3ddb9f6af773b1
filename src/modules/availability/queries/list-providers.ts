import type { AnswerOf, Contract } from "../../../contract/index.ts";
import { nextFree } from "../../../domain/availability/index.ts";
import { MINUTES_PER_DAY, type Minute, minuteOfEpochMs } from "../../../domain/time/index.ts";
import { done, memoryQuery, type Operation } from "../../_kernel/index.ts";
import { catalogueOf, presentProvider } from "../../directory/index.ts";
import type { CalendarCache } from "../calendar-cache.ts";
import { minuteOfIso, momentOf } from "../local-moments.ts";
import { speaks, visitCases } from "../visit-cases.ts";

type Answer = AnswerOf<Contract["providers.list"]>;
type Next = Answer["providers"][number]["next"];

/** Public profiles with the next free time on each card; the soonest first, those without one last [ID-07]. */
export function listProviders(cache: CalendarCache): Operation {
  return memoryQuery("providers.list", {
    permission: "directory.view",
    publicBecause: "patients choose among public profiles before they sign in",
    audit: null,
    run: async ({ context: { organisation, actor }, query, database }) => {
      const catalogue = await catalogueOf(database, organisation.orgId);
      const services = [...catalogue.services.values()].filter(
        (service) =>
          service.active &&
          service.onlineBookable &&
          (query.serviceId === undefined || service.id === query.serviceId) &&
          (query.specialty === undefined || service.specialtyCode === query.specialty),
      );
      const soonest = new Map<string, NonNullable<Next>>();
      const now = minuteOfEpochMs(cache.nowMs());
      for (const service of services) {
        const horizon = (now + service.policy.maxHorizonDays * MINUTES_PER_DAY) as Minute;
        const cases = await visitCases(cache, {
          orgId: organisation.orgId,
          catalogue,
          service,
          locationId: query.locationId,
          language: query.language,
          // Only what would be sooner than another service's next time of the same provider is of interest.
          window: { startsAt: now, endsAt: latestOfInterest(service.providerIds, soonest, horizon) },
          holder: actor.holder,
        });
        for (const { locationId, visitCase } of cases) {
          for (const { providerId, startsAt } of nextFree(visitCase)) {
            const start = momentOf(startsAt, visitCase.zone);
            const known = soonest.get(providerId);
            if (known === undefined || start.at < known.start.at)
              soonest.set(providerId, { serviceId: service.id, locationId, start });
          }
        }
      }
      const offering = new Set(services.flatMap((service) => service.providerIds));
      const providers = [...catalogue.providers.values()].filter(
        (provider) =>
          provider.active &&
          (query.serviceId === undefined && query.specialty === undefined ? true : offering.has(provider.id)) &&
          (query.specialty === undefined ||
            query.serviceId !== undefined ||
            provider.specialties.includes(query.specialty) ||
            offering.has(provider.id)) &&
          (query.locationId === undefined || provider.locationIds.includes(query.locationId)) &&
          (query.language === undefined || provider.languages.some((spoken) => speaks(spoken, query.language ?? ""))),
      );
      const answer = providers.map((provider) => ({
        ...presentProvider(provider),
        next: soonest.get(provider.id) ?? null,
      }));
      answer.sort((a, b) => (a.next?.start.at ?? "9999").localeCompare(b.next?.start.at ?? "9999"));
      return done<Answer>({ providers: answer });
    },
  });
}

function latestOfInterest(
  providerIds: readonly string[],
  soonest: ReadonlyMap<string, NonNullable<Next>>,
  horizon: Minute,
): Minute {
  let latest: Minute | null = null;
  for (const id of providerIds) {
    const known = soonest.get(id);
    if (known === undefined) return horizon;
    const minute = minuteOfIso(known.start.at);
    if (latest === null || minute > latest) latest = minute;
  }
  return latest ?? horizon;
}
