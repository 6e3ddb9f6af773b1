import { queryOptions } from "@tanstack/react-query";
import type { Hold } from "../../../contract/routes/availability.ts";
import { ask } from "../../api/index.ts";

export interface HeldTime {
  readonly hold: Hold;
  /** The page's own stopwatch when the answer came: time left is counted from here, never by the phone's clock. */
  readonly receivedAt: number;
}

export function heldTime(hold: Hold): HeldTime {
  return { hold, receivedAt: performance.now() };
}

export function holdQuery(slug: string, id: string) {
  return queryOptions({
    queryKey: ["hold", slug, id],
    queryFn: async ({ signal }) => heldTime(await ask("holds.get", { params: { slug, id } }, signal)),
    refetchOnWindowFocus: "always",
  });
}

/** Seconds until the hold lapses: what the server's clock said was left, less what has passed since. */
export function secondsLeft({ hold, receivedAt }: HeldTime, now: number): number {
  const whole = Temporal.Instant.from(hold.serverNow).until(hold.expiresAt).total("seconds");
  return Math.max(0, Math.round(whole - (now - receivedAt) / 1000));
}
