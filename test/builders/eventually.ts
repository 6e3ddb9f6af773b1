import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "../../src/platform/clock/clock.ts";

/** Waits until the condition holds; for what a worker does by itself. */
export async function eventually(holds: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = systemClock.nowMs() + withinMs;
  while (!(await holds())) {
    if (systemClock.nowMs() > end) throw new Error(`it did not happen within ${withinMs} ms: ${holds.toString()}`);
    await wait(20);
  }
}
