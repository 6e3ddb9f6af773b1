/** Opens what every process needs: database, migrations, keys. The embedded server is started, and stopped at the end. */
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Keyring, makeKeyring } from "../modules/_kernel/index.ts";
import { ensureInstallation } from "../modules/identity/index.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { deriveKey } from "../platform/crypto/keyed-hash.ts";
import { loadMasterKey, MasterKeyMissing } from "../platform/crypto/master-key.ts";
import { type Database, openDatabase } from "../platform/db/database.ts";
import { startEmbeddedPostgres } from "../platform/db/embedded-postgres.ts";
import { migrate, refusePowerfulRole } from "../platform/db/migrate.ts";
import { type Logger, makeLogger } from "../platform/log/logger.ts";
import type { Configuration } from "./configuration.ts";

export interface OpenInstallation {
  readonly database: Database;
  readonly workerDatabase: Database;
  readonly keyring: Keyring;
  /** For the one process that hashes client addresses. */
  readonly addressKey: Buffer;
  readonly setupCode: string | null;
  readonly log: Logger;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly configuration: Configuration;
  readonly say: (line: string) => void;
  /** A command line beside a running server uses its database. */
  readonly as?: "own" | "guest";
  readonly wantSetupCode?: boolean;
}

export async function openInstallation({
  configuration,
  say,
  as = "own",
  wantSetupCode = false,
}: OpenOptions): Promise<OpenInstallation> {
  const { dataDir, databaseUrl, keyFile, masterKey: given } = configuration;
  const log = makeLogger(configuration.logLevel);
  if (databaseUrl !== null && given === undefined && !(await exists(keyFile))) {
    throw new MasterKeyMissing(
      "With DATABASE_URL set, CITA_MASTER_KEY or an existing CITA_KEY_FILE is needed: the key must be the same on every node.",
    );
  }
  // Nothing is encrypted before the database's files are there; a first start that was killed earlier may begin again.
  const isNew = databaseUrl === null && !(await exists(join(dataDir, "postgres")));
  await mkdir(dataDir, { recursive: true });
  const masterKey = await loadMasterKey({ given, keyFile, mayCreate: isNew, log: say });
  const embedded = databaseUrl === null ? await startEmbeddedPostgres({ dataDir, log: say, as }) : null;
  try {
    const ownerUrl = embedded?.url ?? databaseUrl ?? "";
    const migrated = await migrate({ ownerUrl, log: say });
    const appUrl = configuration.databaseAppUrl ?? migrated.appUrl;
    const workerUrl = configuration.databaseWorkerUrl ?? migrated.workerUrl;
    await refusePowerfulRole(appUrl);
    await refusePowerfulRole(workerUrl);
    const onError = (error: Error): void => log.warn({ err: error }, "a database connection ended");
    const database = openDatabase({ url: appUrl, maxConnections: configuration.poolSize, onError });
    const workerDatabase = openDatabase({ url: workerUrl, maxConnections: 8, onError });
    const ready = await ensureInstallation(database, masterKey, { wantSetupCode });
    return {
      database,
      workerDatabase,
      keyring: makeKeyring(masterKey, ready.installationKey, systemClock.nowMs),
      addressKey: deriveKey(ready.installationKey, "client-address"),
      setupCode: ready.setupCode,
      log,
      async close() {
        await workerDatabase.close();
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
