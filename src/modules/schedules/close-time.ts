/**
 * Makes a closure true at once, over live visits too (DESIGN.md 2): its claims fill every gap that visits and earlier
 * closures leave, and holds inside it are revoked, so that afterwards no minute of it is free.
 *
 * Locks go in the order that everybody keeps: holds, then the resource's row, then claims. A hold that still arrives in
 * between is revoked by the filling itself.
 */
import { instantText } from "../../domain/time/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { lockGuard } from "./scheduled-resource.ts";
import type { ResourceSpan } from "./visits-inside.ts";

const revokeHolds = statement("schedules.revoke-holds", "select revoke_holds_inside($1, $2, $3, $4)");
const insertClosure = statement(
  "schedules.insert-closure",
  `insert into closure (org_id, id, resource_id, kind, starts_at, ends_at, zone, note_cipher, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const fillClosure = statement("schedules.fill-closure", "select fill_closure($1, $2)");

export interface NewClosure extends ResourceSpan {
  readonly id: string;
  readonly kind: string;
  readonly zone: string;
  readonly noteCipher: Buffer | null;
  readonly createdBy: string | null;
}

export async function closeTime(tx: Transaction, orgId: string, closure: NewClosure): Promise<void> {
  const { id, resourceId, kind, startsAt, endsAt, zone, noteCipher, createdBy } = closure;
  const bounds = [instantText(startsAt), instantText(endsAt)];
  await tx.run(revokeHolds, [orgId, resourceId, ...bounds]);
  await lockGuard(tx, orgId, resourceId);
  await tx.run(insertClosure, [orgId, id, resourceId, kind, ...bounds, zone, noteCipher, createdBy]);
  await tx.run(fillClosure, [orgId, id]);
}
