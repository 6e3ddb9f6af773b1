/**
 * An imported visit as rows of the database: the appointment, its changes, the client's confirmation, and what it claims.
 * Reasons and notes stand under the patient's key. 'Occurred at' is as the source says.
 */
import { agreedPolicyOf } from "../../../domain/policy/index.ts";
import { epochMsOfMinute, instantText, localOf, type Minute, parseZone } from "../../../domain/time/index.ts";
import { isoOf } from "../../../platform/clock/clock.ts";
import { encryptText } from "../../../platform/crypto/field-cipher.ts";
import { newId, newReference } from "../../../platform/ids/identifiers.ts";
import type { VisitPlaces } from "./clinic-keys.ts";
import type { HistoryVisit } from "./history-visit.ts";
import type { LifeStep, VisitLife } from "./visit-life-steps.ts";

export interface ResolvedVisit {
  readonly orgId: string;
  readonly id: string;
  readonly visit: HistoryVisit;
  readonly places: VisitPlaces;
  readonly life: Extract<VisitLife, { ok: true }>;
  readonly patientId: string;
  readonly patientKey: Buffer;
}

type Row = Readonly<Record<string, unknown>>;

export interface HistoryRows {
  readonly appointment: Row;
  readonly changes: readonly Row[];
  readonly confirmations: readonly Row[];
  readonly claims: readonly Row[];
}

export function historyRows(resolved: ResolvedVisit): HistoryRows {
  return {
    appointment: appointmentRow(resolved),
    changes: resolved.life.steps.map((step) => changeRow(resolved, step)),
    confirmations: confirmationRows(resolved),
    claims: claimRows(resolved),
  };
}

function encrypted({ orgId, patientKey }: ResolvedVisit, column: string, rowId: string, text: string | null) {
  if (text === null || text.trim() === "") return null;
  return `\\x${encryptText(patientKey, { column, orgId, rowId }, text.trim()).toString("hex")}`;
}

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : isoOf(ms));

function appointmentRow(resolved: ResolvedVisit): Row {
  const { id, visit, places, life, patientId } = resolved;
  const { service, provider, location, room } = places;
  const now = life.visit;
  return {
    id,
    reference: newReference(),
    version: now.version,
    sequence: now.sequence,
    status: now.status,
    confirmed_at: isoOrNull(now.confirmedAtMs),
    rescheduled_at: isoOrNull(now.rescheduledAtMs),
    started_at: isoOrNull(now.startedAtMs),
    ended_from: now.endedFrom,
    ended_at: isoOrNull(now.endedAtMs),
    patient_id: patientId,
    service_id: service.id,
    provider_id: provider.id,
    room_id: room?.id ?? null,
    department_id: service.departmentId,
    location_id: location.id,
    modality: service.modality,
    starts_at: instantText(visit.startsAt),
    ends_at: instantText(visit.endsAt),
    buffer_before_minutes: service.bufferBeforeMinutes,
    buffer_after_minutes: service.bufferAfterMinutes,
    zone: location.zone,
    local_start: localText(visit.startsAt, location.zone),
    channel: visit.channel,
    reason_cipher: encrypted(resolved, "appointment.reason_cipher", id, visit.reason),
    notes_cipher: encrypted(resolved, "appointment.notes_cipher", id, visit.notes),
    policy: agreedPolicyOf(service.policy),
    reschedule_count: now.rescheduleCount,
    booked_at: instantText(visit.bookedAt),
  };
}

function localText(minute: Minute, zoneName: string): string {
  const zone = parseZone(zoneName);
  if (!zone.ok) throw new Error(`a location has the unknown zone ${zoneName}`);
  const { localDate, localTime } = localOf(minute, zone.zone);
  return `${localDate}T${localTime}`;
}

function changeRow(resolved: ResolvedVisit, step: LifeStep): Row {
  const { id: appointmentId, visit } = resolved;
  const { before, after } = step;
  const id = newId(step.atMs);
  const isFirst = before.status === "none";
  const timesMoved = before.startsAtMs !== after.startsAtMs;
  return {
    id,
    appointment_id: appointmentId,
    version: after.version,
    kind: step.kind,
    at: isoOf(step.atMs),
    actor_role: step.actorRole,
    requester: step.requester,
    channel: isFirst ? visit.channel : step.actorRole === "patient" ? "online" : "desk",
    reason_cipher: encrypted(resolved, "appointment_change.reason_cipher", id, step.reason),
    from_status: isFirst ? null : before.status,
    to_status: after.status,
    old_values: timesMoved ? valuesAt(resolved, before) : {},
    new_values: isFirst || timesMoved ? valuesAt(resolved, after) : {},
  };
}

/** A visit keeps provider, room and place when it moves: the source says no more. */
function valuesAt({ places }: ResolvedVisit, { startsAtMs, endsAtMs }: LifeStep["after"]): Row {
  return {
    startsAt: isoOrNull(startsAtMs),
    endsAt: isoOrNull(endsAtMs),
    providerId: places.provider.id,
    roomId: places.room?.id ?? null,
    locationId: places.location.id,
  };
}

function confirmationRows({ id, visit: { confirmation, move } }: ResolvedVisit): Row[] {
  if (confirmation === null) return [];
  const isOfMove = move !== null && move.at <= confirmation.at;
  const { at, method } = confirmation;
  return [{ id: newId(), appointment_id: id, about: isOfMove ? "change" : "booking", method, at: instantText(at) }];
}

/** Provider and room are taken with the buffers, the patient without; a cancelled visit takes nothing. */
function claimRows({ id, visit, places, patientId }: ResolvedVisit): Row[] {
  if (visit.status === "cancelled") return [];
  const { service, provider, room } = places;
  const instantAt = (minute: Minute, shift: number) => isoOf(epochMsOfMinute(minute) + shift * 60_000);
  const wide = {
    appointment_id: id,
    starts_at: instantAt(visit.startsAt, -service.bufferBeforeMinutes),
    ends_at: instantAt(visit.endsAt, service.bufferAfterMinutes),
  };
  const own = { appointment_id: id, starts_at: instantText(visit.startsAt), ends_at: instantText(visit.endsAt) };
  return [
    { resource_id: provider.id, ...wide },
    ...(room === null ? [] : [{ resource_id: room.id, ...wide }]),
    { resource_id: patientId, ...own },
  ];
}
