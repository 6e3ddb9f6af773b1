import { createContext, type Dispatch, use } from "react";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { minutesBetween } from "../appointments/texts.ts";
import { type MoveAction, type MoveState, type MovingVisit, nothingMoves } from "./move-state.ts";

interface Moving {
  readonly state: MoveState;
  readonly dispatch: Dispatch<MoveAction>;
}

export const MoveContext = createContext<Moving>({
  state: nothingMoves,
  dispatch: () => undefined,
});

export function useMoving(): Moving {
  return use(MoveContext);
}

export function movingVisitOf(appointment: Appointment): MovingVisit {
  const { id, version, serviceId, serviceName, providerId, roomId, start, end } = appointment;
  return {
    ...{ id, version, serviceId, serviceName, providerId, roomId },
    patientId: appointment.patient?.id ?? null,
    patientName: appointment.patient?.fullName ?? null,
    locationId: appointment.location.id,
    localDate: start.localDate,
    localTime: start.localTime,
    durationMinutes: minutesBetween(start.at, end.at),
  };
}
