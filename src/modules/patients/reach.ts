/**
 * Whose records an actor may see [ID-04].
 *
 * A patient is not of a department: whoever answers the telephone must find everyone who is registered, or the same person
 * is registered twice and a visit in a second department cannot be booked. So the desk and supervisors of a department
 * reach every patient of the organisation; the visits of other departments stay closed to them (booking sees to that),
 * and every look is on record. Clinicians reach the patients they have or had visits with, patients themselves.
 */
import type { Scope } from "../../domain/access/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Actor } from "../_kernel/index.ts";

const selectVisit = statement<{ treats: boolean }>(
  "patients.treats",
  "select exists (select from appointment where org_id = $1 and patient_id = $2 and provider_id = $3) as treats",
);

export async function isWithinReach(
  tx: Transaction,
  orgId: string,
  { scope, actor }: { readonly scope: Scope; readonly actor: Actor },
  patientId: string,
): Promise<boolean> {
  if (scope !== "own" || actor.patientId === patientId) return true;
  if (actor.providerId === null) return false;
  return (await tx.one(selectVisit, [orgId, patientId, actor.providerId]))?.treats ?? false;
}
