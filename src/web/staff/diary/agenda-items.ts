/**
 * One column as a list: visits, gaps that can be filled, breaks and closures, in the order of the day.
 *
 * Example: open 08:30–10:00 with a visit 09:00–09:20 gives gap 08:30, visit 09:00, gap 09:20.
 */
import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";
import type { LocalText } from "../../../contract/values.ts";
import { gapsOf, type Span, spanOf } from "./geometry.ts";

export type Item = Span &
  (
    | { readonly kind: "visit"; readonly visit: DiaryAppointment }
    | { readonly kind: "gap"; readonly minutes: number }
    | {
        readonly kind: "break" | "closure" | "hold";
        readonly label: LocalText | null;
      }
  );

export function agendaOf(column: DiaryColumn): Item[] {
  const visits = column.appointments.map((visit): Item => ({ kind: "visit", visit, ...spanOf(visit) }));
  const gaps = gapsOf(column).map((gap): Item => ({ kind: "gap", ...gap }));
  const closed = column.blocks.flatMap((block): Item[] =>
    block.kind === "open" || block.kind === "buffer"
      ? []
      : [{ kind: block.kind, label: block.label, ...spanOf(block) }],
  );
  return [...visits, ...gaps, ...closed].sort((a, b) => a.from - b.from || a.to - b.to);
}
