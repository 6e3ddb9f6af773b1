/** The product's API, without its pages and worker, on a port of this machine that is free. */
import type { FastifyInstance } from "fastify";
import { startChangeFeed } from "../../src/modules/_kernel/index.ts";
import { makeCalendarCache } from "../../src/modules/availability/index.ts";
import { buildApp } from "../../src/processes/build-app.ts";
import { readConfiguration } from "../../src/processes/configuration.ts";
import { startGateways } from "../../src/processes/gateways.ts";
import { type OpenInstallation, openInstallation } from "../../src/processes/open-installation.ts";
import { startWorker } from "../../src/processes/start-worker.ts";

export interface StageDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly masterKey: string;
  /** Made where it is missing; nothing of a trial is kept in it. */
  readonly dataDir: string;
}

export function openStageDatabase(stage: StageDatabase): Promise<OpenInstallation> {
  return openInstallation({ configuration: configurationOf(stage), say: () => {} });
}

function configurationOf({ ownerUrl, appUrl, workerUrl, masterKey, dataDir }: StageDatabase) {
  return readConfiguration(
    {
      ...{
        DATABASE_URL: ownerUrl,
        DATABASE_APP_URL: appUrl,
        DATABASE_WORKER_URL: workerUrl,
        CITA_MASTER_KEY: masterKey,
      },
      ...{ CITA_DATA_DIR: dataDir, CITA_TRUST_PROXY: "on", PORT: "0", CITA_LOG_LEVEL: "error" },
    },
    [],
  );
}

export interface StageApp {
  readonly url: string;
  stop(): Promise<void>;
  kill?(): Promise<void>;
}

export interface AppChoices {
  /** False: changes are applied on this node and told to no other, to see what the telling costs. */
  readonly isPublishing?: boolean;
  readonly addRoutes?: (app: FastifyInstance) => void;
  /** With relay, sender, sealer and reaper beside it, and stand-ins for the gateways. */
  readonly withWorker?: boolean;
}

const never = 2 ** 31 - 1;
const horizonDays = 200;

export async function startApp(
  stage: StageDatabase,
  { isPublishing = true, addRoutes, withWorker = false }: AppChoices = {},
): Promise<StageApp> {
  const configuration = configurationOf(stage);
  const installation = await openStageDatabase(stage);
  const { database, log } = installation;
  const feed = await (isPublishing ? startChangeFeed(database, log) : startChangeFeed(database, log, never));
  const cache = makeCalendarCache(database, feed, horizonDays);
  const app = await buildApp({ configuration, installation, feed, cache, pages: false });
  addRoutes?.(app);
  // `listen` gives what is a promise and more; only the promise is wanted.
  const url: string = await Promise.resolve(app.listen({ port: 0, host: "127.0.0.1" }));
  const gateways = withWorker ? await startGateways(configuration, () => {}) : null;
  const { dataDir } = configuration;
  const worker = gateways === null ? null : startWorker({ installation, feed, ...gateways, webUrl: url, dataDir });
  return {
    url,
    async stop() {
      await app.close();
      await worker?.stop();
      await gateways?.stop();
      await feed.stop();
      await installation.close();
    },
  };
}
