/**
 * Who calls: session cookie → person → roles in the organisation of the request.
 *
 * A node keeps what it found for a second at most: an ended session, or a membership taken away, stops working within
 * that second. 'Is no patient here yet' is never kept, because the next request may follow the first booking at once.
 */

import type { Locale } from "../../contract/values.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { hashToken } from "../../platform/ids/identifiers.ts";
import type { Actor, Identified, Identify } from "../_kernel/index.ts";
import { standingIn } from "./standing.ts";

const cacheMs = 1_000;
/** About 30 MB when full; then it starts again from empty. */
const cacheEntriesAtMost = 20_000;

interface Session {
  readonly sessionId: string;
  readonly personId: string;
  readonly locale: Locale;
}

const selectSession = statement<Session>(
  "identity.session-by-token",
  `select session_id as "sessionId", person_id as "personId", locale from session_by_token($1, $2)`,
);

/** The prefixes keep a visitor who makes up a cookie from becoming the holder of a person's hold. */
const holderOfPerson = (personId: string): Buffer => hashToken(`person:${personId}`);
const holderOfVisitor = (visitorToken: string): Buffer => hashToken(`visitor:${visitorToken}`);

function visitor(visitorToken: string): Actor {
  return {
    personId: null,
    sessionId: null,
    roles: ["public"],
    patientId: null,
    providerId: null,
    departmentIds: [],
    holder: holderOfVisitor(visitorToken),
    anonymous: true,
  };
}

export function makeIdentify(database: Database, nowMs: () => number = systemClock.nowMs): Identify {
  const sessions = new Map<string, { session: Session; untilMs: number }>();
  const actors = new Map<string, { actor: Actor; untilMs: number }>();

  /** A page that only looks on keeps no session alive: its answers are kept apart from those that do. */
  async function sessionOf(token: string, isWatching: boolean): Promise<Session | null> {
    const hash = hashToken(token);
    const key = `${isWatching} ${hash.toString("base64url")}`;
    const kept = sessions.get(key);
    if (kept !== undefined && kept.untilMs > nowMs()) return kept.session;
    const untilMs = nowMs() + cacheMs;
    const [session] = await database.alone(selectSession, [hash, !isWatching]);
    if (session !== undefined) keep(sessions, key, { session, untilMs });
    return session ?? null;
  }

  async function actorOf({ sessionId, personId }: Session, orgId: string): Promise<Actor> {
    const key = `${sessionId} ${orgId}`;
    const kept = actors.get(key);
    if (kept !== undefined && kept.untilMs > nowMs()) return kept.actor;
    const untilMs = nowMs() + cacheMs;
    const standing = await database.transaction({ orgId, personId }, (tx) => standingIn(tx, orgId, personId));
    const actor: Actor = {
      personId,
      sessionId,
      roles: ["public", "patient", ...(standing.roles ?? [])],
      patientId: standing.patientId,
      providerId: standing.providerId,
      departmentIds: standing.departmentIds ?? [],
      holder: holderOfPerson(personId),
      anonymous: false,
    };
    if (actor.patientId !== null || standing.roles !== null) keep(actors, key, { actor, untilMs });
    return actor;
  }

  return async ({ sessionToken, visitorToken, organisation, isWatching = false }): Promise<Identified> => {
    const session = sessionToken === null ? null : await sessionOf(sessionToken, isWatching);
    if (session === null) {
      return { actor: visitor(visitorToken), locale: null, sessionEnded: sessionToken !== null };
    }
    const actor = { ...(await actorOf(session, organisation.orgId)), earlierHolder: holderOfVisitor(visitorToken) };
    return { actor, locale: session.locale, sessionEnded: false };
  };
}

function keep<T>(cache: Map<string, T>, key: string, value: T): void {
  if (cache.size >= cacheEntriesAtMost) cache.clear();
  cache.set(key, value);
}
