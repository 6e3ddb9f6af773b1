import type { LocalDate } from "../../../domain/time/index.ts";
import { statement } from "../../../platform/db/statement.ts";
import { type ChangeFeed, command, done, type Operation, refuse } from "../../_kernel/index.ts";
import { catalogueInside } from "../../directory/index.ts";
import { announceHoliday } from "../announce-schedule.ts";

const deleteHoliday = statement<{ localDate: LocalDate }>(
  "schedules.delete-holiday",
  `delete from holiday where org_id = $1 and id = $2 returning local_date as "localDate"`,
);

export const removeHoliday = (feed: ChangeFeed): Operation =>
  command("holidays.remove", {
    permission: "organisation.manage",
    audit: "holiday.remove",
    run: async (call) => {
      const { tx, context, params, audit } = call;
      const { orgId } = context.organisation;
      audit.subjectType = "holiday";
      audit.subjectId = params.id;
      const removed = await tx.one(deleteHoliday, [orgId, params.id]);
      if (removed === undefined) return refuse("not_found");
      audit.details = { localDate: removed.localDate };
      const catalogue = await catalogueInside(tx, orgId);
      await announceHoliday(call, feed, catalogue, { id: params.id, localDate: removed.localDate });
      return done(undefined);
    },
  });
