/** The work behind the requests: relay, sender, sealer, reaper. Any number of workers may run side by side. */

import {
  type Change,
  type ChangeFeed,
  type OutboxEvent,
  organisationsWithWork,
  platformOrganisationId,
  startRelay,
  startRounds,
} from "../modules/_kernel/index.ts";
import { startSealer } from "../modules/audit/index.ts";
import { sweepAccounts } from "../modules/identity/index.ts";
import { composeCode, startSender } from "../modules/messages/index.ts";
import { composeNotice, noticeHandlers } from "../modules/notifications/index.ts";
import { statement } from "../platform/db/statement.ts";
import type { Mailer } from "../platform/mail/mailer.ts";
import type { SmsGateway } from "../platform/sms/sms-gateway.ts";
import type { OpenInstallation } from "./open-installation.ts";

export interface WorkerOptions {
  readonly installation: OpenInstallation;
  readonly feed: ChangeFeed;
  readonly mailer: Mailer;
  readonly sms: SmsGateway;
  /** Where links in messages lead. */
  readonly webUrl: string;
  readonly dataDir: string;
}

export interface Worker {
  stop(): Promise<void>;
}

// Booking needs no reaper; this one keeps the tables small and shows lapsed holds as free on open screens.
const reapHolds = statement(
  "worker.reap-holds",
  "delete from hold where org_id = $1 and expires_at < now() - interval '1 hour'",
);
const reapIdempotency = statement(
  "worker.reap-idempotency",
  "delete from idempotency where org_id = $1 and at < now() - interval '7 days'",
);
const reapOutbox = statement(
  "worker.reap-outbox",
  "delete from outbox where org_id = $1 and processed_at < now() - interval '7 days'",
);
const selectOrganisations = statement<{ orgId: string }>(
  "worker.organisations",
  `select org_id as "orgId" from organisation_address where current`,
);

export function startWorker({ installation, feed, mailer, sms, webUrl, dataDir }: WorkerOptions): Worker {
  const { workerDatabase: database, keyring, log } = installation;
  const withWork = () => organisationsWithWork(database);
  const everyone = async (): Promise<string[]> => [
    platformOrganisationId,
    ...(await database.alone(selectOrganisations, [])).map(({ orgId }) => orgId),
  ];
  const sender = startSender({
    database,
    keyring,
    log,
    mailer,
    sms,
    composers: { code: composeCode(keyring), appointment: composeNotice({ keyring, publicUrl: webUrl }) },
    organisations: withWork,
    // Codes of accounts do not pass through the outbox, so nothing wakes the sender for them.
    everyMs: 1_000,
  });
  const relay = startRelay({
    database,
    log,
    handlers: {
      "hold.created": [],
      "hold.extended": [],
      "hold.released": [],
      "closure.added": [],
      "closure.removed": [],
      "hours.changed": [],
      ...noticeHandlers(keyring),
    },
    everyEvent: [async (_tx, event) => feed.publish(changeOf(event))],
    organisations: withWork,
    everyMs: 2_000,
    onProcessed: (orgId) => sender.wake(orgId),
  });
  feed.subscribe(({ orgId }) => relay.wake(orgId));
  const sealer = startSealer({
    database,
    keyring,
    log,
    organisations: everyone,
    everyMs: 30_000,
    headsFolder: dataDir,
  });
  const reaper = startRounds({
    name: "reaper",
    log,
    everyMs: 60_000,
    sideBySide: 1,
    organisations: everyone,
    work: (orgId) =>
      database.transaction({ orgId }, async (tx) => {
        for (const reap of [reapHolds, reapIdempotency, reapOutbox]) await tx.run(reap, [orgId]);
        return false;
      }),
  });
  const accounts = setInterval(() => {
    sweepAccounts(installation.database).catch((error: unknown) => log.warn({ err: error }, "accounts were not swept"));
  }, 3_600_000);
  return {
    async stop() {
      clearInterval(accounts);
      await Promise.all([relay, sender, sealer, reaper].map((part) => part.stop()));
    },
  };
}

/** The durable copy of a change that a dead node may not have told of: which resources to read again. */
function changeOf({ id, orgId, payload }: OutboxEvent): Change {
  const { what, appointmentId, patientId, serviceId, resourceIds, localDates } = payload as Partial<Change> & {
    resourceIds?: string[];
  };
  return {
    eventId: id,
    orgId,
    what: what ?? "appointment",
    appointmentId: appointmentId ?? null,
    patientId: patientId ?? null,
    serviceId: serviceId ?? null,
    localDates: localDates ?? [],
    deltas: (resourceIds ?? []).map((resourceId) => ({ resourceId, reload: true })),
  };
}
