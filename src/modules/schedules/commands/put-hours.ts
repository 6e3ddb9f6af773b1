import type { OpeningRule } from "../../../domain/schedule/index.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { statement } from "../../../platform/db/statement.ts";
import { type ChangeFeed, command, done, type Operation, refuse } from "../../_kernel/index.ts";
import { forgetCatalogue } from "../../directory/index.ts";
import { announceSchedule } from "../announce-schedule.ts";
import { readRules } from "../hours-rules.ts";
import { raiseScheduleVersion } from "../schedule-version.ts";
import { findScheduledResource, lockGuard, todayAt } from "../scheduled-resource.ts";
import { presentVisits } from "../visits-inside.ts";
import { visitsOutsideHours } from "../visits-outside-hours.ts";

const deleteRules = statement("schedules.delete-rules", "delete from opening where org_id = $1 and resource_id = $2");
const insertRules = statement(
  "schedules.insert-rules",
  `insert into opening (org_id, id, resource_id, location_id, weekday, from_minute, to_minute, effect, valid_from, valid_to)
   select $1, w.id, $2, w.location_id, w.weekday, w.from_minute, w.to_minute, w.effect, w.valid_from, w.valid_to
   from jsonb_populate_recordset(null::opening, $3) w`,
);

/** Replaces the weekly hours; visits that fall outside the new ones are listed, and stay [AVAIL-01][AVAIL-08]. */
export const putHours = (feed: ChangeFeed): Operation =>
  command("schedules.put-hours", {
    permission: "schedule.manage",
    audit: "schedule.put-hours",
    run: async (call) => {
      const { tx, context, params, body, ifMatch, audit } = call;
      const { orgId, zone } = context.organisation;
      audit.subjectType = "schedule";
      audit.subjectId = params.id;
      const resource = await findScheduledResource(call);
      if (resource === null) return refuse("not_found");
      const read = readRules(resource, body.rules, todayAt(zone, context));
      if (!read.ok) return refuse("hours_invalid", { fields: read.fields });
      await lockGuard(tx, orgId, resource.id);
      if (!(await raiseScheduleVersion(tx, orgId, resource, ifMatch))) return refuse("stale_version");
      await replaceRules(tx, orgId, resource.id, read.rules);
      // A room without hours of its own is open whenever its visitors are.
      const isAlwaysOpen = resource.kind === "room" && read.rules.length === 0;
      const outside = isAlwaysOpen ? [] : await visitsOutsideHours(tx, context, resource);
      audit.details = { version: ifMatch + 1, rules: read.rules.length, outside: outside.length };
      const event = {
        type: "hours.changed",
        subjectId: resource.id,
        resourceIds: [resource.id],
        localDates: [],
      } as const;
      // Where a provider works follows from the hours, so the directory is read again, and before anyone hears of it.
      call.afterCommit(() => forgetCatalogue(orgId));
      await announceSchedule(call, feed, event);
      return done({ version: ifMatch + 1, outside: await presentVisits(call, "outside-hours", outside) });
    },
  });

async function replaceRules(
  tx: Transaction,
  orgId: string,
  resourceId: string,
  rules: readonly OpeningRule[],
): Promise<void> {
  const records = rules.map((rule) => ({
    id: rule.id,
    location_id: rule.locationId,
    weekday: rule.weekday,
    from_minute: rule.fromMinute,
    to_minute: rule.toMinute,
    effect: rule.effect,
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
  }));
  await tx.run(deleteRules, [orgId, resourceId]);
  await tx.run(insertRules, [orgId, resourceId, JSON.stringify(records)]);
}
