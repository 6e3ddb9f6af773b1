/**
 * Commands of this module open their transaction themselves: as the person whose account it is, who is known only after
 * the code or password was looked at; and so that a wrong try stays counted although the command is refused.
 */

import type { RouteName } from "../../contract/index.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { type DirectCall, platformOrganisationId } from "../_kernel/index.ts";

export function asPerson<T>(
  database: Database,
  personId: string | null,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction({ orgId: platformOrganisationId, personId }, work);
}

/** Whose account the audit row speaks of; null where the contact is nobody's. */
export function concerns(call: DirectCall<RouteName>, personId: string | null): void {
  call.audit.subjectType = "person";
  call.audit.subjectId = personId;
}
