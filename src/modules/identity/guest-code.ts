/** The one-time code by which a guest proves a contact before a booking is final [BOOK-16]. */
import type { Locale } from "../../contract/values.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { done, type Keyring, type Result } from "../_kernel/index.ts";
import { type Contact, contactHint } from "./contact.ts";
import { type SentCode, sendCode } from "./send-code.ts";
import { spendCode } from "./verification-code.ts";

export interface ContactCodeRequest {
  /** The organisation that the transaction acts in: its name stands in the message. */
  readonly orgId: string;
  /** What the code is for, such as the hold's id; asking again replaces the code, for another address too. */
  readonly codeId: string;
  readonly contact: Contact;
  readonly locale: Locale;
}

/** Refused with `rate_limited` when asked too often. */
export async function issueContactCode(
  tx: Transaction,
  keyring: Keyring,
  request: ContactCodeRequest,
): Promise<Result<SentCode & { readonly contactHint: string }>> {
  const sent = await sendCode(tx, keyring, { ...request, purpose: "guest", personId: null });
  return sent.ok ? done({ ...sent.value, contactHint: contactHint(request.contact.value) }) : sent;
}

/**
 * Refused with `code_wrong`, `code_expired` or `too_many_tries`. In a transaction of its own, because a wrong try counts
 * even though the command that asks is refused and undone.
 */
export async function checkContactCode(
  database: Database,
  keyring: Keyring,
  { codeId, kind, code }: { readonly codeId: string; readonly kind: Contact["kind"]; readonly code: string },
): Promise<Result<void>> {
  const proved = await spendCode(database.alone, keyring, { codeId, kind, purpose: "guest" }, code);
  return proved.ok ? done(undefined) : proved;
}
