/** A refused time comes with every reason and with times that can be had [BOOK-14]. */

import { grantFor } from "../../domain/access/index.ts";
import type { StartReason } from "../../domain/availability/index.ts";
import { type Context, type Refusal, refuse } from "../_kernel/index.ts";
import { alternativesFor, type CalendarCache, refusalReasons, type WantedVisit } from "../availability/index.ts";

const taken = new Set(["provider_busy", "room_busy", "held", "in_closure"]);

export async function refuseTime(
  cache: CalendarCache,
  context: Context,
  wanted: WantedVisit,
  reasons: readonly StartReason[] | null,
): Promise<Refusal> {
  const found = await alternativesFor(cache, wanted);
  const isStaff = grantFor("availability.explain", context.actor.roles) !== null;
  const shown =
    reasons === null ? [] : refusalReasons(reasons, wanted.catalogue, context.organisation.zone, context.locale);
  const onlyPatient = reasons?.length === 1 && reasons[0]?.code === "patient_busy";
  const code = onlyPatient
    ? "patient_busy"
    : reasons === null || reasons.every((reason) => taken.has(reason.code))
      ? "slot_taken"
      : "not_bookable";
  return refuse(code, {
    with: {
      alternatives: found,
      // Who works when, and which room is broken, is the clinic's business; a patient reads that the time is not free.
      ...(isStaff ? { reasons: shown } : { reasons: shown.map((reason) => ({ ...reason, resourceId: null })) }),
    },
  });
}
