/**
 * The worker's way to its work: at once for an organisation that it is told of, and always by a round over all
 * organisations that have some, so that a lost word costs a few seconds and nothing else.
 *
 * One node works on an organisation once at a time. Other nodes may do so too: the work's own row locks keep them apart.
 */
import { isDatabaseOutage } from "../../platform/db/database-error.ts";
import type { Logger } from "../../platform/log/logger.ts";

export interface RoundsOptions {
  readonly name: string;
  readonly log: Logger;
  readonly everyMs: number;
  /** How many organisations are worked on side by side. */
  readonly sideBySide: number;
  /** Organisations that have work now. */
  organisations(): Promise<readonly string[]>;
  /** Does a bounded part of one organisation's work; true: there may be more. */
  work(orgId: string): Promise<boolean>;
}

export interface Rounds {
  wake(orgId: string): void;
  /** Resolves when the work at hand is done. */
  stop(): Promise<void>;
}

export function startRounds({ name, log, everyMs, sideBySide, organisations, work }: RoundsOptions): Rounds {
  const waiting = new Set<string>();
  const atWork = new Map<string, Promise<void>>();
  let stopped = false;

  function next(): void {
    for (const orgId of waiting) {
      if (stopped || atWork.size >= sideBySide) return;
      if (atWork.has(orgId)) continue;
      waiting.delete(orgId);
      atWork.set(orgId, workOn(orgId));
    }
  }

  async function workOn(orgId: string): Promise<void> {
    const mayHaveMore = await work(orgId).catch(complain);
    atWork.delete(orgId);
    // To the end of the queue: no organisation keeps the others waiting.
    if (mayHaveMore === true) waiting.add(orgId);
    next();
  }

  async function round(): Promise<void> {
    const found = await organisations().catch(complain);
    for (const orgId of found ?? []) waiting.add(orgId);
    next();
  }

  function complain(error: unknown): undefined {
    if (isDatabaseOutage(error)) log.warn({ rounds: name }, "the database does not answer; the next round tries again");
    else log.error({ err: error, rounds: name }, "a round failed");
  }

  const timer = setInterval(() => void round(), everyMs);
  void round();
  return {
    wake(orgId) {
      waiting.add(orgId);
      next();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(atWork.values());
    },
  };
}
