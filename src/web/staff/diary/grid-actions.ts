import { createContext, use } from "react";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";

/** What can be done from inside the grid; the same functions at every drawing, so that columns need not draw anew. */
export interface GridActions {
  readonly open: (visitId: string) => void;
  readonly book: (column: DiaryColumn, minute: number) => void;
}

export const GridActionsContext = createContext<GridActions>({
  open: () => undefined,
  book: () => undefined,
});

export function useGridActions(): GridActions {
  return use(GridActionsContext);
}
