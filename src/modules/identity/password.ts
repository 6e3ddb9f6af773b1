/** Passwords as they are kept: argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
import { hash, verify } from "@node-rs/argon2";
import { newToken } from "../../platform/ids/identifiers.ts";

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password may arrive composed or decomposed, depending on the keyboard (NIST SP 800-63B 3.1.1.2). */
const asTyped = (password: string): string => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(asTyped(password), cost);
}

/** Nobody's password: checked where there is no account, so that an unknown contact takes as long as a known one. */
const decoy = hashPassword(newToken());

export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy), asTyped(password));
  return matches && stored !== null;
}
