import { localDatesIn } from "../../../domain/time/index.ts";
import { isoOf } from "../../../platform/clock/clock.ts";
import { statement } from "../../../platform/db/statement.ts";
import { type ChangeFeed, command, done, type Operation, refuse } from "../../_kernel/index.ts";
import { announceSchedule } from "../announce-schedule.ts";
import { readClosure } from "../closure-row.ts";
import { findScheduledResource, lockGuard } from "../scheduled-resource.ts";
import { timeOf } from "../visits-outside-hours.ts";

const endClosure = statement(
  "schedules.end-closure",
  "update closure set ended_at = $4 where org_id = $1 and resource_id = $2 and id = $3 and ended_at is null",
);
const deleteClaims = statement(
  "schedules.delete-closure-claims",
  "delete from claim where org_id = $1 and closure_id = $2",
);
const giveToOthers = statement(
  "schedules.give-freed-time",
  "select give_freed_time_to_closures($1, array[$2::uuid], $3, $4)",
);

/** Its time is free again, except where another closure reaches [AVAIL-02]. */
export const removeTimeOff = (feed: ChangeFeed): Operation =>
  command("schedules.remove-time-off", {
    permission: "time-off.manage",
    audit: "time-off.remove",
    run: async (call) => {
      const { tx, context, params, audit } = call;
      const { orgId } = context.organisation;
      audit.subjectType = "schedule";
      audit.subjectId = params.id;
      audit.details = { timeOffId: params.timeOffId };
      const resource = await findScheduledResource(call);
      if (resource === null) return refuse("not_found");
      await lockGuard(tx, orgId, resource.id);
      const ended = await tx.run(endClosure, [orgId, resource.id, params.timeOffId, isoOf(context.nowMs)]);
      const row = await readClosure(tx, orgId, resource.id, params.timeOffId);
      if (ended === 0 || row === undefined) return refuse("not_found");
      await tx.run(deleteClaims, [orgId, row.id]);
      await tx.run(giveToOthers, [orgId, resource.id, row.startsAt, row.endsAt]);
      const localDates = localDatesIn(timeOf(row), row.zone);
      await announceSchedule(call, feed, {
        type: "closure.removed",
        subjectId: row.id,
        resourceIds: [resource.id],
        localDates,
      });
      return done(undefined);
    },
  });
