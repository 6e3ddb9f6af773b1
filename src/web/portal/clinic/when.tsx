import { useTranslation } from "react-i18next";
import type { Moment } from "../../../contract/values.ts";
import { atStart, clockTime, dateAndTime, longDate, readersClock } from "../../i18n/dates.ts";
import { useMe } from "../session/me-query.ts";
import { useLocale } from "./use-locale.ts";
import styles from "./when.module.css";

/** A time at the clinic, always with its weekday; the zone is named, and the reader's own clock given, where they differ. */
export function When({ start, end }: { readonly start: Moment; readonly end?: Moment }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const zone = useMe()?.person.zone;
  const readers = readersClock(start, locale, zone);
  return (
    <>
      <time dateTime={start.at}>
        {atStart(dateAndTime(start, locale), locale)}
        {end && ` – ${clockTime(end.localTime, locale)}`}
      </time>
      {readers && (
        <span className={styles.zone}>{t("time.other-zone", { zone: readers.zoneName, time: readers.time })}</span>
      )}
    </>
  );
}

/** The same as a block for the eye: the day large, the time larger. */
export function WhenBlock({ start, end }: { readonly start: Moment; readonly end?: Moment }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const zone = useMe()?.person.zone;
  const readers = readersClock(start, locale, zone);
  return (
    <div className={styles.block}>
      <time dateTime={start.at}>
        <span className={styles.day}>{atStart(longDate(start.localDate, locale), locale)}</span>{" "}
        <span className={styles.time}>
          {clockTime(start.localTime, locale)}
          {end && <span className={styles.end}> – {clockTime(end.localTime, locale)}</span>}
        </span>
      </time>
      {readers && (
        <span className={styles.zone}>{t("time.other-zone", { zone: readers.zoneName, time: readers.time })}</span>
      )}
    </div>
  );
}
