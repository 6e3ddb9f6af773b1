/**
 * Field encryption: AES-256-GCM with a fresh 96-bit nonce for every value (NIST SP 800-38D), bound to its place.
 *
 * A stored value is `version (1 byte) | nonce (12) | ciphertext | tag (16)`. The associated data names table, column,
 * organisation and row, so that a value copied to another row or column does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const formatVersion = 1;
const nonceLength = 12;
const tagLength = 16;

/** Where a value stands: `patient.name_cipher`, the organisation (or `installation`) and the row's id. */
export interface FieldPlace {
  readonly column: string;
  readonly orgId: string;
  readonly rowId: string;
}

const associatedData = (place: FieldPlace): Buffer => Buffer.from(`${place.column}|${place.orgId}|${place.rowId}`);

export function encryptBytes(key: Buffer, place: FieldPlace, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(associatedData(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(formatVersion), nonce, body, cipher.getAuthTag()]);
}

export function decryptBytes(key: Buffer, place: FieldPlace, stored: Buffer): Buffer {
  if (stored.readUInt8(0) !== formatVersion) throw new Error(`unknown cipher format in ${place.column}`);
  const nonce = stored.subarray(1, 1 + nonceLength);
  const body = stored.subarray(1 + nonceLength, stored.length - tagLength);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce)
    .setAAD(associatedData(place))
    .setAuthTag(stored.subarray(stored.length - tagLength));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

export function encryptText(key: Buffer, place: FieldPlace, plain: string): Buffer {
  return encryptBytes(key, place, Buffer.from(plain, "utf8"));
}

export function decryptText(key: Buffer, place: FieldPlace, stored: Buffer): string {
  return decryptBytes(key, place, stored).toString("utf8");
}

export function newKey(): Buffer {
  return randomBytes(32);
}
