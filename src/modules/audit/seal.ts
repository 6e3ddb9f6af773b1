/**
 * Seals the audit rows of finished transactions: numbers them, and writes one seal over the batch that names the seal
 * before it (DESIGN.md 8). A changed row is found by its own MAC; a removed, moved or inserted one by the seals.
 *
 * Rows are taken below the oldest running transaction, so that none with a smaller number can still appear.
 */
import { createHash } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { isoOf, systemClock } from "../../platform/clock/clock.ts";
import { keyedHash } from "../../platform/crypto/keyed-hash.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Logger } from "../../platform/log/logger.ts";
import { type Keyring, type Rounds, startRounds } from "../_kernel/index.ts";

export interface Seal {
  readonly number: number;
  readonly firstEntry: number;
  readonly lastEntry: number;
  readonly below: number;
  readonly previousMac: Buffer;
  readonly contentHash: Buffer;
  readonly mac: Buffer;
}

const lockSealing = statement("audit.lock-sealing", "select pg_advisory_xact_lock(hashtextextended($1, 23))");
const selectLastSeal = statement<Seal>(
  "audit.last-seal",
  `select number, first_entry as "firstEntry", last_entry as "lastEntry", below, previous_mac as "previousMac",
          content_hash as "contentHash", mac
   from audit_seal where org_id = $1 order by number desc limit 1`,
);
const selectBelow = statement<{ below: number; next: number }>(
  "audit.below",
  `select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as below, pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next`,
);
const selectUnsealed = statement<{ id: string; mac: Buffer }>(
  "audit.unsealed",
  `select e.id, e.mac from audit_event e
   where e.org_id = $1 and e.recorded_in >= $2 and e.recorded_in < $3 order by e.recorded_in, e.id`,
);
const selectBatchEnd = statement<{ recordedIn: number }>(
  "audit.batch-end",
  `select recorded_in as "recordedIn" from audit_event
   where org_id = $1 and recorded_in >= $2 and recorded_in < $3 order by recorded_in offset 20000 limit 1`,
);
const selectNeverSealed = statement<{ id: string; mac: Buffer }>(
  "audit.never-sealed",
  `select e.id, e.mac from audit_event e
   where e.org_id = $1 and not exists (select 1 from audit_seal_entry s where s.org_id = $1 and s.event_id = e.id)
   order by e.at, e.id`,
);
const insertEntries = statement(
  "audit.insert-entries",
  `insert into audit_seal_entry (org_id, entry, event_id)
   select $1, $2 + position - 1, event_id from unnest($3::uuid[]) with ordinality as given (event_id, position)`,
);
const insertSeal = statement(
  "audit.insert-seal",
  `insert into audit_seal (org_id, number, sealed_at, first_entry, last_entry, below, previous_mac, content_hash, mac)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** Before the first seal there is none. */
export const noMac = Buffer.alloc(32);

export function contentHashOf(
  rows: readonly { readonly id: string; readonly mac: Buffer }[],
  firstEntry: number,
): Buffer {
  const hash = createHash("sha256");
  for (const [index, { id, mac }] of rows.entries()) hash.update(`${firstEntry + index}|${id}|`).update(mac);
  return hash.digest();
}

export function sealMac(key: Buffer, orgId: string, seal: Omit<Seal, "mac">): Buffer {
  const { number, firstEntry, lastEntry, below, previousMac, contentHash } = seal;
  return keyedHash(
    key,
    [
      "seal",
      orgId,
      number,
      firstEntry,
      lastEntry,
      below,
      previousMac.toString("hex"),
      contentHash.toString("hex"),
    ].join("|"),
  );
}

/** Null when there is nothing to seal. */
export async function sealOnce(tx: Transaction, keyring: Keyring, orgId: string): Promise<Seal | null> {
  await tx.run(lockSealing, [orgId]);
  const last = await tx.one(selectLastSeal, [orgId]);
  const bounds = await tx.one(selectBelow);
  if (bounds === undefined) throw new Error("the database told no snapshot");
  // After a restore into another server its transaction numbers may lie below the seals': then look at every row.
  const isOtherServer = last !== undefined && last.below > bounds.next;
  const from = last?.below ?? 0;
  // After a large import a seal takes 20,000 rows, cut between transactions, and the next one goes on from there.
  const end = isOtherServer ? undefined : await tx.one(selectBatchEnd, [orgId, from, bounds.below]);
  const below = end === undefined || end.recordedIn === from ? bounds.below : end.recordedIn;
  const rows = isOtherServer
    ? await tx.all(selectNeverSealed, [orgId])
    : await tx.all(selectUnsealed, [orgId, from, below]);
  if (rows.length === 0) return null;
  const firstEntry = (last?.lastEntry ?? 0) + 1;
  const unsigned = {
    number: (last?.number ?? 0) + 1,
    firstEntry,
    lastEntry: firstEntry + rows.length - 1,
    below,
    previousMac: last?.mac ?? noMac,
    contentHash: contentHashOf(rows, firstEntry),
  };
  const seal = { ...unsigned, mac: sealMac(keyring.audit(orgId), orgId, unsigned) };
  await tx.run(insertEntries, [orgId, firstEntry, rows.map(({ id }) => id)]);
  await tx.run(insertSeal, [
    orgId,
    seal.number,
    isoOf(systemClock.nowMs()),
    seal.firstEntry,
    seal.lastEntry,
    seal.below,
    seal.previousMac,
    seal.contentHash,
    seal.mac,
  ]);
  return seal;
}

export interface SealerOptions {
  /** Of the worker's role. */
  readonly database: Database;
  readonly keyring: Keyring;
  readonly log: Logger;
  organisations(): Promise<readonly string[]>;
  readonly everyMs: number;
  /** Heads are appended to a file there: the checkpoint outside the database. */
  readonly headsFolder: string;
}

export const headsFile = (folder: string): string => join(folder, "audit-heads.jsonl");

export function startSealer({ database, keyring, log, organisations, everyMs, headsFolder }: SealerOptions): Rounds {
  return startRounds({
    name: "sealer",
    log,
    everyMs,
    sideBySide: 1,
    organisations,
    work: async (orgId) => {
      const seal = await database.transaction({ orgId }, (tx) => sealOnce(tx, keyring, orgId));
      if (seal === null) return false;
      await appendHead(headsFolder, orgId, seal);
      return seal.lastEntry - seal.firstEntry > 10_000;
    },
  });
}

async function appendHead(folder: string, orgId: string, { number, lastEntry, mac }: Seal): Promise<void> {
  const head = { orgId, number, lastEntry, mac: mac.toString("hex"), at: isoOf(systemClock.nowMs()) };
  await appendFile(headsFile(folder), `${JSON.stringify(head)}\n`, { mode: 0o600 });
}
