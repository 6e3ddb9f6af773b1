/**
 * What has just changed, told to everyone who keeps something in memory or on a screen: this node at once, the others by
 * one NOTIFY every 20 ms (the booking transaction itself never notifies: NOTIFY makes commits wait for each other).
 *
 * The outbox is the durable copy. The relay offers every event once more; who has seen its id already lets it pass.
 */
import { randomUUID } from "node:crypto";
import type { Database } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Logger } from "../../platform/log/logger.ts";

/** UTC minutes since 1970, half-open. */
export type MinuteRange = readonly [startsAt: number, endsAt: number];

export interface ResourceDelta {
  readonly resourceId: string;
  readonly taken?: readonly MinuteRange[];
  readonly freed?: readonly MinuteRange[];
  /** Hold that came or went with it. */
  readonly hold?: {
    readonly id: string;
    readonly holder: string;
    readonly range: MinuteRange;
    readonly expiresAtMs: number;
  };
  readonly endedHoldId?: string;
  /** Hours or closures changed, or it is not known what did: read again. */
  readonly reload?: true;
}

export interface Change {
  /** Id of the outbox row. */
  readonly eventId: string;
  readonly orgId: string;
  readonly what: "appointment" | "hold" | "closure" | "hours";
  readonly appointmentId: string | null;
  readonly patientId: string | null;
  readonly serviceId: string | null;
  readonly localDates: readonly string[];
  readonly deltas: readonly ResourceDelta[];
}

export interface ChangeFeed {
  publish(change: Change): void;
  subscribe(listener: (change: Change) => void): () => void;
  /** Called when notices may have been missed: whatever is kept in memory is to be read again. */
  onGap(listener: () => void): void;
  stop(): Promise<void>;
}

const channel = "cita_change";
const payloadLimit = 7_800;
const notify = statement("kernel.notify-changes", "select pg_notify($1, $2)");
const seenAtMost = 20_000;

export async function startChangeFeed(database: Database, log: Logger, everyMs = 20): Promise<ChangeFeed> {
  const node = randomUUID();
  const listeners = new Set<(change: Change) => void>();
  const gapListeners = new Set<() => void>();
  const seen = new Set<string>();
  let waiting: Change[] = [];
  let stopped = false;

  function deliver(change: Change): boolean {
    if (seen.has(change.eventId)) return false;
    seen.add(change.eventId);
    if (seen.size > seenAtMost) for (const oldest of seen) if (seen.size > seenAtMost / 2) seen.delete(oldest);
    for (const listener of listeners) listener(change);
    return true;
  }

  async function flush(): Promise<void> {
    const changes = waiting;
    waiting = [];
    for (const payload of payloads(node, changes)) {
      await database
        .alone(notify, [channel, payload])
        .catch((error: unknown) => log.warn({ err: error }, "changes were not published"));
    }
  }
  const timer = setInterval(() => {
    if (waiting.length > 0) void flush();
  }, everyMs);
  timer.unref();

  const closeListener = await listen(database, log, {
    onPayload(payload) {
      const { from, changes } = JSON.parse(payload) as { from: string; changes: Change[] };
      if (from !== node) for (const change of changes) deliver(change);
    },
    onGap() {
      for (const listener of gapListeners) listener();
    },
    isStopped: () => stopped,
  });

  return {
    publish(change) {
      if (deliver(change)) waiting.push(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onGap(listener) {
      gapListeners.add(listener);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await flush();
      await closeListener();
    },
  };
}

/** Packs changes into as few payloads as PostgreSQL's limit of 8,000 bytes allows; a change too large says 'read again'. */
function* payloads(from: string, changes: readonly Change[]): Generator<string> {
  let pack: Change[] = [];
  let size = 0;
  for (const change of changes) {
    let fitting = change;
    if (Buffer.byteLength(JSON.stringify(change)) > payloadLimit / 2) {
      fitting = {
        ...change,
        deltas: change.deltas.slice(0, 20).map(({ resourceId }) => ({ resourceId, reload: true })),
      };
    }
    const bytes = Buffer.byteLength(JSON.stringify(fitting));
    if (size + bytes > payloadLimit && pack.length > 0) {
      yield JSON.stringify({ from, changes: pack });
      pack = [];
      size = 0;
    }
    pack.push(fitting);
    size += bytes;
  }
  if (pack.length > 0) yield JSON.stringify({ from, changes: pack });
}

interface Listening {
  readonly onPayload: (payload: string) => void;
  readonly onGap: () => void;
  readonly isStopped: () => boolean;
}

/** A connection of its own that listens; when it breaks it is made again, and what was missed is a gap. */
async function listen(
  database: Database,
  log: Logger,
  { onPayload, onGap, isStopped }: Listening,
): Promise<() => Promise<void>> {
  let client = await connect();
  async function connect() {
    const made = await database.connect();
    made.on("notification", ({ payload }) => {
      if (payload !== undefined) onPayload(payload);
    });
    made.on("end", () => {
      if (!isStopped()) setTimeout(reconnect, 500).unref();
    });
    await made.query(`listen ${channel}`);
    return made;
  }
  function reconnect(): void {
    if (isStopped()) return;
    connect().then(
      (made) => {
        client = made;
        onGap();
      },
      (error: unknown) => {
        log.warn({ err: error }, "the change feed has no connection");
        setTimeout(reconnect, 1_000).unref();
      },
    );
  }
  return () => client.end();
}
