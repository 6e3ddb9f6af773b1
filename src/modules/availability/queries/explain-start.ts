import type { AnswerOf, Contract } from "../../../contract/index.ts";
import { explainStart as explain, type StartReason } from "../../../domain/availability/index.ts";
import {
  addMinutes,
  type LocalDate,
  type LocalTime,
  type Minute,
  parseLocalDate,
  parseLocalTime,
  resolveLocal,
  type ZoneId,
} from "../../../domain/time/index.ts";
import { done, memoryQuery, type Operation, type Result, refuse, refuseField } from "../../_kernel/index.ts";
import { catalogueOf } from "../../directory/index.ts";
import { alternativesFor } from "../alternatives-for.ts";
import type { CalendarCache } from "../calendar-cache.ts";
import { minuteOfIso, momentOf } from "../local-moments.ts";
import type { OwnClaims } from "../own-claims.ts";
import { refusalReasons } from "../reason-texts.ts";
import { type PlaceCase, visitCases } from "../visit-cases.ts";

type Answer = AnswerOf<Contract["availability.explain"]>;

/** 'Why not here?': every reason against a time, never only the first, and what could be had instead. */
export function explainStart(cache: CalendarCache, ownClaims: OwnClaims): Operation {
  return memoryQuery("availability.explain", {
    permission: "availability.explain",
    audit: null,
    run: async ({ context, query, database }): Promise<Result<Answer>> => {
      const { organisation } = context;
      const catalogue = await catalogueOf(database, organisation.orgId);
      const service = catalogue.services.get(query.serviceId);
      const provider = catalogue.providers.get(query.providerId);
      if (service === undefined || provider === undefined) return refuse("not_found");
      const anyPlace = query.locationId ?? provider.locationIds[0];
      const zone = catalogue.locations.get(anyPlace ?? "")?.zone ?? organisation.zone;
      const wanted = wantedStart(query, zone);
      if (!wanted.ok) return wanted;
      const startsAt = wanted.value;
      const moving = await ownClaims(database, context, query.movingAppointmentId);
      const question = {
        orgId: organisation.orgId,
        catalogue,
        service,
        patientId: query.patientId,
        holder: context.actor.holder,
        ownClaims: moving,
      };
      const cases = await visitCases(cache, {
        ...question,
        providerIds: [query.providerId],
        locationId: query.locationId,
        roomId: query.roomId,
        saysWhy: true,
        window: { startsAt, endsAt: addMinutes(startsAt, 1) },
      });
      const { locationId, reasons } = likeliestPlace(cases, startsAt, query.providerId);
      return done<Answer>({
        bookable: reasons.length === 0,
        start: momentOf(startsAt, zone),
        reasons: refusalReasons(reasons, catalogue, zone, context.locale),
        alternatives:
          reasons.length === 0
            ? []
            : await alternativesFor(cache, {
                ...question,
                providerId: query.providerId,
                locationId: query.locationId ?? locationId,
                startsAt,
              }),
      });
    },
  });
}

interface ExplainedPlace {
  readonly locationId: string | null;
  readonly reasons: readonly StartReason[];
}

/**
 * What speaks against the time at the place asked for; when none was named, at the place where the provider works then,
 * as far as they work anywhere.
 */
function likeliestPlace(cases: readonly PlaceCase[], startsAt: Minute, providerId: string): ExplainedPlace {
  const isElsewhere = ({ reasons }: ExplainedPlace) => Number(reasons.some(({ code }) => code === "outside_hours"));
  const [place] = cases
    .map(({ locationId, visitCase }) => ({ locationId, reasons: explain(visitCase, { startsAt, providerId }) }))
    .sort((a, b) => isElsewhere(a) - isElsewhere(b) || a.reasons.length - b.reasons.length);
  return (
    place ?? {
      locationId: null,
      reasons: [{ code: "service_not_offered", role: "provider", resourceId: providerId }],
    }
  );
}

/** The start as an instant, or as a local date and time of the place; a time that the clock skips does not exist. */
function wantedStart(
  {
    startsAt,
    localDate,
    localTime,
  }: { startsAt?: string | undefined; localDate?: string | undefined; localTime?: string | undefined },
  zone: ZoneId,
): Result<Minute> {
  if (startsAt !== undefined) return done(minuteOfIso(startsAt));
  if (localDate === undefined || localTime === undefined) return refuseField("startsAt", "required");
  const date = parseLocalDate(localDate);
  if (!date.ok) return refuseField("localDate", "bad_date");
  const time = parseLocalTime(localTime);
  if (!time.ok) return refuseField("localTime", "bad_format");
  return resolve(date.localDate, time.localTime, zone);
}

function resolve(date: LocalDate, time: LocalTime, zone: ZoneId): Result<Minute> {
  const resolved = resolveLocal(date, time, zone);
  switch (resolved.kind) {
    case "single":
      return done(resolved.minute);
    case "fold":
      return done(resolved.earlier);
    case "gap":
      return refuse("impossible_time");
  }
}
