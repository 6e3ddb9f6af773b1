import type { HoursRule } from "../../../contract/routes/schedules.ts";
import { grantFor } from "../../../domain/access/index.ts";
import type { OpeningRule } from "../../../domain/schedule/index.ts";
import { isoOf } from "../../../platform/clock/clock.ts";
import { done, type Operation, query, refuse, type TransactionCall } from "../../_kernel/index.ts";
import { readSchedules } from "../../openings/index.ts";
import { closureSpanToCome, presentTimeOff, readOpenClosures } from "../closure-row.ts";
import { presentException } from "../exception-row.ts";
import { timesOf } from "../hours-rules.ts";
import { readScheduleVersion } from "../schedule-version.ts";
import { findScheduledResource, type ScheduledResource, todayAt } from "../scheduled-resource.ts";
import { visitsInside } from "../visits-inside.ts";

/** Weekly hours, and the exceptions and time off that are not over [AVAIL-01][AVAIL-02]. */
export const getSchedule: Operation = query("schedules.get", {
  permission: "schedule.view",
  audit: null,
  run: async (call) => {
    const { tx, context } = call;
    const { orgId } = context.organisation;
    const resource = await findScheduledResource(call);
    if (resource === null) return refuse("not_found");
    const { rules = [], exceptions = [] } = (await readSchedules(tx, orgId, [resource.id])).get(resource.id) ?? {};
    const today = todayAt(resource.zone, context);
    return done({
      resourceId: resource.id,
      name: resource.name,
      version: await readScheduleVersion(tx, orgId, resource),
      rules: rules.map(presentRule),
      exceptions: exceptions.filter(({ localDate }) => localDate >= today).map(presentException),
      timeOff: await timeOffOf(call, resource),
    });
  },
});

function presentRule({
  locationId,
  weekday,
  fromMinute,
  toMinute,
  effect,
  validFrom,
  validTo,
}: OpeningRule): HoursRule {
  return { locationId, weekday, ...timesOf({ fromMinute, toMinute }), effect, validFrom, validTo };
}

async function timeOffOf({ tx, context, keyring }: TransactionCall<"schedules.get">, resource: ScheduledResource) {
  const { organisation, actor, nowMs } = context;
  const { orgId } = organisation;
  const closures = await readOpenClosures(tx, orgId, resource.id, isoOf(nowMs));
  const visits = await visitsInside(
    tx,
    orgId,
    closures.map((row) => closureSpanToCome(row, nowMs)),
  );
  const managing = grantFor("time-off.manage", actor.roles);
  const isManager = managing === "organisation" || (managing === "own" && actor.providerId === resource.id);
  const noteKey = isManager ? (await keyring.organisation(tx, orgId)).data : null;
  return closures.map((row, index) => {
    const affected = visits.filter(({ spanIndex }) => spanIndex === index).length;
    return presentTimeOff(row, orgId, affected, noteKey);
  });
}
