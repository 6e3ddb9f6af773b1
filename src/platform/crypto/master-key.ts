/**
 * The master key: 32 bytes that wrap every other key. It comes from `CITA_MASTER_KEY` (base64 or hex), or from the file
 * `CITA_KEY_FILE`, by default beside, never inside, the data folder: a copied data folder opens nothing.
 */
import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";

export class MasterKeyMissing extends Error {}

export function parseMasterKey(text: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, "hex") : Buffer.from(trimmed, "base64");
  if (key.length !== 32) {
    throw new MasterKeyMissing("The master key must be 32 bytes, as 64 hexadecimal digits or in base64.");
  }
  return key;
}

export interface MasterKeyOptions {
  /** The value of CITA_MASTER_KEY, if it is set. */
  readonly given: string | undefined;
  readonly keyFile: string;
  /** A new key may be made only where nothing is encrypted yet. */
  readonly mayCreate: boolean;
  readonly log: (line: string) => void;
}

export async function loadMasterKey({ given, keyFile, mayCreate, log }: MasterKeyOptions): Promise<Buffer> {
  if (given !== undefined && given !== "") return parseMasterKey(given);
  const stored = await readFile(keyFile, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (stored !== null) return parseMasterKey(stored);
  if (!mayCreate) {
    throw new MasterKeyMissing(
      `The data is encrypted, and its key is not here: neither CITA_MASTER_KEY is set nor does ${keyFile} exist. ` +
        "Put the key back from its backup. Without it the data cannot be read by anyone.",
    );
  }
  const key = randomBytes(32);
  await writeFile(keyFile, `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  await chmod(keyFile, 0o600);
  log(`Made the master key ${keyFile}. BACK IT UP, apart from the data: without it no name can ever be read again.`);
  return key;
}
