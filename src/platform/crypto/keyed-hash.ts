/** Keyed hashes: blind indexes, sign-in contacts, message authentication; and the keys derived for them. */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** HMAC-SHA-256 (RFC 2104). */
export function keyedHash(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text, "utf8").digest();
}

/** The first 12 bytes: what the blind index keeps of a word. A chance collision costs one decryption, never an answer. */
export function blindIndexHash(key: Buffer, text: string): Buffer {
  return keyedHash(key, text).subarray(0, 12);
}

/** One key for one purpose (HKDF-SHA-256, RFC 5869). */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), `cita:${purpose}`, 32));
}

export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
