/**
 * Identifiers and secrets. The only place of the product that draws random numbers.
 *
 * Ids are UUID version 7 (RFC 9562): they sort by the millisecond they were made in, so that indexes grow at one end.
 * A reference such as `K7M-4QX9` is for the telephone: no letter or digit that sounds or looks like another.
 */
import { createHash, randomBytes, randomInt } from "node:crypto";
import { systemClock } from "../clock/clock.ts";

export function newId(nowMs: number = systemClock.nowMs()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const referenceLetters = "23456789ACDEFGHJKMNPQRTVWXY";

/** 27^7, about ten billion references for each organisation; the database keeps them unique. */
export function newReference(): string {
  const letters = Array.from({ length: 7 }, () => referenceLetters.charAt(randomInt(referenceLetters.length)));
  return `${letters.slice(0, 3).join("")}-${letters.slice(3).join("")}`;
}

/** 256 random bits, for session and anonymous cookies. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function newSixDigitCode(): string {
  return randomInt(1_000_000).toString().padStart(6, "0");
}

/** What the database keeps of a token: the token itself has 256 random bits, so one plain hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
