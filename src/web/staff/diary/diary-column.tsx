import { type CSSProperties, type MouseEvent, memo, type PointerEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { clockTime } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { visitAt } from "./cursor.ts";
import styles from "./diary.module.css";
import { holdsTime, localTimeOf, type Span, slotMinutes, spanOf, startInGap } from "./geometry.ts";
import { useGridActions } from "./grid-actions.ts";
import { lanesOf } from "./lanes.ts";
import { VisitBlock } from "./visit-block.tsx";

/** Where something that is being moved would stand, and what the server says of it. */
export interface Ghost {
  readonly minute: number;
  readonly durationMinutes: number;
  readonly verdict: string;
  readonly text: string;
}

interface ColumnProps {
  readonly column: DiaryColumn;
  readonly shown: Span;
  /** Null when the keyboard is in another column. */
  readonly cursorMinute: number | null;
  /** Minute of the day, in the column of today. */
  readonly nowMinute: number | null;
  readonly liftedId: string | null;
  readonly ghost: Ghost | null;
}

export const Column = memo(function Column(props: ColumnProps) {
  const { column, shown, cursorMinute, nowMinute, liftedId, ghost } = props;
  const lanes = useMemo(() => lanesOf(column.appointments.filter(holdsTime)), [column.appointments]);
  const atCursor = cursorMinute === null ? undefined : visitAt(column, cursorMinute);
  const preview = usePreview(column, shown);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the cursor's button for the same act
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className={styles.column}
      data-column={column.key}
      onPointerMove={preview.onMove}
      onPointerLeave={preview.clear}
      onClick={preview.onClick}
    >
      <Blocks column={column} shown={shown} />
      <div className={styles.lines} />
      {preview.minute !== null && ghost === null && <Preview minute={preview.minute} shown={shown} />}
      {column.appointments.map((visit) => (
        <VisitBlock
          key={visit.id}
          visit={visit}
          lane={lanes.get(visit.id) ?? null}
          from={shown.from}
          isCursor={visit.id === atCursor?.id}
          isLifted={visit.id === liftedId}
        />
      ))}
      {cursorMinute !== null && atCursor === undefined && (
        <CursorSlot column={column} minute={cursorMinute} shown={shown} />
      )}
      {ghost !== null && <GhostBlock ghost={ghost} shown={shown} />}
      {nowMinute !== null && <div className={styles.now} style={{ "--at": nowMinute - shown.from } as CSSProperties} />}
    </div>
  );
});

/** The start that a click would mean, shown under the pointer. */
function usePreview(column: DiaryColumn, shown: Span) {
  const { book } = useGridActions();
  const [minute, setMinute] = useState<number | null>(null);
  const clear = () => setMinute(null);
  const startAt = ({ currentTarget, clientY }: MouseEvent<HTMLDivElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const share = (clientY - box.top) / box.height;
    return startInGap(shown.from + share * (shown.to - shown.from), column.appointments);
  };
  const onMove = (moved: PointerEvent<HTMLDivElement>) => {
    if (moved.target !== moved.currentTarget || moved.pointerType === "touch") return clear();
    setMinute(startAt(moved));
  };
  const onClick = (clicked: MouseEvent<HTMLDivElement>) => {
    if (clicked.target === clicked.currentTarget) book(column, startAt(clicked));
  };
  return { minute, clear, onMove, onClick };
}

function at(from: number, length: number, shown: Span): CSSProperties {
  return { "--from": from - shown.from, "--length": length } as CSSProperties;
}

const order = { open: 0, break: 1, closure: 2, buffer: 3, hold: 4 } as const;

const Blocks = memo(function Blocks({ column, shown }: Pick<ColumnProps, "column" | "shown">) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const inView = column.blocks
    .map((block) => ({ ...block, ...spanOf(block) }))
    .map((block) => ({
      ...block,
      from: Math.max(block.from, shown.from),
      to: Math.min(block.to, shown.to),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => order[a.kind] - order[b.kind]);
  return inView.map((block) => (
    <div
      key={`${block.kind} ${block.startsAt} ${block.id}`}
      className={`${styles.block} ${styles[block.kind]}`}
      style={at(block.from, block.to - block.from, shown)}
    >
      {block.kind !== "open" && block.kind !== "buffer" && block.to - block.from >= 10 && (
        <span className={styles.blockLabel}>{block.label?.[locale] ?? t(`diary.block-${block.kind}`)}</span>
      )}
    </div>
  ));
});

function Preview({ minute, shown }: { readonly minute: number; readonly shown: Span }) {
  return (
    <div className={styles.preview} style={at(minute, slotMinutes, shown)}>
      + {clockTime(localTimeOf(minute), currentLocale())}
    </div>
  );
}

function GhostBlock({ ghost, shown }: { readonly ghost: Ghost; readonly shown: Span }) {
  return (
    <div
      className={styles.ghost}
      data-verdict={ghost.verdict}
      style={at(ghost.minute, Math.max(ghost.durationMinutes, 2 * slotMinutes), shown)}
    >
      {ghost.text}
    </div>
  );
}

interface CursorSlotProps {
  readonly column: DiaryColumn;
  readonly minute: number;
  readonly shown: Span;
}

/** The keyboard's place in free time is a real button: Enter books here. */
function CursorSlot({ column, minute, shown }: CursorSlotProps) {
  const { t } = useTranslation();
  const { book } = useGridActions();
  const covers = (block: DiaryColumn["blocks"][number]) => {
    const { from, to } = spanOf(block);
    return from <= minute && minute < to;
  };
  const here = column.blocks.filter(covers).sort((a, b) => order[b.kind] - order[a.kind])[0];
  const state = here?.kind === "open" ? t("diary.free") : t(`diary.block-${here?.kind ?? "closed"}`);
  const time = clockTime(localTimeOf(minute), currentLocale());
  return (
    <button
      type="button"
      className={styles.cursor}
      data-cursor
      style={at(minute, slotMinutes, shown)}
      aria-label={t("diary.slot", { time, column: column.name, state })}
      onClick={() => book(column, minute)}
    />
  );
}
