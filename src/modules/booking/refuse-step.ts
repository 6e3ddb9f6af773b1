/** A step that is not possible now, in the words of the API, with the present state and what is possible. */

import type { ErrorCode } from "../../contract/error-codes.ts";
import type { Decision } from "../../domain/appointment/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { type Refusal, refuse } from "../_kernel/index.ts";
import type { AppointmentRow } from "./appointment-row.ts";
import { type Presenting, presentAppointments } from "./present-appointments.ts";

type RefusedDecision = Extract<Decision, { ok: false }>;

const codes: Partial<Record<RefusedDecision["code"], ErrorCode>> = {
  cancel_deadline_passed: "deadline_passed",
  reschedule_deadline_passed: "deadline_passed",
  too_many_reschedules: "too_many_reschedules",
  reason_required: "reason_required",
  not_your_part: "forbidden",
  field_not_allowed: "forbidden",
};

export async function refusalOfDecision(
  presenting: Presenting & { readonly tx: Transaction },
  decision: RefusedDecision,
  row: AppointmentRow,
): Promise<Refusal> {
  const { catalogue, context } = presenting;
  const phone = catalogue.locations.get(row.locationId)?.phone ?? context.organisation.phone;
  const [current] = await presentAppointments(presenting, [row]);
  return refuse(codes[decision.code] ?? "not_allowed_now", {
    params: { phone, why: decision.code },
    with: { phone, allowed: [...decision.allowed], ...(current !== undefined && { current }) },
  });
}
