/** Requests sent as fast as they are answered, by connections that each wait for one answer at a time. */
import autocannon, { type Options } from "autocannon";
import { quantile } from "./trial.ts";

export interface Fired {
  readonly answersPerSecond: number;
  /** Milliseconds below which this share of all answers came. */
  within(share: number): number;
  /** Answers that were not 2xx, and requests without one. */
  readonly failed: number;
}

/** Timed from the first request to the last answer; the generator's own figures are means of whole seconds. */
export async function fire(options: Options): Promise<Fired> {
  const waits: number[] = [];
  let [refused, lastAt] = [0, 0];
  const startedAt = performance.now();
  const running = autocannon({ timeout: 30, ...options });
  running.on("response", (_client, status, _bytes, milliseconds) => {
    waits.push(milliseconds);
    lastAt = performance.now();
    if (status < 200 || status > 299) refused += 1;
  });
  const { errors } = await running;
  return {
    answersPerSecond: (waits.length * 1000) / (lastAt - startedAt),
    within: (share) => quantile(waits, share),
    failed: refused + errors,
  };
}
