/**
 * Live visits of providers and rooms in spans of time, found by what they claim: one index serves both. They are shown
 * only to those who may see them, and that is on record.
 */
import type { Appointment } from "../../contract/routes/appointments.ts";
import type { AppointmentStatus } from "../../domain/appointment/index.ts";
import { addMinutes, instantText, MINUTES_PER_DAY, type TimeRange } from "../../domain/time/index.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { auditReads, type ReadingCall } from "../_kernel/index.ts";
import { type AppointmentRow, appointmentColumns, isWithinReach, presentAppointments } from "../booking/index.ts";
import { catalogueInside } from "../directory/index.ts";

const liveStatuses: readonly AppointmentStatus[] = ["pending", "booked", "arrived", "checked-in"];

export interface ResourceSpan extends TimeRange {
  readonly resourceId: string;
}

export interface VisitInside extends AppointmentRow {
  /** Which of the spans it stands in; a visit stands in several where they overlap. */
  readonly spanIndex: number;
}

// A visit's claim is 24 hours long at most; `reach_from` is that much before the span, so that the index has both ends.
const selectVisits = statement<VisitInside>(
  "schedules.visits-inside",
  `select (w.position - 1)::int as "spanIndex", ${appointmentColumns}
   from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
     with ordinality as w (resource_id, reach_from, starts_at, ends_at, position)
   join claim c on c.org_id = $1 and c.resource_id = w.resource_id and c.starts_at >= w.reach_from
     and c.starts_at < w.ends_at and c.ends_at > w.starts_at and c.kind = 'appointment'
   join appointment a on a.org_id = $1 and a.id = c.appointment_id
     and a.starts_at < w.ends_at and a.ends_at > w.starts_at and a.status = any($6)
   order by a.starts_at, a.id`,
);

export async function visitsInside(
  tx: Transaction,
  orgId: string,
  spans: readonly ResourceSpan[],
): Promise<VisitInside[]> {
  if (spans.length === 0) return [];
  return tx.all(selectVisits, [
    orgId,
    spans.map(({ resourceId }) => resourceId),
    spans.map(({ startsAt }) => instantText(addMinutes(startsAt, -MINUTES_PER_DAY))),
    spans.map(({ startsAt }) => instantText(startsAt)),
    spans.map(({ endsAt }) => instantText(endsAt)),
    liveStatuses,
  ]);
}

/** Each visit once, as far as the reader's reach goes. `screen` names the list for the record of reads [AUD-01]. */
export async function presentVisits(
  call: ReadingCall,
  screen: string,
  rows: readonly AppointmentRow[],
): Promise<Appointment[]> {
  const { tx, context, keyring } = call;
  const visible = [...new Map(rows.map((row) => [row.id, row])).values()].filter((row) =>
    isWithinReach(context.actor, "appointment.view", row),
  );
  const patientIds = visible.map(({ patientId }) => patientId);
  await auditReads(call, screen, patientIds);
  const catalogue = await catalogueInside(tx, context.organisation.orgId);
  return presentAppointments({ tx, keyring, context, catalogue }, visible);
}
