import { ActionIcon, Button, Popover, SegmentedControl, Tooltip } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { useMediaQuery, useNetwork } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, longDate, shortDate, today } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { useOpenBooking } from "../booking/booking-context.ts";
import { useStaff } from "../session/staff-context.ts";
import { DiaryFilters, type DiaryFiltersProps } from "./diary-filters.tsx";
import styles from "./toolbar.module.css";
import { type DiaryView, mondayOf } from "./use-diary.ts";

interface ToolbarProps extends DiaryFiltersProps {
  readonly onHelp: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const { t } = useTranslation();
  const { view, onChange } = props;
  return (
    <header className={styles.bar}>
      <DateNavigation {...props} />
      <SegmentedControl
        size="xs"
        aria-label={t("diary.view")}
        value={view.view}
        data={[
          { value: "day", label: t("diary.day") },
          { value: "week", label: t("diary.week") },
        ]}
        onChange={(chosen) => onChange({ view: chosen === "week" ? "week" : "day" })}
      />
      <DiaryFilters view={view} onChange={onChange} />
      <Ends {...props} />
    </header>
  );
}

function DateNavigation({ view, onChange }: ToolbarProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const step = view.view === "week" ? 7 : 1;
  return (
    <div className={styles.dates}>
      <DateTitle view={view} onChange={(date) => onChange({ date })} />
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t(`diary.previous-${view.view}`)}
        onClick={() => onChange({ date: addDays(view.date, -step) })}
      >
        <Icon name="chevron-left" />
      </ActionIcon>
      <Button variant="default" size="xs" onClick={() => onChange({ date: today(organisation.zone) })}>
        {t("diary.today")}
      </Button>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t(`diary.next-${view.view}`)}
        onClick={() => onChange({ date: addDays(view.date, step) })}
      >
        <Icon name="chevron-right" />
      </ActionIcon>
    </div>
  );
}

interface DateTitleProps {
  readonly view: DiaryView;
  readonly onChange: (date: string) => void;
}

/** The page's heading, and behind it the calendar. */
function DateTitle({ view, onChange }: DateTitleProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const [isOpen, setOpen] = useState(false);
  const isShort = useMediaQuery("(width < 88em)", false, { getInitialValueInEffect: false });
  const monday = mondayOf(view.date);
  const text =
    view.view === "week"
      ? `${shortDate(monday, locale)} – ${shortDate(addDays(monday, 6), locale)}`
      : isShort
        ? shortDate(view.date, locale)
        : longDate(view.date, locale);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <h1 className={styles.heading}>
          <button
            type="button"
            className={styles.title}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            title={t("diary.choose-date")}
            onClick={() => setOpen(!isOpen)}
          >
            {text}
            <Icon name="chevron-down" size={14} />
          </button>
        </h1>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("diary.choose-date")}>
        <DatePicker
          value={view.date}
          defaultDate={view.date}
          onChange={(date) => {
            if (date !== null) onChange(date);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Ends({ view, onHelp }: ToolbarProps) {
  const { t } = useTranslation();
  const { can } = useStaff();
  const { online } = useNetwork();
  const openBooking = useOpenBooking();
  return (
    <div className={styles.end}>
      {!online && (
        <span className={styles.offline} role="status">
          <Icon name="alert" size={14} /> {t("diary.offline")}
        </span>
      )}
      <Tooltip label={t("shortcuts.title")}>
        <ActionIcon
          className={styles.wideOnly}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("shortcuts.title")}
          onClick={onHelp}
        >
          <Icon name="keyboard" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("diary.print")}>
        <ActionIcon
          className={styles.wideOnly}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("diary.print")}
          onClick={() => print()}
        >
          <Icon name="print" />
        </ActionIcon>
      </Tooltip>
      {can("appointment.book") && (
        <Button
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => openBooking({ localDate: view.date })}
        >
          {t("diary.new")}
        </Button>
      )}
    </div>
  );
}
