import { decryptText } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";

const selectProviderEmail = statement<{ emailCipher: Buffer | null }>(
  "notifications.provider-email",
  `select email_cipher as "emailCipher" from provider where org_id = $1 and id = $2`,
);

export async function readProviderEmail(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  providerId: string,
): Promise<string | null> {
  const row = await tx.one(selectProviderEmail, [orgId, providerId]);
  if (row?.emailCipher == null) return null;
  const { data } = await keyring.organisation(tx, orgId);
  return decryptText(data, { column: "provider.email_cipher", orgId, rowId: providerId }, row.emailCipher);
}
