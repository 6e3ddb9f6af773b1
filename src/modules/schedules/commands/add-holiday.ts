import {
  asMinute,
  isOverlapping,
  type LocalDate,
  localDayBounds,
  minuteOfEpochMs,
  parseLocalDate,
  type TimeRange,
} from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import { newId } from "../../../platform/ids/identifiers.ts";
import {
  type ChangeFeed,
  command,
  done,
  type Operation,
  refuse,
  refuseField,
  type TransactionCall,
} from "../../_kernel/index.ts";
import { type Catalogue, type CatalogueLocation, catalogueInside } from "../../directory/index.ts";
import { announceHoliday } from "../announce-schedule.ts";
import { todayAt } from "../scheduled-resource.ts";
import { presentVisits, type VisitInside, visitsInside } from "../visits-inside.ts";
import { timeOf, uncoveredVisits } from "../visits-outside-hours.ts";

type Call = TransactionCall<"holidays.add">;

const insertHoliday = statement(
  "schedules.insert-holiday",
  `insert into holiday (org_id, id, location_id, local_date, name_en, name_es) values ($1, $2, $3, $4, $5, $6)
   on conflict (org_id, local_date, location_id) do nothing`,
);

/** Closes a day, everywhere or at one place; visits that no extra hours cover are listed, and stay [AVAIL-02]. */
export const addHoliday = (feed: ChangeFeed): Operation =>
  command("holidays.add", {
    permission: "organisation.manage",
    audit: "holiday.add",
    run: async (call) => {
      const { tx, context, body, audit } = call;
      const { orgId, zone } = context.organisation;
      const id = newId();
      audit.subjectType = "holiday";
      audit.subjectId = id;
      const catalogue = await catalogueInside(tx, orgId);
      const place = body.locationId === null ? undefined : catalogue.locations.get(body.locationId);
      if (body.locationId !== null && place === undefined) return refuseField("locationId", "unknown_reference");
      const parsed = parseLocalDate(body.localDate);
      if (!parsed.ok) return refuseField("localDate", "bad_date");
      const { localDate } = parsed;
      if (localDate < todayAt(place?.zone ?? zone, context)) return refuseField("localDate", "date_in_past");
      const [en, es] = [body.name.en.trim(), body.name.es.trim()];
      if (en === "" && es === "") return refuseField("name", "required");
      // A language that the name lacks takes the other's.
      const name = { en: en || es, es: es || en };
      const added = await tx.run(insertHoliday, [orgId, id, body.locationId, localDate, name.en, name.es]);
      if (added === 0) return refuse("already_exists");
      const affected = await visitsThatDay(call, catalogue, localDate);
      audit.details = { localDate, locationId: body.locationId, affected: affected.length };
      await announceHoliday(call, feed, catalogue, { id, localDate });
      const holiday = { id, localDate, name, locationId: body.locationId };
      return done({ holiday, affected: await presentVisits(call, "holiday", affected) });
    },
  });

/** Each place has its own midnight. */
async function visitsThatDay(
  { tx, context, body }: Call,
  catalogue: Catalogue,
  localDate: LocalDate,
): Promise<VisitInside[]> {
  const { orgId } = context.organisation;
  const places = [...catalogue.locations.values()].filter(
    ({ id }) => body.locationId === null || id === body.locationId,
  );
  const days = new Map<string, TimeRange>(
    places.map(({ id, zone }: CatalogueLocation) => [id, localDayBounds(localDate, zone)]),
  );
  const now = minuteOfEpochMs(context.nowMs);
  const startsAt = asMinute(Math.max(now, Math.min(...[...days.values()].map((day) => day.startsAt))));
  const endsAt = asMinute(Math.max(startsAt, ...[...days.values()].map((day) => day.endsAt)));
  const spans = [...catalogue.providers.keys()].map((resourceId) => ({ resourceId, startsAt, endsAt }));
  const visits = (await visitsInside(tx, orgId, spans)).filter((visit) => {
    const day = days.get(visit.locationId);
    return day !== undefined && isOverlapping(day, timeOf(visit));
  });
  return uncoveredVisits(tx, orgId, visits, ({ providerId }) => providerId);
}
