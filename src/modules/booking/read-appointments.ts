/** Reads of appointments by id, plain and locked; one's own or those within reach, else it is not there. */
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { Refused, refuse } from "../_kernel/index.ts";
import { type AppointmentRow, appointmentColumns } from "./appointment-row.ts";

const selectById = statement<AppointmentRow>(
  "booking.appointment-by-id",
  `select ${appointmentColumns} from appointment a where a.org_id = $1 and a.id = $2`,
);
const lockById = statement<AppointmentRow>(
  "booking.lock-appointment",
  `select ${appointmentColumns} from appointment a where a.org_id = $1 and a.id = $2 for update`,
);
const selectByIds = statement<AppointmentRow>(
  "booking.appointments-by-ids",
  `select ${appointmentColumns} from appointment a where a.org_id = $1 and a.id = any($2) order by a.starts_at, a.id`,
);
const selectEffect = statement<{ effect: { id: string } | null; bodyHash: Buffer }>(
  "booking.stored-effect",
  `select effect, body_hash as "bodyHash" from idempotency where org_id = $1 and actor = $2 and key = $3`,
);

export const readAppointment = (tx: Transaction, orgId: string, id: string): Promise<AppointmentRow | undefined> =>
  tx.one(selectById, [orgId, id]);

export const lockAppointment = (tx: Transaction, orgId: string, id: string): Promise<AppointmentRow | undefined> =>
  tx.one(lockById, [orgId, id]);

export const readAppointmentsById = (
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
): Promise<AppointmentRow[]> => tx.all(selectByIds, [orgId, ids]);

/**
 * What an earlier call with the same key did; looked up before the evaluator's refusal is answered. The key with another
 * body is refused here too: the evaluator would otherwise call it a time that is taken, by its own first booking.
 */
export async function storedEffect(
  tx: Transaction,
  orgId: string,
  key: { readonly actorKey: string; readonly idempotencyKey: string | null; readonly bodyHash: Buffer },
): Promise<{ id: string } | null> {
  const row = await tx.one(selectEffect, [orgId, key.actorKey, key.idempotencyKey]);
  if (row?.bodyHash.equals(key.bodyHash) === false) throw new Refused(refuse("idempotency_mismatch"));
  return row?.effect ?? null;
}
