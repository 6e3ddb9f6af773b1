import { type RefObject, useEffect, useRef } from "react";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { type Span, spanOf } from "./geometry.ts";

/** A day opens at the present hour, or where its work begins; after that the person scrolls. */
export function useStartScroll(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly DiaryColumn[],
  shown: Span,
  now: { readonly localDate: string; readonly minute: number } | null,
): void {
  const done = useRef("");
  const date = columns[0]?.localDate;
  useEffect(() => {
    const element = scroller.current;
    if (element === null || date === undefined || done.current === date) return;
    done.current = date;
    const isToday = columns.some(({ localDate }) => localDate === now?.localDate);
    const opens = columns.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === "open").map((one) => spanOf(one).from),
    );
    const minute = isToday && now !== null ? now.minute - 75 : Math.min(...opens, shown.to) - 15;
    const scale = element.scrollHeight / (shown.to - shown.from);
    element.scrollTop = Math.max(0, (minute - shown.from) * scale);
  }, [scroller, columns, shown, now, date]);
}
