/**
 * Checks every audit row and every seal, and names the place of what does not fit: a bad MAC (row changed or made
 * without the key), a missing or extra number, a broken seal, a head kept outside that the database no longer has.
 */
import { readFile } from "node:fs/promises";
import { msOf } from "../../platform/clock/clock.ts";
import { sameBytes } from "../../platform/crypto/keyed-hash.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { type AuditContent, auditMac, type Keyring } from "../_kernel/index.ts";
import { contentHashOf, headsFile, noMac, type Seal, sealMac } from "./seal.ts";

export interface Finding {
  readonly kind: "bad-mac" | "missing-entry" | "broken-seal" | "missing-seal" | "unknown-entry";
  readonly eventId: string | null;
  readonly detail: string;
}

export interface Verification {
  readonly intact: boolean;
  readonly checked: number;
  /** Rows that no seal covers yet. */
  readonly waiting: number;
  readonly findings: readonly Finding[];
}

export interface Head {
  readonly orgId: string;
  readonly number: number;
  readonly lastEntry: number;
  readonly mac: string;
}

type EventRow = Omit<AuditContent, "atMs"> & {
  readonly at: string;
  readonly mac: Buffer;
  readonly entry: number | null;
};

const eventPage = statement<EventRow>(
  "audit.verify-events",
  `select e.id, e.at, e.actor_id, e.role, e.action, e.intent, e.subject_type, e.subject_id, e.patient_id, e.outcome, e.code,
          e.details, e.request_id, e.origin, e.mac, s.entry
   from audit_event e left join audit_seal_entry s on s.org_id = e.org_id and s.event_id = e.id
   where e.org_id = $1 and e.id > $2 order by e.id limit 5000`,
);
const selectSeals = statement<Seal>(
  "audit.verify-seals",
  `select number, first_entry as "firstEntry", last_entry as "lastEntry", below, previous_mac as "previousMac",
          content_hash as "contentHash", mac
   from audit_seal where org_id = $1 order by number`,
);
const selectEntries = statement<{ entry: number; id: string; mac: Buffer | null }>(
  "audit.verify-entries",
  `select s.entry, s.event_id as id, e.mac
   from audit_seal_entry s left join audit_event e on e.org_id = s.org_id and e.id = s.event_id
   where s.org_id = $1 and s.entry >= $2 and s.entry <= $3 order by s.entry`,
);

export async function verifyOrganisation(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  heads: readonly Head[],
): Promise<Verification> {
  const findings: Finding[] = [];
  const rows = await verifyRows(tx, keyring, orgId, findings);
  await verifySeals(tx, keyring, orgId, heads, findings);
  return { intact: findings.length === 0, ...rows, findings };
}

async function verifyRows(tx: Transaction, keyring: Keyring, orgId: string, findings: Finding[]) {
  const key = keyring.audit(orgId);
  let after = "00000000-0000-0000-0000-000000000000";
  let checked = 0;
  let waiting = 0;
  for (;;) {
    const page = await tx.all(eventPage, [orgId, after]);
    for (const { mac, entry, at, ...content } of page) {
      checked += 1;
      if (entry === null) waiting += 1;
      if (!sameBytes(mac, auditMac(key, orgId, { ...content, atMs: msOf(at) }))) {
        findings.push({
          kind: "bad-mac",
          eventId: content.id,
          detail: `entry ${entry ?? "not sealed yet"}: changed, or not written by Cita`,
        });
      }
    }
    const last = page.at(-1);
    if (last === undefined || page.length < 5000) return { checked, waiting };
    after = last.id;
  }
}

async function verifySeals(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  heads: readonly Head[],
  findings: Finding[],
): Promise<void> {
  const key = keyring.audit(orgId);
  const seals = await tx.all(selectSeals, [orgId]);
  let previous: Seal | undefined;
  for (const seal of seals) {
    const where = `seal ${seal.number}`;
    if (seal.number !== (previous?.number ?? 0) + 1 || seal.firstEntry !== (previous?.lastEntry ?? 0) + 1) {
      findings.push({
        kind: "missing-seal",
        eventId: null,
        detail: `before ${where}: a seal or its numbers are missing`,
      });
    }
    if (!sameBytes(seal.previousMac, previous?.mac ?? noMac) || !sameBytes(seal.mac, sealMac(key, orgId, seal))) {
      findings.push({ kind: "broken-seal", eventId: null, detail: `${where} was changed or moved` });
    }
    await verifyEntries(tx, orgId, seal, findings);
    previous = seal;
  }
  const macs = new Map(seals.map(({ number, mac }) => [number, mac.toString("hex")]));
  for (const head of heads.filter((each) => each.orgId === orgId)) {
    if (macs.get(head.number) !== head.mac) {
      findings.push({
        kind: "missing-seal",
        eventId: null,
        detail: `seal ${head.number} is not the one that was noted outside the database`,
      });
    }
  }
}

async function verifyEntries(tx: Transaction, orgId: string, seal: Seal, findings: Finding[]): Promise<void> {
  const entries = await tx.all(selectEntries, [orgId, seal.firstEntry, seal.lastEntry]);
  const present = new Map(entries.map((entry) => [entry.entry, entry]));
  let isWhole = true;
  for (let number = seal.firstEntry; number <= seal.lastEntry; number++) {
    const entry = present.get(number);
    if (entry !== undefined && entry.mac !== null) continue;
    isWhole = false;
    findings.push({
      kind: "missing-entry",
      eventId: entry?.id ?? null,
      detail: `entry ${number} of seal ${seal.number} was removed`,
    });
  }
  const rows = entries.flatMap(({ id, mac }) => (mac === null ? [] : [{ id, mac }]));
  if (isWhole && !sameBytes(contentHashOf(rows, seal.firstEntry), seal.contentHash)) {
    findings.push({
      kind: "broken-seal",
      eventId: null,
      detail: `rows of seal ${seal.number} (entries ${seal.firstEntry} to ${seal.lastEntry}) were changed or swapped`,
    });
  }
}

/** The heads noted outside the database; none on the first day. */
export async function readHeads(folder: string): Promise<Head[]> {
  const text = await readFile(headsFile(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Head);
}
