/**
 * Sessions: an opaque token in a cookie, its hash in the database. They lapse after 12 hours, or when idle for 30
 * minutes, or for 15 where the person works in an organisation.
 */
import type { RouteName } from "../../contract/index.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { hashToken, newId, newToken } from "../../platform/ids/identifiers.ts";
import type { Context, DirectCall } from "../_kernel/index.ts";
import { asPerson } from "./own-transaction.ts";

const idleMinutes = { staff: 15, patient: 30 };
const longestHours = 12;

export interface StartedSession {
  readonly id: string;
  /** For the cookie alone, once the transaction has committed. */
  readonly token: string;
  readonly expiresAt: string;
}

const selectOrganisations = statement<{ orgId: string; slug: string; isPatient: boolean }>(
  "identity.organisations-of-person",
  `select org_id as "orgId", slug, is_patient as "isPatient" from organisations_of_person($1)`,
);
const insertSession = statement<{ expiresAt: string }>(
  "identity.insert-session",
  `insert into session (id, token_hash, person_id, agent, idle_minutes, expires_at)
   values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(hours => $6))
   returning expires_at as "expiresAt"`,
);
const selectExpiry = statement<{ expiresAt: string }>(
  "identity.session-expiry",
  `select expires_at as "expiresAt" from session where person_id = $1 and id = $2`,
);
const endOne = statement(
  "identity.end-session",
  `update session set ended_at = clock_timestamp() where person_id = $1 and id = $2 and ended_at is null`,
);
const endOthers = statement(
  "identity.end-other-sessions",
  `update session set ended_at = clock_timestamp()
   where person_id = $1 and ended_at is null and id is distinct from $2::uuid`,
);

export async function organisationsOf(tx: Transaction, personId: string) {
  return tx.all(selectOrganisations, [personId]);
}

/** Always a new token: a session that was there before the sign-in never becomes a signed-in one. */
export async function startSession(tx: Transaction, personId: string, agent: string): Promise<StartedSession> {
  const organisations = await organisationsOf(tx, personId);
  const worksSomewhere = organisations.some(({ isPatient }) => !isPatient);
  const [id, token] = [newId(), newToken()];
  const idle = worksSomewhere ? idleMinutes.staff : idleMinutes.patient;
  const row = await tx.one(insertSession, [id, hashToken(token), personId, agent, idle, longestHours]);
  if (row === undefined) throw new Error("a new session has no row");
  return { id, token, expiresAt: row.expiresAt };
}

/** Null: it is not this person's. */
export async function readExpiry(database: Database, personId: string, sessionId: string): Promise<string | null> {
  const row = await asPerson(database, personId, (tx) => tx.one(selectExpiry, [personId, sessionId]));
  return row?.expiresAt ?? null;
}

/** False: it is not this person's, or it has ended. */
export async function endSession(tx: Transaction, personId: string, sessionId: string): Promise<boolean> {
  return (await tx.run(endOne, [personId, sessionId])) === 1;
}

export async function endSessionsExcept(tx: Transaction, personId: string, kept: string | null): Promise<void> {
  await tx.run(endOthers, [personId, kept]);
}

/** The session that this request came with, if any; it may be another person's than the one who signs in now. */
export async function endCurrentSession({ context, database }: DirectCall<RouteName>): Promise<void> {
  const { personId, sessionId } = context.actor;
  if (personId === null || sessionId === null) return;
  await asPerson(database, personId, (tx) => endSession(tx, personId, sessionId));
}

/** What the browser calls itself, for the list of one's own sessions. */
export const agentOf = (context: Context): string => (context.agent ?? "").slice(0, 200);
