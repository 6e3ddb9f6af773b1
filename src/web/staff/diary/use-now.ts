import { useEffect, useState } from "react";
import { minuteOf } from "./geometry.ts";

interface Now {
  readonly localDate: string;
  readonly minute: number;
}

/** The clinic's wall clock, by the server's time and not by this computer's, which may be wrong. */
export function useNow(zone: string, serverNow: string | undefined, receivedAt: number): Now | null {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks((before) => before + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  // Read, so that each tick draws anew.
  void ticks;
  if (serverNow === undefined) return null;
  const skew = Temporal.Instant.from(serverNow).epochMilliseconds - receivedAt;
  const local = Temporal.Now.instant().add({ milliseconds: skew }).toZonedDateTimeISO(zone);
  const minute = minuteOf(local.toPlainTime().toString({ smallestUnit: "minute" }));
  return { localDate: local.toPlainDate().toString(), minute };
}
