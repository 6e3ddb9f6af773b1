import type { AnswerOf, Contract } from "../../../contract/index.ts";
import { findStarts, nextFree, type VisitCase } from "../../../domain/availability/index.ts";
import {
  addDays,
  localDateOf,
  localDayBounds,
  MINUTES_PER_DAY,
  type Minute,
  minuteOfEpochMs,
  parseLocalDate,
  type TimeRange,
  weekdayOf,
} from "../../../domain/time/index.ts";
import { done, memoryQuery, type Operation, refuse, refuseField } from "../../_kernel/index.ts";
import { catalogueOf } from "../../directory/index.ts";
import type { CalendarCache } from "../calendar-cache.ts";
import { momentOf, rangesByDay } from "../local-moments.ts";
import type { OwnClaims } from "../own-claims.ts";
import { type PlaceCase, visitCases } from "../visit-cases.ts";

type Answer = AnswerOf<Contract["availability.search"]>;

const daysUnlessAsked = 14;

/** Free starts of a service: found in memory, sent as ranges, grouped by the clinic's local days [AVAIL-06]. */
export function searchAvailability(cache: CalendarCache, ownClaims: OwnClaims): Operation {
  return memoryQuery("availability.search", {
    permission: "availability.search",
    publicBecause: "patients see free times before they sign in",
    audit: null,
    run: async ({ context, query, database }) => {
      const { organisation, actor } = context;
      const catalogue = await catalogueOf(database, organisation.orgId);
      const service = catalogue.services.get(query.serviceId);
      if (service === undefined || !service.active) return refuse("not_found");
      const zone = catalogue.locations.get(query.locationId ?? "")?.zone ?? organisation.zone;
      const today = localDateOf(minuteOfEpochMs(cache.nowMs()), zone);
      const from = query.from === undefined ? today : parseLocalDate(query.from);
      if (typeof from !== "string" && !from.ok) return refuseField("from", "bad_date");
      const firstDate = typeof from === "string" ? from : from.localDate;
      const days = query.days ?? daysUnlessAsked;
      const window: TimeRange = {
        startsAt: localDayBounds(firstDate, zone).startsAt,
        endsAt: localDayBounds(addDays(firstDate, days - 1), zone).endsAt,
      };
      const cases = await visitCases(cache, {
        orgId: organisation.orgId,
        catalogue,
        service,
        providerIds: query.providerId === undefined ? undefined : [query.providerId],
        locationId: query.locationId,
        language: query.language,
        window,
        patientId: actor.patientId,
        holder: actor.holder,
        ownClaims: await ownClaims(database, context, query.movingAppointmentId),
      });
      const weekdays = query.weekdays?.split(",").map(Number);
      const providers = startsByProvider(cases, window, query.partOfDay, weekdays);
      const daysWithTimes = [
        ...new Set(providers.flatMap((provider) => provider.days.map((day) => day.localDate))),
      ].sort();
      return done<Answer>({
        zone,
        from: firstDate,
        days,
        daysWithTimes,
        providers,
        nextAfter: daysWithTimes.length > 0 ? null : firstAfter(cases, window.endsAt, service.policy.maxHorizonDays),
      });
    },
  });
}

function startsByProvider(
  cases: readonly PlaceCase[],
  window: TimeRange,
  partOfDay: "morning" | "afternoon" | "evening" | undefined,
  weekdays: readonly number[] | undefined,
): Answer["providers"] {
  const byProvider = new Map<string, Answer["providers"][number]>();
  for (const { locationId, visitCase } of cases) {
    for (const { providerId, visitMinutes, ranges } of findStarts(visitCase)) {
      const known = byProvider.get(providerId) ?? { providerId, durationMinutes: visitMinutes, days: [] };
      byProvider.set(providerId, known);
      for (const day of rangesByDay(ranges, { zone: visitCase.zone, locationId, window, partOfDay })) {
        if (weekdays?.includes(weekdayOf(day.localDate)) === false) continue;
        const same = known.days.find(({ localDate }) => localDate === day.localDate);
        if (same === undefined) known.days.push(day);
        else same.ranges.push(...day.ranges);
      }
    }
  }
  for (const { days } of byProvider.values()) {
    days.sort((a, b) => (a.localDate < b.localDate ? -1 : 1));
    for (const { ranges } of days) ranges.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  }
  return [...byProvider.values()];
}

/** The first free time after an empty window, so that a page with no times still has a way on. */
function firstAfter(cases: readonly PlaceCase[], after: Minute, horizonDays: number): Answer["nextAfter"] {
  const found = cases.flatMap(({ locationId, visitCase }) => {
    const later: VisitCase = {
      ...visitCase,
      window: { startsAt: after, endsAt: (after + horizonDays * MINUTES_PER_DAY) as Minute },
    };
    return nextFree(later)
      .slice(0, 1)
      .map((first) => ({ ...first, locationId, zone: visitCase.zone }));
  });
  const soonest = found.sort((a, b) => a.startsAt - b.startsAt)[0];
  if (soonest === undefined) return null;
  return {
    providerId: soonest.providerId,
    locationId: soonest.locationId,
    start: momentOf(soonest.startsAt, soonest.zone),
  };
}
