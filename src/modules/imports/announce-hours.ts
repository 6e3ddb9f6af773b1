import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";

const insertOutbox = statement("imports.insert-outbox", "select insert_outbox($1, $2)");

/**
 * Tells the house that the time of these resources is to be read again: their hours changed, or so many claims came at
 * once that naming each would cost more than reading.
 */
export async function announceHours(tx: Transaction, orgId: string, resourceIds: readonly string[]): Promise<void> {
  await tx.run(insertOutbox, [
    orgId,
    {
      id: newId(),
      type: "hours.changed",
      subject_id: orgId,
      sequence: 0,
      payload: { what: "hours", appointmentId: null, patientId: null, serviceId: null, resourceIds, localDates: [] },
    },
  ]);
}
