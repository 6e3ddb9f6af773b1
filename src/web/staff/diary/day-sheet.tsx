import { useTranslation } from "react-i18next";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { clockTime, dateWithYear } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { useStaff } from "../session/staff-context.ts";
import styles from "./day-sheet.module.css";

/** The day on paper: a list per provider or room. On the screen it is not there. */
export function DaySheet({ columns }: { readonly columns: readonly DiaryColumn[] }) {
  const { organisation } = useStaff();
  const busy = columns.filter(({ appointments }) => appointments.length > 0);
  return (
    <div className={styles.sheet}>
      <p className={styles.title}>{organisation.name}</p>
      {busy.map((column) => (
        <ColumnSheet key={column.key} column={column} />
      ))}
    </div>
  );
}

function ColumnSheet({ column }: { readonly column: DiaryColumn }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  return (
    <section className={styles.part}>
      <p className={styles.name}>
        {column.name} · {dateWithYear(column.localDate, locale)}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {(["when", "name", "service", "room", "status"] as const).map((field) => (
              <th key={field}>{t(`fields.${field}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...column.appointments]
            .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
            .map((visit) => (
              <tr key={visit.id}>
                <td>
                  {clockTime(visit.localStart, locale)} – {clockTime(visit.localEnd, locale)}
                </td>
                <td>{visit.patientName ?? t("diary.taken")}</td>
                <td>{visit.serviceName[locale]}</td>
                <td>{visit.roomName}</td>
                <td>{t(`status.${visit.shown}`)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
