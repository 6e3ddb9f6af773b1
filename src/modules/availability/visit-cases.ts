/**
 * Makes the evaluator's case from what the clinic set up: search, hold, booking, the desk's check and 'why not?' all ask
 * one case, so that what is offered can be booked (DESIGN.md 1, promise 6).
 */
import type { Candidate, Requirement, VisitCase } from "../../domain/availability/index.ts";
import { MINUTES_PER_DAY, minuteOfEpochMs, type TimeRange } from "../../domain/time/index.ts";
import type { Catalogue, CatalogueService } from "../directory/index.ts";
import type { CalendarCache } from "./calendar-cache.ts";
import { closedTimesAt, coveringWindow, openAt, type ResourceCalendar } from "./resource-calendar.ts";

export interface CaseQuestion {
  readonly orgId: string;
  readonly catalogue: Catalogue;
  readonly service: CatalogueService;
  /** Only these providers; all of the service when left out. */
  readonly providerIds?: readonly string[] | undefined;
  readonly locationId?: string | undefined;
  /** The room that the desk chose; otherwise any of the service's at the place. */
  readonly roomId?: string | undefined;
  readonly language?: string | undefined;
  readonly window: TimeRange;
  /** A length of the visit's own, instead of the service's. */
  readonly durationMinutes?: number | undefined;
  readonly patientId?: string | null | undefined;
  /** Holds of this holder do not stand in the holder's own way. */
  readonly holder?: Buffer | undefined;
  /** Nor does what is reserved for this very request. */
  readonly onTheWay?: string | undefined;
  /** The answer may have to say why a time is closed: on a holiday, in a break. */
  readonly saysWhy?: boolean;
  /** Claims of the appointment that is being moved, per resource. */
  readonly ownClaims?: ReadonlyMap<string, readonly TimeRange[]> | undefined;
}

export interface PlaceCase {
  readonly locationId: string;
  readonly visitCase: VisitCase;
}

/** One case for each place where the service can be had, in the order of the clinic's places. */
export async function visitCases(cache: CalendarCache, question: CaseQuestion): Promise<PlaceCase[]> {
  const { catalogue, service, locationId, orgId } = question;
  const providers = providersOf(question);
  const places = [...catalogue.locations.values()].filter(
    (place) => place.active && (locationId === undefined || place.id === locationId),
  );
  const patientId = question.patientId ?? null;
  const resourceIds = [
    ...providers.map(({ id }) => id),
    ...service.roomIds,
    ...(patientId === null ? [] : [patientId]),
  ];
  const nowMs = cache.nowMs();
  // Beyond the booking horizon there is nothing to find: nobody makes us read calendars of the year 2999.
  const last = minuteOfEpochMs(nowMs) + (service.policy.maxHorizonDays + 1) * MINUTES_PER_DAY;
  const { startsAt, endsAt } = question.window;
  if (question.saysWhy !== true && startsAt > last) return [];
  const wide = coveringWindow(startsAt, Math.max(startsAt, Math.min(endsAt, last)) + 2 * MINUTES_PER_DAY);
  const calendars = await cache.read(orgId, resourceIds, wide);
  return places.flatMap((place) => {
    const at = providers.filter((provider) => provider.locationIds.includes(place.id));
    const requirements = requirementsAt(question, place.id, at, calendars);
    if (requirements === null) return [];
    const patient = patientId === null ? undefined : calendars.get(patientId);
    const visitCase: VisitCase = {
      zone: place.zone,
      stepMinutes: service.policy.slotIntervalMinutes,
      window: question.window,
      nowMs,
      noticeMinutes: service.policy.minNoticeMinutes,
      horizonMinutes: service.policy.maxHorizonDays * MINUTES_PER_DAY,
      providerRole: "provider",
      requirements,
      patient: patient === undefined ? null : candidateOf(question, patient, null),
    };
    return [{ locationId: place.id, visitCase }];
  });
}

interface OfferingProvider {
  readonly id: string;
  readonly durationMinutes: number;
  readonly locationIds: readonly string[];
}

/** Providers of the service who are active and speak the language asked for, in the clinic's order. */
function providersOf({ catalogue, service, providerIds, language, durationMinutes }: CaseQuestion): OfferingProvider[] {
  return service.providerIds.flatMap((providerId) => {
    const provider = catalogue.providers.get(providerId);
    if (provider === undefined || !provider.active) return [];
    if (providerIds !== undefined && !providerIds.includes(providerId)) return [];
    if (language !== undefined && !provider.languages.some((spoken) => speaks(spoken, language))) return [];
    const usual = service.minutesByProvider.get(providerId) ?? service.durationMinutes;
    return [{ id: providerId, durationMinutes: durationMinutes ?? usual, locationIds: provider.locationIds }];
  });
}

/** `es` is spoken by whoever speaks `es` or `es-MX`. */
export function speaks(spoken: string, wanted: string): boolean {
  return spoken === wanted || spoken.startsWith(`${wanted}-`);
}

/** Null where the service cannot be had at the place: nobody works there, or it needs a room and there is none. */
function requirementsAt(
  question: CaseQuestion,
  placeId: string,
  providers: readonly OfferingProvider[],
  calendars: ReadonlyMap<string, ResourceCalendar>,
): Requirement[] | null {
  const { service, catalogue, roomId } = question;
  const buffers = { bufferBeforeMinutes: service.bufferBeforeMinutes, bufferAfterMinutes: service.bufferAfterMinutes };
  const providerCandidates = providers.flatMap(({ id, durationMinutes }): Candidate[] => {
    const calendar = calendars.get(id);
    if (calendar === undefined) return [];
    return [{ ...candidateOf(question, calendar, placeId), durationMinutes }];
  });
  if (providerCandidates.length === 0) return null;
  const requirements: Requirement[] = [
    {
      role: "provider",
      candidates: providerCandidates,
      offsetMinutes: 0,
      durationMinutes: service.durationMinutes,
      ...buffers,
    },
  ];
  if (service.needsRoom) {
    const roomCandidates = service.roomIds.flatMap((id): Candidate[] => {
      const room = catalogue.rooms.get(id);
      const calendar = calendars.get(id);
      if (room === undefined || calendar === undefined || !room.active || room.locationId !== placeId) return [];
      if (roomId !== undefined && id !== roomId) return [];
      return [candidateOf(question, calendar, calendar.schedule.rules.length === 0 ? null : placeId)];
    });
    if (roomCandidates.length === 0) return null;
    requirements.push({
      role: "room",
      candidates: roomCandidates,
      offsetMinutes: 0,
      durationMinutes: "as_provider",
      ...buffers,
    });
  }
  return requirements;
}

function candidateOf(question: CaseQuestion, calendar: ResourceCalendar, placeId: string | null): Candidate {
  const holder = question.holder?.toString("hex");
  const ownClaims = question.ownClaims?.get(calendar.resourceId);
  return {
    resourceId: calendar.resourceId,
    open: placeId === null ? null : openAt(calendar, placeId),
    claimed: calendar.claimed,
    holds: calendar.holds.filter((hold) => hold.holder !== holder && hold.holder !== question.onTheWay),
    closures: calendar.closures,
    ...(ownClaims !== undefined && { ownClaims }),
    ...(placeId !== null && question.saysWhy === true && { closedTimes: closedTimesAt(calendar, placeId) }),
  };
}
