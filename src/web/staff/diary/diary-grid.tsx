import { VisuallyHidden } from "@mantine/core";
import { type CSSProperties, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { clockTime, shortDate } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Initials } from "../../ui/staff/initials.tsx";
import { useStaff } from "../session/staff-context.ts";
import styles from "./diary.module.css";
import { Column } from "./diary-column.tsx";
import { holdsTime, localTimeOf, type Span } from "./geometry.ts";
import { useDrag } from "./use-drag.ts";
import { useGhost } from "./use-ghost.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useStartScroll } from "./use-start-scroll.ts";
import { VisitCard } from "./visit-card.tsx";

interface DiaryGridProps {
  readonly columns: readonly DiaryColumn[];
  readonly shown: Span;
  readonly now: { readonly localDate: string; readonly minute: number } | null;
  /** Days of one provider say their date, providers of one day their name. */
  readonly headsAre: "dates" | "names";
  readonly isOld: boolean;
  /** Where the heads and the axis meet. */
  readonly corner: ReactNode;
}

/** The day or the week as columns of time. */
export function DiaryGrid({ columns, shown, now, headsAre, isOld, corner }: DiaryGridProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const keys = useGridKeys(columns, shown, now, scroller);
  const drag = useDrag(columns, shown, scroller);
  const { ghost, liftedId, announcement } = useGhost(columns);
  useStartScroll(scroller, columns, shown, now);
  const isShown = now !== null && now.minute >= shown.from && now.minute < shown.to;
  const style = {
    "--columns": columns.length,
    "--shown": shown.to - shown.from,
  } as CSSProperties;
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={t("diary.title")}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onPointerDown={drag.onPointerDown}
      onClickCapture={drag.onClickCapture}
    >
      <div className={`${styles.grid} ${isOld ? styles.stale : ""}`} style={style}>
        <div className={styles.corner}>{corner}</div>
        {columns.map((column) => (
          <ColumnHead
            key={column.key}
            column={column}
            headsAre={headsAre}
            isToday={now?.localDate === column.localDate}
          />
        ))}
        <Axis
          shown={shown}
          nowMinute={isShown && columns.some((one) => one.localDate === now.localDate) ? now.minute : null}
        />
        {columns.map((column) => (
          <Column
            key={column.key}
            column={column}
            shown={shown}
            cursorMinute={keys.cursor?.columnKey === column.key ? keys.cursor.minute : null}
            nowMinute={isShown && now.localDate === column.localDate ? now.minute : null}
            liftedId={liftedId}
            ghost={ghost?.columnKey === column.key ? ghost : null}
          />
        ))}
      </div>
      <VisitCard columns={columns} scroller={scroller} />
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </section>
  );
}

interface ColumnHeadProps {
  readonly column: DiaryColumn;
  readonly headsAre: "dates" | "names";
  readonly isToday: boolean;
}

function ColumnHead({ column, headsAre, isToday }: ColumnHeadProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const live = column.appointments.filter(holdsTime).length;
  const places =
    organisation.locations.length > 1 ? organisation.locations.filter(({ id }) => column.locationIds.includes(id)) : [];
  const name = headsAre === "dates" ? shortDate(column.localDate, currentLocale()) : column.name;
  return (
    <div className={`${styles.columnHead} ${isToday && headsAre === "dates" ? styles.isToday : ""}`} title={name}>
      {headsAre === "names" && <Initials name={column.name} />}
      <div className={styles.headText}>
        <h2 className={styles.headName}>{name}</h2>
        <p className={styles.headUnder}>
          <span title={t("diary.visits", { count: live })}>{live}</span>
          {places.map((place) => ` · ${place.name}`)}
        </p>
      </div>
    </div>
  );
}

interface AxisProps {
  readonly shown: Span;
  readonly nowMinute: number | null;
}

function Axis({ shown, nowMinute }: AxisProps) {
  const locale = currentLocale();
  const hours = Array.from({ length: (shown.to - shown.from) / 60 }, (_, hour) => shown.from + hour * 60);
  return (
    <div className={styles.axis} aria-hidden="true">
      {hours
        .filter((minute) => nowMinute === null || Math.abs(minute - nowMinute) > 8)
        .map((minute) => (
          <span key={minute} className={styles.hour} style={{ "--at": minute - shown.from } as CSSProperties}>
            {clockTime(localTimeOf(minute), locale)}
          </span>
        ))}
      {nowMinute !== null && (
        <span className={styles.nowTime} style={{ "--at": nowMinute - shown.from } as CSSProperties}>
          {clockTime(localTimeOf(nowMinute), locale)}
        </span>
      )}
    </div>
  );
}
