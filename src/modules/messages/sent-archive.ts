/**
 * The message as it was sent, encrypted: under the patient's key if it went to a patient, so that erasing the patient
 * erases it, else under the organisation's [COMM-06].
 */
import { decryptText, encryptText, type FieldPlace } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Keyring } from "../_kernel/index.ts";
import type { DueMessage, Outgoing } from "./message.ts";

type Whose = Pick<DueMessage, "orgId" | "id" | "recipientKind" | "recipientId">;

const placeOf = ({ orgId, id }: Whose): FieldPlace => ({ column: "message.sent_cipher", orgId, rowId: id });

/** Undefined: the patient has been erased. */
async function keyFor(tx: Transaction, keyring: Keyring, whose: Whose): Promise<Buffer | undefined> {
  const { orgId, recipientKind, recipientId } = whose;
  if (recipientKind !== "patient") return (await keyring.organisation(tx, orgId)).data;
  return (await keyring.patients(tx, orgId, [recipientId])).get(recipientId);
}

/** Null: the patient has been erased. */
export async function archiveSent(tx: Transaction, keyring: Keyring, whose: Whose, sent: Outgoing) {
  const key = await keyFor(tx, keyring, whose);
  return key === undefined ? null : encryptText(key, placeOf(whose), JSON.stringify(sent));
}

/** Null: the patient has been erased. */
export async function readSent(tx: Transaction, keyring: Keyring, whose: Whose, stored: Buffer) {
  const key = await keyFor(tx, keyring, whose);
  return key === undefined ? null : (JSON.parse(decryptText(key, placeOf(whose), stored)) as Outgoing);
}
