/**
 * One copy of each organisation's catalogue per node, five seconds old at most.
 *
 * Organisations' ids are unique over all databases, so the copies of a process need no other key. Whoever asks while a copy
 * is being read waits for that reading. A change made on this node counts the organisation's `round` up, so that a reading
 * that began before the change is not kept after it.
 */
import { systemClock } from "../../platform/clock/clock.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { onOrganisationChange } from "../organisations/index.ts";
import type { Catalogue } from "./catalogue.ts";
import { readCatalogue } from "./read-catalogue.ts";

const cacheMs = 5_000;

interface Copy {
  readonly catalogue: Promise<Catalogue>;
  readonly round: number;
  readonly untilMs: number;
}

const copies = new Map<string, Copy>();
const rounds = new Map<string, number>();
const roundOf = (orgId: string): number => rounds.get(orgId) ?? 0;

function freshCopy(orgId: string): Promise<Catalogue> | undefined {
  const copy = copies.get(orgId);
  if (copy === undefined || copy.round !== roundOf(orgId)) return undefined;
  return copy.untilMs > systemClock.nowMs() ? copy.catalogue : undefined;
}

export function catalogueOf(database: Database, orgId: string): Promise<Catalogue> {
  const kept = freshCopy(orgId);
  if (kept !== undefined) return kept;
  const catalogue = database.transaction({ orgId }, (tx) => readCatalogue(tx, orgId));
  const copy: Copy = { catalogue, round: roundOf(orgId), untilMs: systemClock.nowMs() + cacheMs };
  copies.set(orgId, copy);
  catalogue.catch(() => {
    // A failed reading is told to those who waited for it, and to nobody after them.
    if (copies.get(orgId) === copy) copies.delete(orgId);
  });
  return catalogue;
}

/** For work inside a transaction, which must not wait for a second connection: the copy if there is one, or a reading. */
export function catalogueInside(tx: Transaction, orgId: string): Promise<Catalogue> {
  return freshCopy(orgId) ?? readCatalogue(tx, orgId);
}

/** After a change on this node has been committed. */
export function forgetCatalogue(orgId: string): void {
  rounds.set(orgId, roundOf(orgId) + 1);
}

onOrganisationChange(forgetCatalogue);
