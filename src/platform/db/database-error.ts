/** What PostgreSQL's errors mean to us, by SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
import pg from "pg";

export function sqlStateOf(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

/** Deadlock, serialisation failure, exclusion violation: the same call may well succeed when repeated. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === "40P01" || state === "40001" || state === "23P01" || state === "55P03";
}

/** The database does not answer: connection refused, lost, shutting down, or the pool waited too long. */
export function isDatabaseOutage(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null)
    return state.startsWith("57P") || state.startsWith("08") || state.startsWith("53") || state === "57014";
  if (!(error instanceof Error)) return false;
  return /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
    `${error.message} ${"code" in error ? String(error.code) : ""}`,
  );
}
