import { type MouseEvent, type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from "react";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { useMoving } from "../moving/move-context.ts";
import type { MovingVisit } from "../moving/move-state.ts";
import { dragMinutes, type Span, snapTo, spanOf } from "./geometry.ts";
import { mayMove, movingVisit, targetIn } from "./moving-visit.ts";

/** A hand that trembles does not move a visit. */
const leastPixels = 5;
const edgePixels = 48;

interface Grip {
  readonly visit: MovingVisit;
  readonly x: number;
  readonly y: number;
  /** From the visit's start to where it was gripped. */
  readonly offsetMinutes: number;
  isLifted: boolean;
}

/** Carries a visit with the mouse or pen. A finger scrolls; on a phone 'Move…' does the same. */
export function useDrag(columns: readonly DiaryColumn[], shown: Span, scroller: RefObject<HTMLElement | null>) {
  const { state, dispatch } = useMoving();
  const grip = useRef<Grip | null>(null);
  const justDropped = useRef(false);

  const minuteAt = (element: Element, y: number) => {
    const box = element.getBoundingClientRect();
    return shown.from + ((y - box.top) / box.height) * (shown.to - shown.from);
  };

  const onPointerDown = (pressed: ReactPointerEvent) => {
    justDropped.current = false;
    if (pressed.button !== 0 || pressed.pointerType === "touch" || !(pressed.target instanceof Element)) return;
    const block = pressed.target.closest("[data-visit]");
    const element = pressed.target.closest("[data-column]");
    const column = columns.find(({ key }) => key === element?.getAttribute("data-column"));
    const visit = column?.appointments.find(({ id }) => id === block?.getAttribute("data-visit"));
    if (element === null || column === undefined || visit === undefined || !mayMove(visit)) return;
    const offsetMinutes = minuteAt(element, pressed.clientY) - spanOf(visit).from;
    const { clientX: x, clientY: y } = pressed;
    grip.current = {
      visit: movingVisit(visit, column),
      x,
      y,
      offsetMinutes,
      isLifted: false,
    };
  };

  const carry = (moved: PointerEvent) => {
    const held = grip.current;
    if (held === null) return;
    if (!held.isLifted) {
      if (Math.hypot(moved.clientX - held.x, moved.clientY - held.y) < leastPixels) return;
      held.isLifted = true;
      dispatch({ type: "lift", visit: held.visit, by: "pointer" });
    }
    scrollNearEdges(scroller.current, moved);
    const element = document
      .elementsFromPoint(moved.clientX, moved.clientY)
      .find((one) => one.matches("[data-column]"));
    const column = columns.find(({ key }) => key === element?.getAttribute("data-column"));
    if (element === undefined || column === undefined) return;
    const minute = snapTo(dragMinutes, minuteAt(element, moved.clientY) - held.offsetMinutes);
    const inDay = Math.min(Math.max(minute, shown.from), shown.to - dragMinutes);
    dispatch({ type: "aim", target: targetIn(column, inDay, held.visit) });
  };

  const drop = () => {
    if (grip.current?.isLifted === true) {
      justDropped.current = true;
      dispatch({ type: "drop" });
    }
    grip.current = null;
  };

  useWindowPointer({ carry, drop });
  useEffect(() => {
    // Put back by Escape: the pointer holds nothing any more.
    if (state.stage === "idle") grip.current = null;
  }, [state.stage]);

  /** The click that ends a drag opens nothing. */
  const onClickCapture = (clicked: MouseEvent) => {
    if (!justDropped.current) return;
    justDropped.current = false;
    clicked.stopPropagation();
    clicked.preventDefault();
  };
  return { onPointerDown, onClickCapture };
}

interface PointerHandlers {
  readonly carry: (moved: PointerEvent) => void;
  readonly drop: () => void;
}

function useWindowPointer(handlers: PointerHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onMove = (moved: PointerEvent) => latest.current.carry(moved);
    const onUp = () => latest.current.drop();
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
    return () => {
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
    };
  }, []);
}

function scrollNearEdges(element: HTMLElement | null, { clientX, clientY }: PointerEvent): void {
  if (element === null) return;
  const box = element.getBoundingClientRect();
  const step = (at: number, from: number, to: number) => (at < from + edgePixels ? -14 : at > to - edgePixels ? 14 : 0);
  element.scrollBy(step(clientX, box.left, box.right), step(clientY, box.top, box.bottom));
}
