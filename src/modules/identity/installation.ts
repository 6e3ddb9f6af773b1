/**
 * What an installation needs before its first request: its own key, the platform organisation (which keeps the audit of
 * accounts, sign-ins and unknown addresses), and, where it starts empty, a one-time code for the first set-up.
 */
import { systemClock } from "../../platform/clock/clock.ts";
import { newKey } from "../../platform/crypto/field-cipher.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { hashToken, newReference } from "../../platform/ids/identifiers.ts";
import {
  type Keyring,
  makeKeyring,
  platformOrganisationId,
  unwrapInstallationKey,
  wrapInstallationKey,
} from "../_kernel/index.ts";
import { createOrganisation } from "../organisations/index.ts";

export interface ReadyInstallation {
  readonly installationKey: Buffer;
  /** To be printed once; only its hash is kept. */
  readonly setupCode: string | null;
}

const insertInstallation = statement(
  "identity.insert-installation",
  "insert into installation (wrapped_key, zone_data_version) values ($1, $2) on conflict do nothing",
);
const selectInstallation = statement<{ wrappedKey: Buffer; hasSetupCode: boolean }>(
  "identity.installation",
  `select wrapped_key as "wrappedKey", setup_code_hash is not null as "hasSetupCode" from installation`,
);
const updateSetupCode = statement(
  "identity.update-setup-code",
  "update installation set setup_code_hash = $1 where only_one",
);
const useSetupCodeHash = statement(
  "identity.use-setup-code",
  "update installation set setup_code_hash = null where setup_code_hash = $1",
);
const selectPlatform = statement<{ orgId: string }>(
  "identity.platform-organisation",
  `select org_id as "orgId" from organisation where org_id = $1`,
);
const selectAnyAddress = statement<{ slug: string }>(
  "identity.any-organisation",
  "select slug from organisation_address limit 1",
);

/** May run at every start and on several nodes at once. */
export async function ensureInstallation(
  database: Database,
  masterKey: Buffer,
  { wantSetupCode }: { readonly wantSetupCode: boolean },
): Promise<ReadyInstallation> {
  return database.transaction({ orgId: platformOrganisationId }, async (tx) => {
    // Of several first starts the others wait here for the one that comes first, and then find what it made.
    const wrapped = wrapInstallationKey(masterKey, newKey());
    await tx.run(insertInstallation, [wrapped, process.versions.tz ?? ""]);
    const stored = await tx.one(selectInstallation);
    if (stored === undefined) throw new Error("the installation has no row");
    const installationKey = unwrapInstallationKey(masterKey, stored.wrappedKey);
    await ensurePlatform(tx, makeKeyring(masterKey, installationKey, systemClock.nowMs));

    const isSetUp = (await tx.one(selectAnyAddress)) !== undefined;
    const setupCode = wantSetupCode && !isSetUp ? `${newReference()}-${newReference()}` : null;
    if (setupCode !== null || isSetUp)
      await tx.run(updateSetupCode, [setupCode === null ? null : hashToken(setupCode)]);
    return { installationKey, setupCode };
  });
}

async function ensurePlatform(tx: Transaction, keyring: Keyring): Promise<void> {
  if ((await tx.one(selectPlatform, [platformOrganisationId])) !== undefined) return;
  await createOrganisation(tx, keyring, {
    orgId: platformOrganisationId,
    slug: null,
    name: "Cita",
    kind: "platform",
    zone: "UTC",
    country: "US",
    defaultLocale: "en",
    locales: ["en", "es"],
    phone: "",
    email: "",
    accent: null,
    listed: false,
    guestBooking: false,
    policy: {},
  });
}

/** Does a printed code wait for the first set-up? */
export async function isSetupNeeded(database: Database): Promise<boolean> {
  const [row] = await database.alone(selectInstallation, []);
  return row?.hasSetupCode ?? false;
}

/** True once for the right code, however it was typed; a second set-up with it at the same moment waits and is refused. */
export async function spendSetupCode(tx: Transaction, typed: string): Promise<boolean> {
  return (await tx.run(useSetupCodeHash, [hashToken(typed.trim().toUpperCase())])) === 1;
}
