/** Between the diary's columns and the visit that is being moved. */
import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";
import type { MoveTarget, MovingVisit } from "../moving/move-state.ts";
import { localTimeOf, spanOf } from "./geometry.ts";

export function movingVisit(visit: DiaryAppointment, column: DiaryColumn): MovingVisit {
  const { id, version, patientId, patientName, serviceId, serviceName, providerId, roomId, locationId } = visit;
  const { from, to } = spanOf(visit);
  if (patientId === null || serviceId === null) throw new Error("a visit of another department cannot be moved");
  return {
    ...{
      id,
      version,
      patientId,
      patientName,
      serviceId,
      serviceName,
      providerId,
      roomId,
      locationId,
    },
    localDate: column.localDate,
    localTime: visit.localStart,
    durationMinutes: to - from,
  };
}

/** A provider's column means that provider, a room's column that room with the same provider. */
export function targetIn(column: DiaryColumn, minute: number, visit: MovingVisit): MoveTarget {
  const time = { localDate: column.localDate, localTime: localTimeOf(minute) };
  if (column.kind === "room") return { providerId: visit.providerId, roomId: column.resourceId, ...time };
  return { providerId: column.resourceId, ...time };
}

export function columnOfTarget(
  columns: readonly DiaryColumn[],
  target: MoveTarget,
  visit: MovingVisit,
): DiaryColumn | undefined {
  return columns.find(({ kind, resourceId, localDate }) => {
    const wanted = kind === "room" ? (target.roomId ?? visit.roomId) : target.providerId;
    return localDate === target.localDate && resourceId === wanted;
  });
}

export function mayMove(visit: DiaryAppointment): boolean {
  return visit.allowed.includes("reschedule");
}
