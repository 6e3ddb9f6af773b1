import { ActionIcon, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { shortDate } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { EmptyState } from "../../ui/staff/states.tsx";
import { useStaff } from "../session/staff-context.ts";
import styles from "./agenda.module.css";
import { AgendaItem } from "./agenda-item.tsx";
import { agendaOf } from "./agenda-items.ts";

interface AgendaProps {
  readonly columns: readonly DiaryColumn[];
  readonly headsAre: "dates" | "names";
  readonly now: { readonly localDate: string; readonly minute: number } | null;
}

/** On a phone: one column at a time, as a list of visits and of the gaps between them. */
export function Agenda({ columns, headsAre, now }: AgendaProps) {
  const { t } = useTranslation();
  const { membership } = useStaff();
  const [chosen, setChosen] = useState<string | null>(null);
  const own = columns.find(({ resourceId }) => resourceId === membership.providerId);
  const column = columns.find(({ key }) => key === chosen) ?? own ?? columns[0];
  if (column === undefined)
    return <EmptyState icon="calendar" title={t("diary.empty-title")} text={t("diary.empty-text")} />;
  const items = agendaOf(column);
  const nowMinute = column.localDate === now?.localDate ? now.minute : null;
  const nextIndex = nowMinute === null ? -1 : items.findIndex(({ to }) => to > nowMinute);
  return (
    <section className={styles.agenda} aria-label={t("diary.title")}>
      {columns.length > 1 && <Switcher columns={columns} headsAre={headsAre} column={column} onChange={setChosen} />}
      {items.length === 0 && <EmptyState icon="calendar" title={t("diary.no-visits")} />}
      <ol className={styles.list}>
        {items.map((item, index) => (
          <li key={`${item.kind} ${item.from}`}>
            {index === nextIndex && <div className={styles.now} title={t("diary.now")} />}
            <AgendaItem item={item} column={column} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SwitcherProps {
  readonly columns: readonly DiaryColumn[];
  readonly headsAre: "dates" | "names";
  readonly column: DiaryColumn;
  readonly onChange: (key: string) => void;
}

function Switcher({ columns, headsAre, column, onChange }: SwitcherProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const index = columns.indexOf(column);
  const nameOf = (one: DiaryColumn) => (headsAre === "dates" ? shortDate(one.localDate, locale) : one.name);
  const arrow = (step: -1 | 1, label: string) => {
    const beside = columns[index + step];
    return (
      <ActionIcon
        variant="default"
        size={44}
        aria-label={label}
        disabled={beside === undefined}
        onClick={() => beside !== undefined && onChange(beside.key)}
      >
        <Icon name={step === -1 ? "chevron-left" : "chevron-right"} />
      </ActionIcon>
    );
  };
  return (
    <div className={styles.switcher}>
      <Select
        className={styles.select}
        aria-label={t("diary.shown-column")}
        data={columns.map((one) => ({ value: one.key, label: nameOf(one) }))}
        value={column.key}
        allowDeselect={false}
        onChange={(key) => key !== null && onChange(key)}
      />
      {arrow(-1, t("diary.previous-column"))}
      {arrow(1, t("diary.next-column"))}
    </div>
  );
}
