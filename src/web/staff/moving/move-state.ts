/**
 * Moving a visit, whichever way it is done: dragged with the mouse, lifted with the key M and carried with the arrows,
 * or by the dialog behind 'Move…'. All three go through these few steps, so that they cannot come to differ.
 *
 * Example: lift → aim at Dr Ruiz 10:20 → aim at 10:30 → drop. Dropping opens the dialog with that target; nothing is
 * written until it is confirmed there. 'Move…' opens the same dialog with no target yet.
 */
import type { LocalText } from "../../../contract/values.ts";

export interface MovingVisit {
  readonly id: string;
  readonly version: number;
  readonly patientId: string | null;
  readonly patientName: string | null;
  readonly serviceId: string;
  readonly serviceName: LocalText;
  readonly providerId: string;
  readonly roomId: string | null;
  readonly locationId: string;
  readonly localDate: string;
  readonly localTime: string;
  readonly durationMinutes: number;
}

export interface MoveTarget {
  readonly providerId: string;
  /** Only when a room was pointed at; else the engine assigns one. */
  readonly roomId?: string | undefined;
  readonly locationId?: string | undefined;
  readonly localDate: string;
  readonly localTime: string;
  readonly startsAt?: string | undefined;
}

export type MoveState =
  | { readonly stage: "idle" }
  | {
      readonly stage: "carrying";
      readonly visit: MovingVisit;
      readonly target: MoveTarget;
      readonly by: "pointer" | "keys";
    }
  | {
      readonly stage: "confirming";
      readonly visit: MovingVisit;
      readonly target: MoveTarget;
    };

export type MoveAction =
  | {
      readonly type: "lift";
      readonly visit: MovingVisit;
      readonly by: "pointer" | "keys";
    }
  | { readonly type: "aim"; readonly target: MoveTarget }
  | { readonly type: "drop" }
  | { readonly type: "ask"; readonly visit: MovingVisit }
  | { readonly type: "put-back" };

export const nothingMoves: MoveState = { stage: "idle" };

export function moveReducer(state: MoveState, action: MoveAction): MoveState {
  switch (action.type) {
    case "lift":
      return {
        stage: "carrying",
        visit: action.visit,
        target: ownPlace(action.visit),
        by: action.by,
      };
    case "ask":
      return {
        stage: "confirming",
        visit: action.visit,
        target: ownPlace(action.visit),
      };
    case "aim":
      return state.stage === "idle" ? state : { ...state, target: action.target };
    case "drop":
      if (state.stage !== "carrying") return state;
      // Put down where it was lifted: nothing is to be confirmed.
      if (isOwnPlace(state.visit, state.target)) return nothingMoves;
      return { stage: "confirming", visit: state.visit, target: state.target };
    case "put-back":
      return nothingMoves;
  }
}

export function isOwnPlace(visit: MovingVisit, target: MoveTarget): boolean {
  return (
    target.localDate === visit.localDate &&
    target.localTime === visit.localTime &&
    target.providerId === visit.providerId &&
    (target.roomId ?? visit.roomId) === visit.roomId
  );
}

function ownPlace(visit: MovingVisit): MoveTarget {
  const { providerId, localDate, localTime } = visit;
  return { providerId, localDate, localTime };
}
