import { useEffect, useState } from "react";
import { type HeldTime, secondsLeft } from "./hold-query.ts";

/** Counts down once a second; `null` until the hold is known. */
export function useSecondsLeft(held: HeldTime | undefined): number | null {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (held === undefined) return null;
  return secondsLeft(held, Math.max(now, held.receivedAt));
}
