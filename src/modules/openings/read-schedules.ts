/** Reads the hours of resources, as `domain/schedule` takes them. One query each for rules, exceptions and holidays. */
import type { Holiday, OpeningRule, ScheduleException } from "../../domain/schedule/index.ts";
import type { LocalDate, Weekday, ZoneId } from "../../domain/time/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

export interface ScheduleOf {
  readonly rules: readonly OpeningRule[];
  readonly exceptions: readonly (ScheduleException & { readonly id: string })[];
}

export interface HolidayRow extends Holiday {
  readonly id: string;
  readonly nameEn: string;
  readonly nameEs: string;
}

interface RuleRow {
  readonly id: string;
  readonly resourceId: string;
  readonly locationId: string;
  readonly zone: string;
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly effect: "open" | "break";
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

interface ExceptionRow {
  readonly id: string;
  readonly resourceId: string;
  readonly locationId: string | null;
  readonly zone: string;
  readonly localDate: string;
  readonly kind: "closed" | "hours" | "extra";
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}

const selectRules = statement<RuleRow>(
  "openings.rules",
  `select o.id, o.resource_id as "resourceId", o.location_id as "locationId", l.zone, o.weekday,
          o.from_minute as "fromMinute", o.to_minute as "toMinute", o.effect, o.valid_from as "validFrom", o.valid_to as "validTo"
   from opening o join location l on l.org_id = o.org_id and l.id = o.location_id
   where o.org_id = $1 and o.resource_id = any($2)
   order by o.resource_id, o.weekday, o.from_minute, o.id`,
);

const selectExceptions = statement<ExceptionRow>(
  "openings.exceptions",
  `select e.id, e.resource_id as "resourceId", e.location_id as "locationId", coalesce(l.zone, o.zone) as zone,
          e.local_date as "localDate", e.kind, e.from_minute as "fromMinute", e.to_minute as "toMinute"
   from schedule_exception e
   join organisation o on o.org_id = e.org_id
   left join location l on l.org_id = e.org_id and l.id = e.location_id
   where e.org_id = $1 and e.resource_id = any($2)
   order by e.resource_id, e.local_date, e.from_minute nulls first, e.id`,
);

const selectHolidays = statement<{
  id: string;
  localDate: string;
  locationId: string | null;
  nameEn: string;
  nameEs: string;
}>(
  "openings.holidays",
  `select id, local_date as "localDate", location_id as "locationId", name_en as "nameEn", name_es as "nameEs"
   from holiday where org_id = $1 order by local_date, id`,
);

/** Each resource asked for has an entry; one without hours has empty lists. */
export async function readSchedules(
  tx: Transaction,
  orgId: string,
  resourceIds: readonly string[],
): Promise<ReadonlyMap<string, ScheduleOf>> {
  const schedules = new Map<string, { rules: OpeningRule[]; exceptions: (ScheduleException & { id: string })[] }>(
    resourceIds.map((id) => [id, { rules: [], exceptions: [] }]),
  );
  for (const row of await tx.all(selectRules, [orgId, resourceIds])) {
    schedules.get(row.resourceId)?.rules.push({
      ...row,
      zone: row.zone as ZoneId,
      weekday: row.weekday as Weekday,
      validFrom: row.validFrom as LocalDate | null,
      validTo: row.validTo as LocalDate | null,
    });
  }
  for (const row of await tx.all(selectExceptions, [orgId, resourceIds])) {
    schedules.get(row.resourceId)?.exceptions.push({
      ...row,
      zone: row.zone as ZoneId,
      localDate: row.localDate as LocalDate,
      // Of a closed day the whole date counts, and the expansion does not read the minutes.
      fromMinute: row.fromMinute ?? 0,
      toMinute: row.toMinute ?? 1440,
    });
  }
  return schedules;
}

export async function readHolidays(tx: Transaction, orgId: string): Promise<readonly HolidayRow[]> {
  const rows = await tx.all(selectHolidays, [orgId]);
  return rows.map((row) => ({ ...row, localDate: row.localDate as LocalDate }));
}
