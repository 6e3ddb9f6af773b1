/**
 * The calendars of this node: filled when first asked for, kept right by the change feed, bounded in number.
 *
 * A change that arrives while a calendar is being read is applied after the reading; applying one twice does no harm.
 * Holds are taken off by the database's clock: its offset from ours is measured at every reading.
 */
import { asMinute, MINUTES_PER_DAY, type TimeRange } from "../../domain/time/index.ts";
import { systemClock } from "../../platform/clock/clock.ts";
import type { Database, Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import type { Change, ChangeFeed, ResourceDelta } from "../_kernel/index.ts";
import { readHolidays, readSchedules } from "../openings/index.ts";
import {
  applyDelta,
  type ClaimRow,
  type Closure,
  coveringWindow,
  makeCalendar,
  type Reservation,
  type ResourceCalendar,
  type ResourceTime,
  reserveTime,
} from "./resource-calendar.ts";

const selectClaims = statement<ClaimRow>(
  "availability.claims",
  `select c.resource_id as "resourceId", (extract(epoch from c.starts_at) / 60)::int as "startsAt",
          (extract(epoch from c.ends_at) / 60)::int as "endsAt", c.hold_id as "holdId", h.holder,
          (extract(epoch from h.expires_at) * 1000)::float8 as "expiresAtMs"
   from claim c left join hold h on h.org_id = c.org_id and h.id = c.hold_id
   where c.org_id = $1 and c.resource_id = any($2)
     and c.starts_at >= $3::timestamptz - interval '31 days' and c.starts_at < $4 and c.ends_at > $3`,
);
const selectClosures = statement<{ id: string; resourceId: string; startsAt: number; endsAt: number }>(
  "availability.closures",
  `select id, resource_id as "resourceId", (extract(epoch from starts_at) / 60)::int as "startsAt",
          (extract(epoch from ends_at) / 60)::int as "endsAt"
   from closure where org_id = $1 and resource_id = any($2) and starts_at < $4 and ends_at > $3 and ended_at is null`,
);
const selectClock = statement<{ nowMs: number }>(
  "availability.clock",
  `select (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs"`,
);

export interface CalendarCache {
  /** One calendar for each id, covering at least the window. */
  read(
    orgId: string,
    resourceIds: readonly string[],
    window: TimeRange,
  ): Promise<ReadonlyMap<string, ResourceCalendar>>;
  /** Shows time as held on this node, while a booking of it is on its way to the database: see `reserveTime`. */
  reserve(
    orgId: string,
    claims: readonly ResourceTime[],
    by: Pick<Reservation, "onTheWay" | "holder">,
  ): (() => void) | null;
  /** Now, by the database's clock. */
  nowMs(): number;
}

interface Entry {
  calendar: ResourceCalendar | null;
  /** Changes that came while it was being read. */
  pending: ResourceDelta[];
  loading: Promise<void> | null;
  loadedAtMs: number;
}

const calendarsAtMost = 2_000;
/** Longer than any statement may take: what is reserved lapses even where nobody lets go of it. */
const reservedMs = 10_000;
/** Even without any notice of change a calendar is not trusted for longer. */
const trustedMs = 10 * 60_000;

export function makeCalendarCache(database: Database, feed: ChangeFeed, horizonDays: number): CalendarCache {
  const entries = new Map<string, Entry>();
  let clockOffsetMs = 0;

  feed.onGap(() => entries.clear());
  feed.subscribe((change: Change) => {
    for (const delta of change.deltas) {
      const key = `${change.orgId} ${delta.resourceId}`;
      const entry = entries.get(key);
      if (entry === undefined) continue;
      if (delta.reload) entries.delete(key);
      else if (entry.loading !== null) entry.pending.push(delta);
      else if (entry.calendar !== null) applyDelta(entry.calendar, delta);
    }
  });

  async function load(orgId: string, resourceIds: readonly string[], window: TimeRange): Promise<ResourceCalendar[]> {
    return database.transaction({ orgId }, async (tx) => {
      const before = systemClock.nowMs();
      const clock = await tx.one(selectClock);
      clockOffsetMs = (clock?.nowMs ?? before) - (before + systemClock.nowMs()) / 2;
      return readCalendars(tx, orgId, resourceIds, window);
    });
  }

  function isUsable(entry: Entry | undefined, window: TimeRange, nowMs: number): boolean {
    const calendar = entry?.calendar;
    if (entry === undefined || calendar === null || calendar === undefined) return false;
    if (nowMs - entry.loadedAtMs > trustedMs) return false;
    return calendar.window.startsAt <= window.startsAt && calendar.window.endsAt >= window.endsAt;
  }

  async function fill(orgId: string, ids: readonly string[]): Promise<void> {
    const made = ids.map((id) => {
      const entry: Entry = { calendar: null, pending: [], loading: null, loadedAtMs: systemClock.nowMs() };
      entries.set(`${orgId} ${id}`, entry);
      return [id, entry] as const;
    });
    const loading = load(orgId, ids, usualWindow(systemClock.nowMs(), horizonDays)).then((calendars) => {
      const byId = new Map(calendars.map((calendar) => [calendar.resourceId, calendar]));
      for (const [id, entry] of made) {
        const calendar = byId.get(id) ?? null;
        if (calendar !== null) for (const delta of entry.pending) applyDelta(calendar, delta);
        entry.calendar = calendar;
        entry.pending = [];
        entry.loading = null;
      }
    });
    for (const [, entry] of made) entry.loading = loading;
    await loading.catch((error: unknown) => {
      for (const [id] of made) entries.delete(`${orgId} ${id}`);
      throw error;
    });
  }

  return {
    reserve(orgId, claims, by) {
      const nowMs = systemClock.nowMs() + clockOffsetMs;
      const calendarOf = (id: string) => entries.get(`${orgId} ${id}`)?.calendar;
      return reserveTime(calendarOf, claims, { ...by, nowMs, expiresAtMs: nowMs + reservedMs });
    },
    nowMs: () => systemClock.nowMs() + clockOffsetMs,
    async read(orgId, resourceIds, window) {
      const ids = [...new Set(resourceIds)];
      const nowMs = systemClock.nowMs();
      const usual = usualWindow(nowMs, horizonDays);
      if (window.startsAt < usual.startsAt || window.endsAt > usual.endsAt) {
        return new Map((await load(orgId, ids, window)).map((calendar) => [calendar.resourceId, calendar]));
      }
      const loading = ids.flatMap((id) => entries.get(`${orgId} ${id}`)?.loading ?? []);
      await Promise.all(new Set(loading));
      const missing = ids.filter((id) => !isUsable(entries.get(`${orgId} ${id}`), window, nowMs));
      if (missing.length > 0) await fill(orgId, missing);
      const found = new Map<string, ResourceCalendar>();
      for (const id of ids) {
        const key = `${orgId} ${id}`;
        const entry = entries.get(key);
        if (entry?.calendar == null) continue;
        found.set(id, entry.calendar);
        // Least recently used goes first: a Map keeps the order of insertion.
        entries.delete(key);
        entries.set(key, entry);
      }
      for (const key of entries.keys()) {
        if (entries.size <= calendarsAtMost) break;
        entries.delete(key);
      }
      // Somebody's change made one of them stale between filling and reading: read it for this question only.
      const lost = ids.filter((id) => !found.has(id));
      if (lost.length > 0)
        for (const calendar of await load(orgId, lost, usual)) found.set(calendar.resourceId, calendar);
      return found;
    },
  };
}

/** It reaches to the booking horizon; what lies beyond is read for the one who asks and not kept. */
function usualWindow(nowMs: number, horizonDays: number): TimeRange {
  const now = Math.floor(nowMs / 60_000);
  return coveringWindow(now - MINUTES_PER_DAY, now + horizonDays * MINUTES_PER_DAY);
}

export async function readCalendars(
  tx: Transaction,
  orgId: string,
  resourceIds: readonly string[],
  window: TimeRange,
): Promise<ResourceCalendar[]> {
  const bounds = [window.startsAt, window.endsAt].map((minute) =>
    new Temporal.Instant(BigInt(minute) * 60_000_000_000n).toString(),
  );
  const claims = Map.groupBy(await tx.all(selectClaims, [orgId, resourceIds, ...bounds]), (row) => row.resourceId);
  const closures = Map.groupBy(await tx.all(selectClosures, [orgId, resourceIds, ...bounds]), (row) => row.resourceId);
  const schedules = await readSchedules(tx, orgId, resourceIds);
  const holidays = await readHolidays(tx, orgId);
  return resourceIds.map((id) =>
    makeCalendar(id, window, claims.get(id) ?? [], {
      schedule: schedules.get(id) ?? { rules: [], exceptions: [] },
      holidays,
      closures: (closures.get(id) ?? []).map(
        (row): Closure => ({ id: row.id, startsAt: asMinute(row.startsAt), endsAt: asMinute(row.endsAt) }),
      ),
    }),
  );
}
