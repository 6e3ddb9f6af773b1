import { type ReactNode, useMemo, useReducer } from "react";
import { MoveContext } from "./move-context.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { moveReducer, nothingMoves } from "./move-state.ts";

/** Around all pages: a visit can be moved from the diary, from its panel, and from the worklists. */
export function MoveHost({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(moveReducer, nothingMoves);
  const moving = useMemo(() => ({ state, dispatch }), [state]);
  return (
    <MoveContext value={moving}>
      {children}
      {state.stage === "confirming" && (
        <MoveDialog key={state.visit.id} visit={state.visit} target={state.target} dispatch={dispatch} />
      )}
    </MoveContext>
  );
}
