/** Everything on one machine: database, API, pages, worker; and in demo mode the clinics and the stand-ins for gateways. */
import { cpus } from "node:os";
import { startChangeFeed } from "../modules/_kernel/index.ts";
import { makeCalendarCache } from "../modules/availability/index.ts";
import { isSetupNeeded } from "../modules/identity/index.ts";
import { type DemoSignIn, demoPassword, loadDemo } from "../modules/imports/index.ts";
import { configureDemoInbox } from "../modules/messages/index.ts";
import { configureInstallation } from "../modules/organisations/index.ts";
import { buildApp } from "./build-app.ts";
import { type Configuration, readConfiguration, WrongConfiguration } from "./configuration.ts";
import { startGateways } from "./gateways.ts";
import { openInstallation } from "./open-installation.ts";
import { startWorker } from "./start-worker.ts";

/** Calendars are kept this far ahead; a clinic that books further ahead has them read for each question. */
const horizonDays = 400;

function say(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

async function start(configuration: Configuration): Promise<() => Promise<void>> {
  const installation = await openInstallation({ configuration, say, wantSetupCode: !configuration.demo });
  const { database, keyring, log } = installation;
  const signIns = configuration.demo ? await loadDemo(database, keyring, { log: say }) : [];
  configureInstallation({ demo: configuration.demo, setupNeeded: () => isSetupNeeded(database) });

  const gateways = await startGateways(configuration, say);
  configureDemoInbox(configuration.demo ? gateways.inbox : null);
  const feed = await startChangeFeed(database, log);
  const cache = makeCalendarCache(database, feed, horizonDays);
  const app = await buildApp({ configuration, installation, feed, cache, pages: true });
  const { port, host } = configuration;
  const address: string = await Promise.resolve(app.listen({ port, host }));
  const webUrl = configuration.publicUrl ?? address;
  const worker = startWorker({ installation, feed, ...gateways, webUrl, dataDir: configuration.dataDir });
  tellAddress(webUrl, installation.setupCode, signIns);
  return async () => {
    await app.close();
    await worker.stop();
    await feed.stop();
    await gateways.stop();
    await installation.close();
  };
}

function tellAddress(webUrl: string, setupCode: string | null, signIns: readonly DemoSignIn[]): void {
  say("");
  say(`Cita is ready: ${webUrl}`);
  if (setupCode !== null) {
    say(`First set-up: open ${webUrl}/setup and type this one-time code: ${setupCode}`);
  }
  if (signIns.length > 0) {
    say(`Every message that the demo sends: ${webUrl}/outbox`);
    say(`Demo sign-ins, all with the password ${demoPassword}:`);
    for (const { slug, role, email } of signIns) {
      const page = role === "patient" ? `${webUrl}/${slug}` : `${webUrl}/${slug}/staff`;
      say(`  ${role.padEnd(14)} ${email.padEnd(38)} ${page}`);
    }
  }
  say("Ctrl-C stops it.");
}

function explain(error: unknown, configuration: Configuration | null): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") {
    return `Port ${configuration?.port} is taken by another program. Stop it, or choose another port: PORT=3001 npm start`;
  }
  if (code === "EACCES")
    return `Not allowed: ${error instanceof Error ? error.message : ""}. Choose a port above 1023 or a data folder that is yours.`;
  return error instanceof Error ? error.message : String(error);
}

/** libuv's four threads would make argon2 and file work wait for each other on a larger machine. */
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, cpus().length));

let configuration: Configuration | null = null;
try {
  configuration = readConfiguration(process.env, process.argv.slice(2));
  const stop = await start(configuration);
  let stopping = false;
  const stopOnce = (): void => {
    if (stopping) return;
    stopping = true;
    say("Stopping …");
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say(explain(error, configuration));
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stopOnce);
  process.on("SIGTERM", stopOnce);
  // The script that started us was killed: nobody is left to stop us later.
  process.once("disconnect", stopOnce);
} catch (error) {
  say(explain(error, configuration));
  if (!(error instanceof WrongConfiguration) && process.env.CITA_LOG_LEVEL === "debug") console.error(error);
  process.exit(1);
}
