/** What a booking tells the house: the durable row for the outbox, and the notice for memories and screens. */
import { localDateOf, type TimeRange } from "../../domain/time/index.ts";
import { newId } from "../../platform/ids/identifiers.ts";
import type { Change, MinuteRange, ResourceDelta } from "../_kernel/index.ts";
import type { ClaimRange } from "./plan-visit.ts";

export interface BookingEvent {
  readonly type:
    | "appointment.booked"
    | "appointment.moved"
    | "appointment.cancelled"
    | "appointment.stepped"
    | "appointment.edited"
    | "hold.created"
    | "hold.extended"
    | "hold.released";
  readonly orgId: string;
  readonly subjectId: string;
  readonly sequence: number;
  readonly appointmentId: string | null;
  readonly patientId: string | null;
  readonly serviceId: string;
  /** Visits before and after, for the days they stand on. */
  readonly visits: readonly (TimeRange & { readonly zone: string })[];
  readonly taken?: readonly ClaimRange[];
  readonly freed?: readonly ClaimRange[];
  readonly hold?: {
    readonly id: string;
    readonly holder: Buffer;
    readonly expiresAtMs: number;
    readonly ranges: readonly ClaimRange[];
  };
  readonly endedHoldId?: string | undefined;
  /** Resources of which it is not known what became free. */
  readonly reload?: readonly string[];
}

export interface OutboxRow {
  readonly id: string;
  readonly type: string;
  readonly subject_id: string;
  readonly sequence: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Announced {
  readonly outbox: OutboxRow;
  readonly change: Change;
}

export function announce(event: BookingEvent): Announced {
  const eventId = newId();
  const localDates = [
    ...new Set(
      event.visits.flatMap(({ startsAt, endsAt, zone }) => [localDateOf(startsAt, zone), localDateOf(endsAt, zone)]),
    ),
  ];
  const deltas = deltasOf(event);
  const what = event.type.startsWith("hold.") ? "hold" : "appointment";
  const { orgId, appointmentId, patientId, serviceId } = event;
  const resourceIds = [...new Set(deltas.map(({ resourceId }) => resourceId))];
  return {
    outbox: {
      id: eventId,
      type: event.type,
      subject_id: event.subjectId,
      sequence: event.sequence,
      payload: { what, appointmentId, patientId, serviceId, resourceIds, localDates },
    },
    change: { eventId, orgId, what, appointmentId, patientId, serviceId, localDates, deltas },
  };
}

function deltasOf(event: BookingEvent): ResourceDelta[] {
  const range = ({ startsAt, endsAt }: TimeRange): MinuteRange => [startsAt, endsAt];
  const ended = event.endedHoldId === undefined ? {} : { endedHoldId: event.endedHoldId };
  return [
    ...(event.freed ?? []).map(
      (claim): ResourceDelta => ({ resourceId: claim.resourceId, freed: [range(claim)], ...ended }),
    ),
    ...(event.taken ?? []).map(
      (claim): ResourceDelta => ({ resourceId: claim.resourceId, taken: [range(claim)], ...ended }),
    ),
    ...(event.hold?.ranges ?? []).map(
      (claim): ResourceDelta => ({
        resourceId: claim.resourceId,
        hold: {
          id: event.hold?.id ?? "",
          holder: event.hold?.holder.toString("hex") ?? "",
          range: range(claim),
          expiresAtMs: event.hold?.expiresAtMs ?? 0,
        },
      }),
    ),
    ...(event.reload ?? []).map((resourceId): ResourceDelta => ({ resourceId, reload: true })),
  ];
}
