import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";

const sweep = statement<{ swept: number }>("identity.sweep-accounts", "select sweep_accounts() as swept");

/** Clears away old codes, tries and sessions, and accounts that nobody verified within a day; for the worker, hourly. */
export async function sweepAccounts(database: Database): Promise<number> {
  const [row] = await database.alone(sweep, []);
  return row?.swept ?? 0;
}
