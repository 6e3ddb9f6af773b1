import type { LocalDate } from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import { type ChangeFeed, command, done, type Operation, refuse } from "../../_kernel/index.ts";
import { announceSchedule } from "../announce-schedule.ts";
import { findScheduledResource } from "../scheduled-resource.ts";

const deleteException = statement<{ localDate: LocalDate }>(
  "schedules.delete-exception",
  `delete from schedule_exception where org_id = $1 and resource_id = $2 and id = $3 returning local_date as "localDate"`,
);

export const removeException = (feed: ChangeFeed): Operation =>
  command("schedules.remove-exception", {
    permission: "schedule.manage",
    audit: "schedule.remove-exception",
    run: async (call) => {
      const { tx, context, params, audit } = call;
      audit.subjectType = "schedule";
      audit.subjectId = params.id;
      audit.details = { exceptionId: params.exceptionId };
      const resource = await findScheduledResource(call);
      if (resource === null) return refuse("not_found");
      const removed = await tx.one(deleteException, [context.organisation.orgId, resource.id, params.exceptionId]);
      if (removed === undefined) return refuse("not_found");
      const { localDate } = removed;
      const event = {
        type: "hours.changed",
        subjectId: resource.id,
        resourceIds: [resource.id],
        localDates: [localDate],
      } as const;
      await announceSchedule(call, feed, event);
      return done(undefined);
    },
  });
