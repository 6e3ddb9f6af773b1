import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../contract/values.ts";
import { addDays, dateWithYear, daysInMonth, monthAndYear, weekdayNames, weekdayOf } from "../../i18n/dates.ts";
import { Icon } from "./icon.tsx";
import styles from "./month-grid.module.css";

interface MonthGridProps {
  readonly locale: Locale;
  /** First day of the month shown. */
  readonly month: string;
  /** Days that can be chosen. */
  readonly open: ReadonlySet<string>;
  readonly today: string;
  readonly selected: string | undefined;
  readonly onSelect: (localDate: string) => void;
  /** Left out where there is nothing on that side. */
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly loading: boolean;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month, less its weeks gone by, whose open days can be tapped, or walked by the arrow keys; one Tab stop in all. */
export function MonthGrid(props: MonthGridProps) {
  const { locale, month, open, today, selected, onSelect, onPrevious, onNext, loading } = props;
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const thisWeek = addDays(today, 1 - weekdayOf(today));
  const all = Array.from({ length: daysInMonth(month) }, (_, index) => addDays(month, index));
  const days = all.filter((day) => day >= thisWeek);
  const entry = selected !== undefined && open.has(selected) ? selected : days.find((day) => open.has(day));
  const walk = (event: KeyboardEvent, from: string) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    let day = addDays(from, step);
    while (days.includes(day) && !open.has(day)) day = addDays(day, step);
    grid.current?.querySelector<HTMLButtonElement>(`[data-day="${day}"]`)?.focus();
  };
  return (
    <div className={styles.month} aria-busy={loading}>
      <div className={styles.bar}>
        <button
          type="button"
          className={styles.turn}
          aria-label={t("month.previous")}
          disabled={!onPrevious}
          onClick={onPrevious}
        >
          <Icon name="chevron-left" />
        </button>
        <h2 aria-live="polite" className={styles.name}>
          {monthAndYear(month, locale)}
        </h2>
        <button type="button" className={styles.turn} aria-label={t("month.next")} disabled={!onNext} onClick={onNext}>
          <Icon name="chevron-right" />
        </button>
      </div>
      <div className={styles.weekdays} aria-hidden="true">
        {weekdayNames(locale, "short").map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <div
        ref={grid}
        role="toolbar"
        aria-label={t("month.days")}
        className={`${styles.days} ${styles[`starts${weekdayOf(days[0] ?? month)}`]}`}
      >
        {days.map((day) => (
          <button
            key={day}
            type="button"
            data-day={day}
            className={styles.day}
            disabled={!open.has(day)}
            tabIndex={day === entry ? 0 : -1}
            aria-pressed={day === selected}
            aria-current={day === today ? "date" : undefined}
            aria-label={dateWithYear(day, locale)}
            onKeyDown={(event) => walk(event, day)}
            onClick={() => onSelect(day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  );
}
