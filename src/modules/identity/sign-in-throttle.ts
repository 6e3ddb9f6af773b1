/**
 * Brakes the guessing of passwords by counting, not by locking accounts: 10 failures at one account from one address, 50 at
 * one account from anywhere, 100 from one address, each within 15 minutes (`begin_sign_in` in db/migrations). A stranger's
 * guesses from elsewhere so stop an owner only when they come from five addresses or more.
 */

import { keyedHash } from "../../platform/crypto/keyed-hash.ts";
import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";

export const throttleSeconds = 15 * 60;

export interface SignInTry {
  readonly pair: Buffer;
  readonly account: Buffer;
  readonly address: Buffer;
}

const begin = statement<{ allowed: boolean }>("identity.begin-sign-in", "select begin_sign_in($1, $2, $3) as allowed");
const end = statement<{ done: null }>("identity.end-sign-in", "select end_sign_in($1, $2, $3, $4) as done");

export function signInTry(keyring: Keyring, contact: string, addressHash: Buffer): SignInTry {
  const address = addressHash.toString("hex");
  const hashed = (text: string) => keyedHash(keyring.contactIndex, `try|${text}`);
  return {
    pair: hashed(`pair|${address}|${contact}`),
    account: hashed(`account|${contact}`),
    address: hashed(`address|${address}`),
  };
}

export async function beginSignIn(database: Database, { pair, account, address }: SignInTry): Promise<boolean> {
  const [answer] = await database.alone(begin, [pair, account, address]);
  return answer?.allowed ?? false;
}

export async function endSignIn(database: Database, subjects: SignInTry, right: boolean): Promise<void> {
  const { pair, account, address } = subjects;
  await database.alone(end, [pair, account, address, right]);
}
