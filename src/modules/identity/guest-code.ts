/** The one-time code by which a guest proves a contact before a booking is final [BOOK-16]. */
import type { Locale } from "../../contract/values.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import { done, type Keyring, type Result } from "../_kernel/index.ts";
import { type Contact, contactHint } from "./contact.ts";
import { type SentCode, sendCode } from "./send-code.ts";
import { spendCode } from "./verification-code.ts";

export interface ContactCodeRequest {
  /** The organisation that the transaction acts in: its name stands in the message. */
  readonly orgId: string;
  readonly contact: Contact;
  readonly locale: Locale;
}

/**
 * The code under an id of its own: who asks again, perhaps for a corrected address, forgets the old id, and the old code
 * with it. Refused with `rate_limited` when asked too often.
 */
export async function issueContactCode(
  tx: Transaction,
  keyring: Keyring,
  request: ContactCodeRequest,
): Promise<Result<SentCode & { readonly codeId: string; readonly contactHint: string }>> {
  const codeId = newId();
  const sent = await sendCode(tx, keyring, { ...request, codeId, purpose: "guest", personId: null });
  return sent.ok ? done({ ...sent.value, codeId, contactHint: contactHint(request.contact.value) }) : sent;
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
