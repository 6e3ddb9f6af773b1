/** Issues a code and queues the message that carries it, in the organisation whose transaction this is. */
import type { Locale } from "../../contract/values.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { done, type Keyring, platformOrganisationId, type Result } from "../_kernel/index.ts";
import { queueCodeMessage } from "../messages/index.ts";
import { accountByContact } from "./account-by-contact.ts";
import { type CodeRequest, type IssuedCode, issueCode } from "./verification-code.ts";

export interface CodeToSend extends CodeRequest {
  readonly orgId: string;
  readonly locale: Locale;
}

export type SentCode = Pick<IssuedCode, "expiresAt" | "nextAllowedAt">;

export async function sendCode(tx: Transaction, keyring: Keyring, request: CodeToSend): Promise<Result<SentCode>> {
  return issueAndQueue(tx, keyring, request, false);
}

/**
 * For one's own account. A contact that another account has verified gets the note that it has an account, and no code:
 * whoever asked sees no difference, and whoever owns the contact is told.
 */
export async function sendAccountCode(
  tx: Transaction,
  keyring: Keyring,
  request: Omit<CodeToSend, "orgId">,
): Promise<Result<SentCode>> {
  const account = await accountByContact(tx.all, keyring, request.contact);
  const isSomebodyElses = account?.verified === true && account.personId !== request.personId;
  return issueAndQueue(tx, keyring, { ...request, orgId: platformOrganisationId }, isSomebodyElses);
}

async function issueAndQueue(
  tx: Transaction,
  keyring: Keyring,
  request: CodeToSend,
  withheld: boolean,
): Promise<Result<SentCode>> {
  const issued = await issueCode(tx, keyring, request);
  if (!issued.ok) return issued;
  const { code, expiresAt, nextAllowedAt } = issued.value;
  await queueCodeMessage(tx, keyring, {
    orgId: request.orgId,
    subjectId: request.codeId,
    contact: request.contact.kind,
    address: request.contact.value,
    code: withheld ? null : code,
    locale: request.locale,
    kind: withheld ? "already-registered" : request.purpose,
  });
  return done({ expiresAt, nextAllowedAt });
}
