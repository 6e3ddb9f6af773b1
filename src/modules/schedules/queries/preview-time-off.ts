import { instantText } from "../../../domain/time/index.ts";
import { done, type Operation, query, refuse } from "../../_kernel/index.ts";
import { spanToCome } from "../closure-row.ts";
import { findScheduledResource } from "../scheduled-resource.ts";
import { timeOffSpan } from "../time-off-span.ts";
import { presentVisits, visitsInside } from "../visits-inside.ts";

/** Which visits would be affected; no time is taken [AVAIL-08]. */
export const previewTimeOff: Operation = query("schedules.preview-time-off", {
  permission: "time-off.manage",
  audit: null,
  run: async (call) => {
    const { tx, context, body } = call;
    const resource = await findScheduledResource(call);
    if (resource === null) return refuse("not_found");
    const span = timeOffSpan(resource, body, context.nowMs);
    if (!span.ok) return span;
    const { startsAt, endsAt } = span.value;
    const inside = await visitsInside(tx, context.organisation.orgId, [
      spanToCome(resource.id, span.value, context.nowMs),
    ]);
    const affected = await presentVisits(call, "time-off", inside);
    return done({ startsAt: instantText(startsAt), endsAt: instantText(endsAt), affected });
  },
});
