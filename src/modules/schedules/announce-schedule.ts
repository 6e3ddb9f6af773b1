/** Tells the house that somebody's time is to be read again: the durable rows for the outbox, and the notices after it. */
import type { LocalDate } from "../../domain/time/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Change, ChangeFeed, OutboxEventType } from "../_kernel/index.ts";
import type { Catalogue } from "../directory/index.ts";

const insertOutbox = statement("schedules.insert-outbox", "select insert_outbox($1, $2)");

export interface ScheduleEvent {
  readonly type: Extract<OutboxEventType, "closure.added" | "closure.removed" | "hours.changed">;
  /** The closure, or whose hours changed. */
  readonly subjectId: string;
  readonly resourceIds: readonly string[];
  readonly localDates: readonly LocalDate[];
}

interface Announcing {
  readonly tx: Transaction;
  readonly context: { readonly organisation: { readonly orgId: string } };
  afterCommit(act: () => void): void;
}

/** A notice has at most 8,000 bytes; a holiday concerns every resource of the organisation. */
const resourcesAtOnce = 40;

export async function announceSchedule(call: Announcing, feed: ChangeFeed, event: ScheduleEvent): Promise<void> {
  const { orgId } = call.context.organisation;
  const { type, subjectId, localDates } = event;
  const what = type === "hours.changed" ? "hours" : "closure";
  const about = { what, appointmentId: null, patientId: null, serviceId: null, localDates } as const;
  for (let first = 0; first < event.resourceIds.length; first += resourcesAtOnce) {
    const resourceIds = event.resourceIds.slice(first, first + resourcesAtOnce);
    const eventId = newId();
    const payload = { ...about, resourceIds };
    await call.tx.run(insertOutbox, [orgId, { id: eventId, type, subject_id: subjectId, sequence: 0, payload }]);
    const deltas = resourceIds.map((resourceId) => ({ resourceId, reload: true }) as const);
    const change: Change = { eventId, orgId, ...about, deltas };
    call.afterCommit(() => feed.publish(change));
  }
}

/** A holiday closes places, and so concerns everybody who may work there. */
export function announceHoliday(
  call: Announcing,
  feed: ChangeFeed,
  { providers, rooms }: Catalogue,
  { id, localDate }: { readonly id: string; readonly localDate: LocalDate },
): Promise<void> {
  const resourceIds = [...providers.keys(), ...rooms.keys()];
  return announceSchedule(call, feed, { type: "hours.changed", subjectId: id, resourceIds, localDates: [localDate] });
}
