/** Live visits to come that the hours no longer cover. They stay: somebody moves them, or lets them be. */
import { expandOpenings } from "../../domain/schedule/index.ts";
import {
  asMinute,
  MINUTES_PER_DAY,
  type Minute,
  minuteOfEpochMs,
  parseInstant,
  type TimeRange,
} from "../../domain/time/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Context } from "../_kernel/index.ts";
import type { AppointmentRow } from "../booking/index.ts";
import { readHolidays, readSchedules } from "../openings/index.ts";
import type { ScheduledResource } from "./scheduled-resource.ts";
import { visitsInside } from "./visits-inside.ts";

/** Nobody books further ahead: a policy's horizon is 730 days at most. */
const horizonDays = 800;

export async function visitsOutsideHours(
  tx: Transaction,
  context: Context,
  { id }: ScheduledResource,
): Promise<AppointmentRow[]> {
  const { orgId } = context.organisation;
  const startsAt = minuteOfEpochMs(context.nowMs);
  const endsAt = asMinute(startsAt + horizonDays * MINUTES_PER_DAY);
  const visits = await visitsInside(tx, orgId, [{ resourceId: id, startsAt, endsAt }]);
  return uncoveredVisits(tx, orgId, visits, () => id);
}

/** Those of the visits that no opening covers at their place. */
export async function uncoveredVisits<Visit extends AppointmentRow>(
  tx: Transaction,
  orgId: string,
  visits: readonly Visit[],
  resourceIdOf: (visit: Visit) => string,
): Promise<Visit[]> {
  const byResource = Map.groupBy(visits, resourceIdOf);
  const schedules = await readSchedules(tx, orgId, [...byResource.keys()]);
  const holidays = await readHolidays(tx, orgId);
  return [...byResource].flatMap(([resourceId, own]) => {
    const { rules = [], exceptions = [] } = schedules.get(resourceId) ?? {};
    const openings = expandOpenings(rules, exceptions, holidays, windowOf(own));
    return own.filter((visit) => {
      const { startsAt, endsAt } = timeOf(visit);
      return !openings.some(
        (open) => open.locationId === visit.locationId && open.startsAt <= startsAt && open.endsAt >= endsAt,
      );
    });
  });
}

function windowOf(visits: readonly AppointmentRow[]): TimeRange {
  const times = visits.map(timeOf);
  return {
    startsAt: asMinute(Math.min(...times.map(({ startsAt }) => startsAt))),
    endsAt: asMinute(Math.max(...times.map(({ endsAt }) => endsAt))),
  };
}

export function timeOf({ startsAt, endsAt }: Pick<AppointmentRow, "startsAt" | "endsAt">): TimeRange {
  return { startsAt: minuteOfIso(startsAt), endsAt: minuteOfIso(endsAt) };
}

/** Of an instant that the database gave back. */
export function minuteOfIso(iso: string): Minute {
  const parsed = parseInstant(iso);
  if (!parsed.ok) throw new Error(`not a whole minute: ${iso}`);
  return parsed.minute;
}
