/** The clock, as something that can be handed in. Milliseconds since 1970; ISO text in UTC. */
export interface Clock {
  nowMs(): number;
}

export const systemClock: Clock = { nowMs: () => Date.now() };

export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

export function msOf(iso: string): number {
  return Date.parse(iso);
}
