/** The log: JSON lines by pino. Never a name, contact, reason or code: callers pass ids, codes and counts only. */
import { type Logger, pino } from "pino";

export type { Logger };

export function makeLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
