import type { EditableFieldName } from "../../../domain/appointment/index.ts";
import { addMinutes, instantText, MINUTES_PER_DAY } from "../../../domain/time/index.ts";
import { type ChangeFeed, type Operation, Refused, refuseField, repeatableCommand } from "../../_kernel/index.ts";
import { type CalendarCache, minuteOfIso } from "../../availability/index.ts";
import type { AppointmentRow } from "../appointment-row.ts";
import { planVisit } from "../plan-visit.ts";
import { refuseTime } from "../refuse-time.ts";
import { replace } from "../store-change.ts";
import {
  type AlsoChanged,
  type ChangeCall,
  changeAppointment,
  claimsOfRow,
  encryptedField,
  type Locked,
  presentEffect,
} from "./change-appointment.ts";

interface Edit {
  readonly reason?: string | undefined;
  readonly notes?: string | undefined;
  readonly roomId?: string | null | undefined;
  readonly durationMinutes?: number | undefined;
}

/** Changes details without moving the visit; what needs time claims it in the same transaction [BOOK-19]. */
export const editAppointment = (cache: CalendarCache, feed: ChangeFeed): Operation =>
  repeatableCommand("appointments.edit", {
    permission: "appointment.edit",
    publicBecause: "the holder of a verified manage link corrects the reason; whoever may not see it gets 404",
    audit: "appointment.edit",
    run: (call) => {
      const edited = editedFields(call.body);
      call.audit.details = { fields: edited };
      return changeAppointment(call as ChangeCall, feed, {
        trigger: "edit",
        kind: "edited",
        event: "appointment.edited",
        editedFields: edited,
        confirmation: () => null,
        toContact: () => undefined,
        also: (locked, stepped) => applyEdit(call as ChangeCall, cache, locked, stepped),
      });
    },
    present: (call, effect) => presentEffect(call as ChangeCall, effect),
  });

function editedFields(edit: Edit): EditableFieldName[] {
  return [
    ...(edit.reason === undefined ? [] : (["reason"] as const)),
    ...(edit.notes === undefined ? [] : (["notes"] as const)),
    ...(edit.roomId === undefined ? [] : (["room"] as const)),
    ...(edit.durationMinutes === undefined ? [] : (["length"] as const)),
  ];
}

async function applyEdit(
  call: ChangeCall,
  cache: CalendarCache,
  locked: Locked,
  stepped: AppointmentRow,
): Promise<AlsoChanged> {
  const { tx, context } = call;
  const { row, catalogue, patientKey } = locked;
  const edit = call.body as Edit;
  const { orgId } = context.organisation;
  const service = catalogue.services.get(row.serviceId);
  if (edit.roomId != null) {
    const room = catalogue.rooms.get(edit.roomId);
    if (room === undefined || !room.active || room.locationId !== row.locationId)
      throw new Refused(refuseField("roomId", "unknown_reference"));
  }
  if (edit.roomId === null && service?.needsRoom === true) throw new Refused(refuseField("roomId", "required"));
  const after: AppointmentRow = {
    ...stepped,
    roomId: edit.roomId === undefined ? row.roomId : edit.roomId,
    endsAt:
      edit.durationMinutes === undefined
        ? row.endsAt
        : instantText(addMinutes(minuteOfIso(row.startsAt), edit.durationMinutes)),
    reasonCipher: encryptedField(orgId, row, "reason_cipher", edit.reason, patientKey),
    notesCipher: encryptedField(orgId, row, "notes_cipher", edit.notes, patientKey),
  };
  const oldValues = { roomId: row.roomId, endsAt: row.endsAt };
  const newValues = { roomId: after.roomId, endsAt: after.endsAt, fields: editedFields(edit) };
  if (after.roomId === row.roomId && after.endsAt === row.endsAt) return { row: after, oldValues, newValues };
  await refuseUnlessFree(call, cache, locked, after);
  await replace(tx, orgId, after, claimsOfRow(after));
  return { row: after, freed: claimsOfRow(row), taken: claimsOfRow(after), oldValues, newValues };
}

/** Longer, or in another room, it is asked for like a new time; what it has already it may keep, in time off too. */
async function refuseUnlessFree(
  { context }: ChangeCall,
  cache: CalendarCache,
  { row, catalogue }: Locked,
  after: AppointmentRow,
): Promise<void> {
  const service = catalogue.services.get(row.serviceId);
  const isLess = after.roomId === row.roomId && after.endsAt <= row.endsAt;
  if (isLess || service === undefined) return;
  const startsAt = minuteOfIso(row.startsAt);
  const durationMinutes = minuteOfIso(after.endsAt) - startsAt;
  if (durationMinutes + row.bufferBeforeMinutes + row.bufferAfterMinutes > MINUTES_PER_DAY) {
    throw new Refused(refuseField("durationMinutes", "out_of_range", { minimum: 5, maximum: 960 }));
  }
  const wanted = {
    orgId: context.organisation.orgId,
    catalogue,
    service,
    providerId: row.providerId,
    locationId: row.locationId,
    roomId: after.roomId ?? undefined,
    startsAt,
    durationMinutes,
    patientId: row.patientId,
    ownClaims: Map.groupBy(claimsOfRow(row), ({ resourceId }) => resourceId),
    // It was booked at this start: that it is soon, or off the grid, is no news.
    setAside: ["too_soon", "too_far", "off_grid"],
  };
  const plan = await planVisit(cache, wanted);
  if (!plan.ok) throw new Refused(await refuseTime(cache, context, wanted, plan.reasons));
}
