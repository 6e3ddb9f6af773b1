/** Six-digit codes sent to a contact: valid for ten minutes, five tries, used once; the database counts. */

import type { ErrorCode } from "../../contract/error-codes.ts";
import { msOf, systemClock } from "../../platform/clock/clock.ts";
import { keyedHash } from "../../platform/crypto/keyed-hash.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newSixDigitCode } from "../../platform/ids/identifiers.ts";
import { done, type Keyring, type Refusal, type Result, refuse } from "../_kernel/index.ts";
import type { Asker } from "./account-by-contact.ts";
import { type Contact, type ContactKind, contactHash } from "./contact.ts";

export type CodePurpose = "register" | "verify" | "password-reset" | "guest";

export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: string;
  readonly nextAllowedAt: string;
}

/** Whom a code was made for. The person is null for guests, and for a password reset of an unknown contact. */
export interface CodeTarget {
  readonly personId: string | null;
  readonly purpose: CodePurpose;
}

type Outcome = "ok" | "unknown" | "expired" | "too_many_tries" | "wrong";

const validMinutes = 10;

const issue = statement<{ outcome: "issued" | "wait"; expiresAt: string; nextAllowedAt: string }>(
  "identity.issue-code",
  `select outcome, expires_at as "expiresAt", next_allowed_at as "nextAllowedAt"
   from issue_code($1, $2, $3, $4, $5, $6, $7)`,
);
const use = statement<{ outcome: Outcome; contactHash: Buffer }>(
  "identity.use-code",
  `select outcome, contact_hash as "contactHash" from use_code($1, $2, $3, $4)`,
);
const selectTarget = statement<CodeTarget>(
  "identity.code-target",
  `select person_id as "personId", purpose from code_person($1, $2)`,
);

// A swept code and one that never was are answered alike: ask for a new one.
const refusalOf: Readonly<Record<Exclude<Outcome, "ok">, ErrorCode>> = {
  unknown: "code_expired",
  expired: "code_expired",
  too_many_tries: "too_many_tries",
  wrong: "code_wrong",
};

/** Keyed: a million codes are soon tried, so a plain hash in a stolen table would tell the code. */
function codeHash(keyring: Keyring, codeId: string, kind: ContactKind, code: string): Buffer {
  return keyedHash(keyring.contactIndex, `code|${codeId}|${kind}|${code}`);
}

export interface CodeRequest {
  /** Together with the kind of contact, the key of the code: a new code of the same key replaces the old one. */
  readonly codeId: string;
  readonly contact: Contact;
  readonly purpose: CodePurpose;
  readonly personId: string | null;
}

/** Refused with `rate_limited` within 30 seconds of the last one to this contact, and after five in a day. */
export async function issueCode(tx: Transaction, keyring: Keyring, request: CodeRequest): Promise<Result<IssuedCode>> {
  const { codeId, contact, purpose, personId } = request;
  const code = newSixDigitCode();
  const hashes = [contactHash(keyring, contact), codeHash(keyring, codeId, contact.kind, code)];
  const issued = await tx.one(issue, [codeId, contact.kind, purpose, personId, ...hashes, validMinutes]);
  if (issued === undefined) throw new Error("issue_code answered nothing");
  const { outcome, expiresAt, nextAllowedAt } = issued;
  return outcome === "issued" ? done({ code, expiresAt, nextAllowedAt }) : tooEarly(nextAllowedAt);
}

function tooEarly(nextAllowedAt: string): Refusal {
  const seconds = Math.ceil((msOf(nextAllowedAt) - systemClock.nowMs()) / 1000);
  return refuse("rate_limited", { with: { retryAfterSeconds: Math.max(1, seconds) } });
}

/** Gives the hash of the contact that the code proved. A wrong try counts only if the transaction commits. */
export async function spendCode(
  ask: Asker,
  keyring: Keyring,
  key: { codeId: string; kind: ContactKind; purpose: CodePurpose },
  code: string,
): Promise<Result<Buffer>> {
  const { codeId, kind, purpose } = key;
  const [used] = await ask(use, [codeId, kind, purpose, codeHash(keyring, codeId, kind, code)]);
  if (used === undefined) throw new Error("use_code answered nothing");
  return used.outcome === "ok" ? done(used.contactHash) : refuse(refusalOf[used.outcome]);
}

export async function codeTarget(ask: Asker, codeId: string, kind: ContactKind): Promise<CodeTarget | null> {
  const [target] = await ask(selectTarget, [codeId, kind]);
  return target ?? null;
}
