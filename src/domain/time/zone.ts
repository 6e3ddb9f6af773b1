/**
 * A time zone is a list of spans, each with one offset: from one clock change to the next the wall clock is the UTC
 * clock plus a constant. Temporal is asked once per span; all conversions after that are additions. (A Temporal
 * conversion costs about 1.5 µs; a month of slots for twenty providers would need tens of thousands.)
 *
 * Example: for Europe/Madrid the span of the winter 2025/26 runs from 2025-10-26T01:00Z to 2026-03-29T01:00Z at +60.
 */
import { asMinute, instantOfMinute, MINUTES_PER_DAY } from "./minute.ts";

/** An IANA zone name, as in `Europe/Madrid`. */
export type ZoneId = string;

/** `from` and `to` are UTC minutes, or infinite where the zone has no earlier or later change. */
export type ZoneSpan = { readonly from: number; readonly to: number; readonly offsetMinutes: number };

const spansByZone = new Map<ZoneId, ZoneSpan[]>();

/** Accepts names only: a bare offset such as `+02:00` knows no clock changes, so it cannot be a clinic's zone. */
export function parseZone(
  text: string,
): { readonly ok: true; readonly zone: ZoneId } | { readonly ok: false; readonly code: "unknown_zone" } {
  if (!/^[A-Za-z]/.test(text)) return { ok: false, code: "unknown_zone" };
  try {
    return { ok: true, zone: Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId };
  } catch {
    return { ok: false, code: "unknown_zone" };
  }
}

export function isZone(text: string): boolean {
  return parseZone(text).ok;
}

/** The span that holds the UTC minute. The zone must be valid: an unknown one throws. */
export function zoneSpanAt(zone: ZoneId, minute: number): ZoneSpan {
  let spans = spansByZone.get(zone);
  if (spans === undefined) {
    spans = [];
    spansByZone.set(zone, spans);
  }
  for (const span of spans) {
    if (minute >= span.from && minute < span.to) return span;
  }
  const span = askTemporal(zone, minute);
  spans.push(span);
  return span;
}

/** The spans that can hold wall-clock minutes of the range; no zone is a whole day away from UTC. */
export function zoneSpansAround(zone: ZoneId, wallFrom: number, wallTo: number): ZoneSpan[] {
  const spans: ZoneSpan[] = [];
  let at = wallFrom - MINUTES_PER_DAY;
  while (at < wallTo + MINUTES_PER_DAY) {
    const span = zoneSpanAt(zone, at);
    spans.push(span);
    at = span.to;
  }
  return spans;
}

export function offsetMinutesAt(zone: ZoneId, minute: number): number {
  return zoneSpanAt(zone, minute).offsetMinutes;
}

function askTemporal(zone: ZoneId, minute: number): ZoneSpan {
  const zoned = instantOfMinute(asMinute(minute)).toZonedDateTimeISO(zone);
  const next = zoned.getTimeZoneTransition("next");
  // 'previous' means strictly before, and a change at this very minute already belongs to the span.
  const previous = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  return {
    from: previous === null ? Number.NEGATIVE_INFINITY : Math.ceil(previous.epochMilliseconds / 60_000),
    to: next === null ? Number.POSITIVE_INFINITY : Math.ceil(next.epochMilliseconds / 60_000),
    // Since 1972 every offset is a whole number of minutes; before that Monrovia was not, and is rounded.
    offsetMinutes: Math.round(zoned.offsetNanoseconds / 60_000_000_000),
  };
}
