import { Button, Skeleton, Tooltip } from "@mantine/core";
import { useDisclosure, useHotkeys, useMediaQuery } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { addDays, longDate, today } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { useVisit } from "../appointments/use-visit.ts";
import { useOpenBooking } from "../booking/booking-context.ts";
import { MoveKeysNote } from "../moving/move-keys-note.tsx";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { Agenda } from "./agenda.tsx";
import { DaySheet } from "./day-sheet.tsx";
import styles from "./diary.module.css";
import { DiaryGrid } from "./diary-grid.tsx";
import { hoursShown, isOff, localTimeOf } from "./geometry.ts";
import { type GridActions, GridActionsContext } from "./grid-actions.ts";
import { ShortcutsHelp } from "./shortcuts-help.tsx";
import { Toolbar } from "./toolbar.tsx";
import { type Diary, type DiaryView, useDiary, useDiaryView } from "./use-diary.ts";
import { useNow } from "./use-now.ts";

export function DiaryPage() {
  return (
    <Permitted to="diary.view">
      <DiaryOfView />
    </Permitted>
  );
}

function DiaryOfView() {
  const { t } = useTranslation();
  const { view, change } = useDiaryView();
  const [isHelpOpen, help] = useDisclosure(false);
  const { query, isOld } = useDiary(view);
  const actions = useActions();
  useDiaryKeys(view, change, help.open);
  useEffect(() => {
    document.title = `${longDate(view.date, currentLocale())} · Cita`;
  }, [view.date]);
  const needsChoice = view.view === "week" && view.resource === undefined;
  return (
    <GridActionsContext value={actions}>
      <div className={styles.diary}>
        <Toolbar view={view} onChange={change} onHelp={help.open} />
        {needsChoice ? (
          <EmptyState icon="stethoscope" title={t("diary.choose-title")} text={t("diary.choose-text")} />
        ) : (
          <QueryView<Diary> query={query} loading={<GridSkeleton />}>
            {(diary) => <Shown diary={diary} view={view} receivedAt={query.dataUpdatedAt} isOld={isOld} />}
          </QueryView>
        )}
      </div>
      <MoveKeysNote />
      <ShortcutsHelp opened={isHelpOpen} onClose={help.close} />
    </GridActionsContext>
  );
}

interface ShownProps {
  readonly diary: Diary;
  readonly view: DiaryView;
  readonly receivedAt: number;
  readonly isOld: boolean;
}

function Shown({ diary, view, receivedAt, isOld }: ShownProps) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery("(width < 48em)", false, {
    getInitialValueInEffect: false,
  });
  const now = useNow(diary.zone, diary.now, receivedAt);
  const [isAllShown, setAllShown] = useState(false);
  const isWeek = view.view === "week";
  const working = useMemo(
    () => (isWeek || isAllShown ? diary.columns : diary.columns.filter((column) => !isOff(column))),
    [diary.columns, isWeek, isAllShown],
  );
  // When nobody works, everybody is shown: the desk may still have to look.
  const columns = working.length === 0 ? diary.columns : working;
  const shown = useMemo(() => hoursShown(diary.columns), [diary.columns]);
  const headsAre = isWeek ? "dates" : "names";
  if (columns.length === 0) {
    return <EmptyState icon="calendar" title={t("diary.empty-title")} text={t("diary.empty-text")} />;
  }
  return (
    <>
      {isPhone ? (
        <Agenda columns={columns} headsAre={headsAre} now={now} />
      ) : (
        <DiaryGrid
          columns={columns}
          shown={shown}
          now={now}
          headsAre={headsAre}
          isOld={isOld}
          corner={
            !isWeek && (
              <OffSwitch
                count={diary.columns.filter(isOff).length}
                isAllShown={isAllShown}
                onChange={() => setAllShown(!isAllShown)}
              />
            )
          }
        />
      )}
      <DaySheet columns={diary.columns} />
    </>
  );
}

interface OffSwitchProps {
  readonly count: number;
  readonly isAllShown: boolean;
  readonly onChange: () => void;
}

/** In the grid's corner: those who are off today are left out, and can be shown. */
function OffSwitch({ count, isAllShown, onChange }: OffSwitchProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  const label = isAllShown ? t("diary.hide-off") : t("diary.show-off", { count });
  return (
    <Tooltip label={label} position="bottom-start">
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-pressed={isAllShown}
        onClick={onChange}
      >
        {isAllShown ? "−" : "+"}
        {count}
      </Button>
    </Tooltip>
  );
}

/** The same two functions for as long as the page lives. */
function useActions(): GridActions {
  const { open } = useVisit();
  const { can } = useStaff();
  const openBooking = useOpenBooking();
  const book = (column: DiaryColumn, minute: number) => {
    if (!can("appointment.book")) return;
    const { localDate, locationIds, resourceId, kind } = column;
    const place = locationIds.length === 1 && locationIds[0] !== undefined ? { locationId: locationIds[0] } : {};
    const who = kind === "room" ? { roomId: resourceId } : { providerId: resourceId };
    openBooking({
      ...who,
      ...place,
      localDate,
      localTime: localTimeOf(minute),
    });
  };
  const latest = useRef<GridActions>({ open, book });
  useEffect(() => {
    latest.current = { open, book };
  });
  return useMemo(
    () => ({
      open: (id) => latest.current.open(id),
      book: (column, minute) => latest.current.book(column, minute),
    }),
    [],
  );
}

function useDiaryKeys(view: DiaryView, change: (part: Partial<DiaryView>) => void, help: () => void): void {
  const { organisation, can } = useStaff();
  const openBooking = useOpenBooking();
  const days = view.view === "week" ? 7 : 1;
  useHotkeys([
    ["t", () => change({ date: today(organisation.zone) })],
    ["j", () => change({ date: addDays(view.date, days) })],
    ["k", () => change({ date: addDays(view.date, -days) })],
    ["d", () => change({ view: "day" })],
    ["w", () => change({ view: "week" })],
    ["n", () => can("appointment.book") && openBooking({ localDate: view.date })],
    ["shift+?", help],
    ["?", help],
  ]);
}

/** In the shape of what comes. */
function GridSkeleton() {
  return (
    <div
      style={{
        display: "grid",
        gridTemplateColumns: "repeat(auto-fill, minmax(9rem, 1fr))",
        gap: 8,
        padding: 16,
      }}
      aria-busy="true"
    >
      {Array.from({ length: 24 }, (_, block) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are alike and never change places
        <Skeleton key={block} height={block < 8 ? 36 : 120} radius="md" />
      ))}
    </div>
  );
}
