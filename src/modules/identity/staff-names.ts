/** Names of colleagues of one organisation, to show who did something; nobody else's can be asked for. */
import type { PersonName } from "../../domain/person/index.ts";
import { decryptText } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Keyring } from "../_kernel/index.ts";

const selectNames = statement<{ personId: string; nameCipher: Buffer }>(
  "identity.colleague-names",
  `select person_id as "personId", name_cipher as "nameCipher" from colleague_names($1, $2)`,
);

export async function staffNames(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonName>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.all(selectNames, [orgId, personIds]);
  return new Map(
    rows.map(({ personId, nameCipher }) => {
      const place = { column: "person.name_cipher", orgId: "installation", rowId: personId };
      return [personId, JSON.parse(decryptText(keyring.installation, place, nameCipher)) as PersonName];
    }),
  );
}
