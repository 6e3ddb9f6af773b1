/**
 * The product as it runs on one machine, in a process of its own and without the web pages: embedded PostgreSQL, API,
 * worker, gateways as configured, and one imported clinic. Says `ready <address>` when it is; SIGTERM stops it.
 */
import { readFile } from "node:fs/promises";
import { startChangeFeed } from "../../src/modules/_kernel/index.ts";
import { makeCalendarCache } from "../../src/modules/availability/index.ts";
import { hashPassword } from "../../src/modules/identity/index.ts";
import { importClinic } from "../../src/modules/imports/clinic/import-clinic.ts";
import { readClinicFile } from "../../src/modules/imports/index.ts";
import { buildApp } from "../../src/processes/build-app.ts";
import { readConfiguration } from "../../src/processes/configuration.ts";
import { startGateways } from "../../src/processes/gateways.ts";
import { openInstallation } from "../../src/processes/open-installation.ts";
import { startWorker } from "../../src/processes/start-worker.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const configuration = readConfiguration(process.env, ["--empty"]);
const installation = await openInstallation({ configuration, say });
const { database, keyring, log } = installation;

const file = new URL("../../src/modules/imports/fixtures/small-clinic.yaml", import.meta.url);
const read = readClinicFile(
  (await readFile(file, "utf8")).replace("email: hello@", "guestBooking: true\n  email: hello@"),
);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const passwordHash = await hashPassword(process.env.STAFF_PASSWORD ?? "");
await importClinic(database, keyring, read.clinic, { passwordHash });

const gateways = await startGateways(configuration, say);
const feed = await startChangeFeed(database, log);
const cache = makeCalendarCache(database, feed, 200);
const app = await buildApp({ configuration, installation, feed, cache, pages: false });
const address = await Promise.resolve(app.listen({ port: 0, host: "127.0.0.1" }));
const worker = startWorker({ installation, feed, ...gateways, webUrl: address, dataDir: configuration.dataDir });
say(`ready ${address}`);

async function stop(): Promise<void> {
  await app.close();
  await worker.stop();
  await feed.stop();
  await gateways.stop();
  await installation.close();
  process.exit(0);
}
process.once("SIGTERM", () => void stop());
