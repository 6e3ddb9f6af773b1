import { isoOf } from "../../../platform/clock/clock.ts";
import { done, type Operation, query } from "../../_kernel/index.ts";
import { closureSpanToCome, readAllOpenClosures } from "../closure-row.ts";
import { presentVisits, visitsInside } from "../visits-inside.ts";

/** Visits that stand in somebody's time off and need a new time: the worklist of those who may see them [AVAIL-08]. */
export const listDisplaced: Operation = query("schedules.displaced", {
  permission: "schedule.view",
  audit: null,
  run: async (call) => {
    const { tx, context } = call;
    const { orgId } = context.organisation;
    const closures = await readAllOpenClosures(tx, orgId, isoOf(context.nowMs));
    const inside = await visitsInside(
      tx,
      orgId,
      closures.map((row) => closureSpanToCome(row, context.nowMs)),
    );
    return done({ appointments: await presentVisits(call, "displaced", inside) });
  },
});
