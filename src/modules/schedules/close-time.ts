/**
 * Makes a closure true at once, over live visits too (DESIGN.md 2): its claims fill every gap that visits and earlier
 * closures leave, and holds inside it are revoked, so that afterwards no minute of it is free.
 *
 * Locks go in the order that everybody keeps: holds, then the resource's row, then claims. A hold may still arrive or leave
 * between two of these steps; therefore filling is repeated until a look after it finds no hold inside.
 */
import { addMinutes, instantText, MINUTES_PER_DAY } from "../../domain/time/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { lockGuard } from "./scheduled-resource.ts";
import type { ResourceSpan } from "./visits-inside.ts";

// A hold's claim is 24 hours long at most; `$3` is that much before the closure, so that the index has both ends.
const selectHoldsInside = statement<{ holdId: string }>(
  "schedules.holds-inside",
  `select distinct c.hold_id as "holdId" from claim c
   where c.org_id = $1 and c.resource_id = $2 and c.starts_at >= $3 and c.starts_at < $5 and c.ends_at > $4
     and c.kind = 'hold'
   order by c.hold_id`,
);
// Locked in the order of their ids, like everywhere.
const lockHolds = statement(
  "schedules.lock-holds",
  "select id from hold where org_id = $1 and id = any($2) order by id for update",
);
const deleteHolds = statement("schedules.delete-holds", "delete from hold where org_id = $1 and id = any($2)");
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

/** Answers how many holds gave way. */
export async function closeTime(tx: Transaction, orgId: string, closure: NewClosure): Promise<number> {
  const { id, resourceId, kind, startsAt, endsAt, zone, noteCipher, createdBy } = closure;
  let revoked = (await revokeHolds(tx, orgId, closure)).length;
  await lockGuard(tx, orgId, resourceId);
  const bounds = [instantText(startsAt), instantText(endsAt)];
  await tx.run(insertClosure, [orgId, id, resourceId, kind, ...bounds, zone, noteCipher, createdBy]);
  for (let found = 1; found > 0; ) {
    await tx.run(fillClosure, [orgId, id]);
    found = (await revokeHolds(tx, orgId, closure)).length;
    revoked += found;
  }
  return revoked;
}

/** The holds that stood inside; one that was released or confirmed meanwhile is among them too. */
async function revokeHolds(tx: Transaction, orgId: string, span: ResourceSpan): Promise<string[]> {
  const { resourceId, startsAt, endsAt } = span;
  const bounds = [addMinutes(startsAt, -MINUTES_PER_DAY), startsAt, endsAt].map(instantText);
  const found = await tx.all(selectHoldsInside, [orgId, resourceId, ...bounds]);
  const ids = found.map(({ holdId }) => holdId);
  if (ids.length === 0) return [];
  await tx.run(lockHolds, [orgId, ids]);
  await tx.run(deleteHolds, [orgId, ids]);
  return ids;
}
