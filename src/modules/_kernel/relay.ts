/**
 * The outbox relay: hands every committed event to those who react to it.
 *
 * Rows are taken with `for update skip locked`, so any number of relays share the work, and what a killed one had taken is
 * free again at once. Reactions commit together with the mark 'processed'. A batch in which one reaction fails is taken
 * apart: the others go through, the failed one waits longer each time. Order is not promised: readers look at the
 * event's sequence, or read the newest state.
 */
import type { Database, Transaction } from "../../platform/db/database.ts";
import { isDatabaseOutage } from "../../platform/db/database-error.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Logger } from "../../platform/log/logger.ts";
import type { EventHandler, OutboxEvent, OutboxEventType } from "./outbox-event.ts";
import { type Rounds, startRounds } from "./rounds.ts";

export interface RelayOptions {
  /** Of the worker's role. */
  readonly database: Database;
  readonly log: Logger;
  /** A type that is not named here is left to a newer worker. */
  readonly handlers: Readonly<Record<OutboxEventType, readonly EventHandler[]>>;
  /** Called for every event of a type that is named. */
  readonly everyEvent?: readonly EventHandler[];
  organisations(): Promise<readonly string[]>;
  readonly everyMs: number;
  /** After events of an organisation were processed: what they left behind may be worked on at once. */
  readonly onProcessed?: (orgId: string) => void;
}

const batchSize = 50;

const takeEvents = statement<Omit<OutboxEvent, "orgId">>(
  "kernel.take-events",
  `select id, type, subject_id as "subjectId", sequence, payload, at
   from outbox
   where org_id = $1 and processed_at is null and (claimed_until is null or claimed_until <= now()) and type = any($2)
   order by at limit $3
   for update skip locked`,
);
const takeEvent = statement<{ id: string }>(
  "kernel.take-event",
  "select id from outbox where org_id = $1 and id = $2 and processed_at is null for update skip locked",
);
const markProcessed = statement(
  "kernel.mark-processed",
  "update outbox set processed_at = clock_timestamp(), attempts = attempts + 1 where org_id = $1 and id = any($2)",
);
// 2 s, 4 s, 8 s … ten minutes at most.
const putOff = statement(
  "kernel.put-event-off",
  `update outbox set attempts = attempts + 1,
          claimed_until = clock_timestamp() + make_interval(secs => least(600, 2 ^ least(attempts + 1, 10)))
   where org_id = $1 and id = $2 and processed_at is null`,
);

export function startRelay(options: RelayOptions): Rounds {
  const { database, log, handlers, everyEvent = [], organisations, everyMs, onProcessed } = options;
  const types = Object.keys(handlers);

  async function react(tx: Transaction, event: OutboxEvent): Promise<void> {
    for (const handle of [...everyEvent, ...handlers[event.type]]) await handle(tx, event);
  }

  async function workOn(orgId: string): Promise<boolean> {
    let taken: OutboxEvent[] = [];
    try {
      await database.transaction({ orgId }, async (tx) => {
        taken = (await tx.all(takeEvents, [orgId, types, batchSize])).map((row) => ({ ...row, orgId }));
        for (const event of taken) await react(tx, event);
        if (taken.length > 0) await tx.run(markProcessed, [orgId, taken.map(({ id }) => id)]);
      });
    } catch (error) {
      if (isDatabaseOutage(error)) throw error;
      for (const event of taken) await reactAlone(event);
    }
    if (taken.length > 0) onProcessed?.(orgId);
    return taken.length === batchSize;
  }

  async function reactAlone(event: OutboxEvent): Promise<void> {
    const { orgId, id, type } = event;
    try {
      await database.transaction({ orgId }, async (tx) => {
        if ((await tx.one(takeEvent, [orgId, id])) === undefined) return;
        await react(tx, event);
        await tx.run(markProcessed, [orgId, [id]]);
      });
    } catch (error) {
      if (isDatabaseOutage(error)) throw error;
      log.error({ err: error, orgId, eventId: id, type }, "a reaction to an event failed; it will be tried again");
      await database.transaction({ orgId }, (tx) => tx.run(putOff, [orgId, id]));
    }
  }

  return startRounds({ name: "relay", log, everyMs, sideBySide: 2, organisations, work: workOn });
}
