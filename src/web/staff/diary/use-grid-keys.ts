import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { useMoving } from "../moving/move-context.ts";
import { type Cursor, type CursorKey, isCursorKey, moveCursor, visitAt } from "./cursor.ts";
import { holdsTime, minuteOf, type Span, slotMinutes, spanOf } from "./geometry.ts";
import { useGridActions } from "./grid-actions.ts";
import { columnOfTarget, mayMove, movingVisit, targetIn } from "./moving-visit.ts";

type Now = { readonly localDate: string; readonly minute: number } | null;

/** Arrows walk, Enter opens or books, N books, M lifts a visit, which arrows then carry until Enter drops it. */
export function useGridKeys(
  columns: readonly DiaryColumn[],
  shown: Span,
  now: Now,
  scroller: RefObject<HTMLElement | null>,
) {
  const [chosen, setCursor] = useState<Cursor | null>(null);
  const cursor = columns.some(({ key }) => key === chosen?.columnKey) ? chosen : firstCursor(columns, shown, now);
  const carry = useCarryKeys(columns, shown);
  const { book } = useGridActions();
  const { dispatch } = useMoving();
  const isWalking = useRef(false);
  useEffect(() => {
    if (!isWalking.current || cursor === null) return;
    isWalking.current = false;
    const element = scroller.current?.querySelector<HTMLElement>("[data-cursor]");
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const onKeyDown = (pressed: KeyboardEvent) => {
    if (cursor === null || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    const column = columns.find(({ key }) => key === cursor.columnKey);
    const visit = visitAt(column, cursor.minute);
    if (carry(pressed)) return pressed.preventDefault();
    if (isCursorKey(pressed.key)) {
      isWalking.current = true;
      setCursor(moveCursor(columns, shown, cursor, pressed.key));
    } else if (pressed.key.toLowerCase() === "n" && column !== undefined) {
      book(column, cursor.minute);
      // The page would take the same key for a new appointment at no place in particular.
      pressed.stopPropagation();
    } else if (pressed.key.toLowerCase() === "m" && visit !== undefined && column !== undefined && mayMove(visit)) {
      dispatch({ type: "lift", visit: movingVisit(visit, column), by: "keys" });
    } else return;
    pressed.preventDefault();
  };
  /** However a visit got the focus (a click, a closed panel), the keys go on from there. */
  const onFocus = ({ target }: FocusEvent) => {
    const element = target instanceof HTMLElement ? target : null;
    const columnKey = element?.closest<HTMLElement>("[data-column]")?.dataset.column;
    const visit = columns
      .find(({ key }) => key === columnKey)
      ?.appointments.find(({ id }) => id === element?.dataset.visit);
    if (columnKey !== undefined && visit !== undefined && holdsTime(visit)) {
      setCursor({ columnKey, minute: spanOf(visit).from });
    }
  };
  return { cursor, onKeyDown, onFocus };
}

/** Before any key was pressed: the present time, or the first open minute of the first column. */
function firstCursor(columns: readonly DiaryColumn[], shown: Span, now: Now): Cursor | null {
  const column = columns.find(({ localDate }) => localDate === now?.localDate) ?? columns[0];
  if (column === undefined) return null;
  const opens = column.blocks.filter(({ kind }) => kind === "open").map((block) => spanOf(block).from);
  const isNow = column.localDate === now?.localDate && now.minute >= shown.from && now.minute < shown.to;
  const minute = isNow
    ? Math.floor(now.minute / slotMinutes) * slotMinutes
    : Math.min(...opens, shown.to - slotMinutes);
  return { columnKey: column.key, minute };
}

/** True when the key moved, dropped or put back what is being carried. */
function useCarryKeys(columns: readonly DiaryColumn[], shown: Span): (pressed: KeyboardEvent) => boolean {
  const { state, dispatch } = useMoving();
  return (pressed) => {
    if (state.stage !== "carrying") return false;
    if (pressed.key === "Escape") dispatch({ type: "put-back" });
    else if (pressed.key === "Enter") dispatch({ type: "drop" });
    else if (isCursorKey(pressed.key)) {
      const column = columnOfTarget(columns, state.target, state.visit);
      if (column === undefined) return false;
      const next = step(columns, column, minuteOf(state.target.localTime), pressed.key);
      const minute = Math.min(Math.max(next.minute, shown.from), shown.to - slotMinutes);
      dispatch({
        type: "aim",
        target: targetIn(next.column, minute, state.visit),
      });
    } else return false;
    return true;
  };
}

function step(columns: readonly DiaryColumn[], column: DiaryColumn, minute: number, key: CursorKey) {
  const beside = (by: -1 | 1) => columns[columns.indexOf(column) + by] ?? column;
  const minutes = {
    ArrowUp: -slotMinutes,
    ArrowDown: slotMinutes,
    PageUp: -60,
    PageDown: 60,
  } as const;
  if (key === "ArrowLeft") return { column: beside(-1), minute };
  if (key === "ArrowRight") return { column: beside(1), minute };
  if (key === "Home" || key === "End") return { column, minute };
  return { column, minute: minute + minutes[key] };
}
