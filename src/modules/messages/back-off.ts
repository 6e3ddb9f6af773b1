/** How long a message waits after an attempt that failed for now: 30 s, 2 min, then every 10 min for about six hours. */
const firstDelays = [30, 120];
const usualDelay = 600;
const attemptsAtMost = 38;

/** Seconds until the next attempt; null: it has failed for good. */
export function secondsUntilNextAttempt(attemptsMade: number): number | null {
  if (attemptsMade >= attemptsAtMost) return null;
  return firstDelays[attemptsMade - 1] ?? usualDelay;
}
