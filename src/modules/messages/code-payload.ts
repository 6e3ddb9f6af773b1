/** What a code message needs when it is sent and nobody could read again from elsewhere; encrypted until then. */
import { decryptText, encryptText, type FieldPlace } from "../../platform/crypto/field-cipher.ts";
import type { OrganisationKeys } from "../_kernel/index.ts";

export type CodePurpose = "register" | "verify" | "password-reset" | "guest" | "already-registered";

export interface CodePayload {
  readonly address: string;
  /** Null where there is nothing to type in: the contact already belongs to an account. */
  readonly code: string | null;
  readonly purpose: CodePurpose;
}

const placeOf = (orgId: string, messageId: string): FieldPlace => ({
  column: "message.payload_cipher",
  orgId,
  rowId: messageId,
});

export function encryptCodePayload(keys: OrganisationKeys, orgId: string, messageId: string, payload: CodePayload) {
  return encryptText(keys.data, placeOf(orgId, messageId), JSON.stringify(payload));
}

export function decryptCodePayload(
  keys: OrganisationKeys,
  orgId: string,
  messageId: string,
  stored: Buffer,
): CodePayload {
  return JSON.parse(decryptText(keys.data, placeOf(orgId, messageId), stored)) as CodePayload;
}
