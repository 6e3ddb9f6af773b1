/**
 * One row of the audit record, with its message authentication code.
 *
 * The MAC is HMAC-SHA-256 over the row's content in one canonical text: fields in a fixed order, times as
 * milliseconds, object keys sorted, so that the text can be made again from what the database gives back.
 */

import { isoOf } from "../../platform/clock/clock.ts";
import { keyedHash } from "../../platform/crypto/keyed-hash.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Actor, OrganisationContext } from "./context.ts";
import type { Keyring } from "./keyring.ts";

export type AuditDetails = { readonly [key: string]: AuditValue };
type AuditValue = string | number | boolean | null | readonly AuditValue[] | AuditDetails;

/** What an operation tells of itself; ids, codes and times only: never a name, contact or reason. */
export interface AuditFacts {
  action: string;
  intent?: string;
  subjectType?: string;
  subjectId?: string | null;
  patientId?: string | null;
  details?: AuditDetails;
}

export type AuditOutcome = "done" | "refused" | "failed";

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly actor_id: string | null;
  readonly role: string;
  readonly action: string;
  readonly intent: string;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly patient_id: string | null;
  readonly outcome: AuditOutcome;
  readonly code: string | null;
  readonly details: AuditDetails;
  readonly request_id: string;
  readonly origin: string;
  /** As PostgreSQL writes bytes in JSON. */
  readonly mac: string;
}

function canonical(value: AuditValue): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const object = value as AuditDetails;
  const entries = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key] ?? null)}`);
  return `{${entries.join(",")}}`;
}

export type AuditContent = Omit<AuditRow, "mac" | "at"> & { readonly atMs: number };

/** The bytes that the MAC of an event covers. */
export function auditMac(key: Buffer, orgId: string, row: AuditContent): Buffer {
  const content = canonical([
    orgId,
    row.id,
    row.atMs,
    row.actor_id,
    row.role,
    row.action,
    row.intent,
    row.subject_type,
    row.subject_id,
    row.patient_id,
    row.outcome,
    row.code,
    row.details,
    row.request_id,
    row.origin,
  ]);
  return keyedHash(key, content);
}

/** What the record needs to know of a request; a command line or a worker has no more than this. */
export interface AuditedContext {
  readonly organisation: Pick<OrganisationContext, "orgId">;
  readonly actor: Pick<Actor, "personId" | "roles">;
  readonly requestId: string;
  readonly origin: string;
  readonly nowMs: number;
}

/** The widest role that the actor holds here: what the record shows. */
function roleShown(context: AuditedContext): string {
  const order = [
    "operator",
    "administrator",
    "supervisor",
    "doctor",
    "nurse",
    "front-desk",
    "patient",
    "system",
  ] as const;
  return order.find((role) => context.actor.roles.includes(role)) ?? "public";
}

export function auditRow(
  keyring: Keyring,
  context: AuditedContext,
  facts: AuditFacts,
  outcome: AuditOutcome,
  code: string | null,
): AuditRow {
  const content: AuditContent = {
    id: newId(context.nowMs),
    atMs: context.nowMs,
    actor_id: context.actor.personId,
    role: roleShown(context),
    action: facts.action,
    intent: facts.intent ?? "",
    subject_type: facts.subjectType ?? null,
    subject_id: facts.subjectId ?? null,
    patient_id: facts.patientId ?? null,
    outcome,
    code,
    details: facts.details ?? {},
    request_id: context.requestId,
    origin: context.origin,
  };
  const { atMs, ...row } = content;
  const mac = auditMac(keyring.audit(context.organisation.orgId), context.organisation.orgId, content);
  return { ...row, at: isoOf(atMs), mac: `\\x${mac.toString("hex")}` };
}
