/** The refusals that functions of the database raise (db/migrations, SQLSTATE class CT). */
import type { ErrorCode } from "../../contract/error-codes.ts";
import { sqlStateOf } from "../../platform/db/database-error.ts";
import { type Refusal, refuse } from "./refusal.ts";

const codes: Readonly<Record<string, ErrorCode>> = {
  CT409: "slot_taken",
  CT410: "hold_expired",
  CT404: "not_found",
  CT412: "stale_version",
  CT422: "idempotency_mismatch",
  CT429: "hold_limit",
  CT40P: "patient_busy",
};

export function refusalOfDatabase(error: unknown): Refusal | null {
  const code = codes[sqlStateOf(error) ?? ""];
  return code === undefined ? null : refuse(code);
}
