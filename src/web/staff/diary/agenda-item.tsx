import { useTranslation } from "react-i18next";
import type { DiaryAppointment, DiaryColumn } from "../../../contract/routes/diary.ts";
import { clockTime } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { StatusMark } from "../appointments/status-mark.tsx";
import { useStaff } from "../session/staff-context.ts";
import styles from "./agenda.module.css";
import type { Item } from "./agenda-items.ts";
import { localTimeOf } from "./geometry.ts";
import { useGridActions } from "./grid-actions.ts";

interface AgendaItemProps {
  readonly item: Item;
  readonly column: DiaryColumn;
}

export function AgendaItem({ item, column }: AgendaItemProps) {
  const locale = currentLocale();
  return (
    <div className={styles.item}>
      <span className={styles.time}>{clockTime(localTimeOf(item.from), locale)}</span>
      <Content item={item} column={column} />
    </div>
  );
}

function Content({ item, column }: AgendaItemProps) {
  const { t } = useTranslation();
  const { can } = useStaff();
  const { book } = useGridActions();
  if (item.kind === "visit") return <VisitItem visit={item.visit} />;
  if (item.kind !== "gap") {
    return <div className={styles.closed}>{item.label?.[currentLocale()] ?? t(`diary.block-${item.kind}`)}</div>;
  }
  const text = t("diary.gap", { minutes: item.minutes });
  if (!can("appointment.book")) return <div className={styles.closed}>{text}</div>;
  return (
    <button type="button" className={styles.gap} onClick={() => book(column, item.from)}>
      <Icon name="plus" size={15} />
      {text}
    </button>
  );
}

function VisitItem({ visit }: { readonly visit: DiaryAppointment }) {
  const { t } = useTranslation();
  const { open } = useGridActions();
  const locale = currentLocale();
  return (
    <button type="button" className={styles.visit} disabled={visit.patientName === null} onClick={() => open(visit.id)}>
      <span className={styles.name}>{visit.patientName ?? t("diary.taken")}</span>
      <span className={styles.under}>
        <StatusMark status={visit.shown} />
        {visit.bookedOnline && (
          <>
            <Icon name="online" size={13} /> {t("diary.booked-online")}
          </>
        )}
      </span>
      <span className={styles.under}>
        {[visit.serviceName[locale], visit.roomName].filter((part) => part !== null).join(" · ")}
      </span>
    </button>
  );
}
