import { useTranslation } from "react-i18next";
import { atStart, clockTime, longDate } from "../../i18n/dates.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { type DayTime, isAmbiguous, type PartOfDay, partOfDay } from "./day-times.ts";
import { TimeButton } from "./time-button.tsx";
import styles from "./times-of-day.module.css";

interface TimesOfDayProps {
  readonly localDate: string;
  readonly times: readonly DayTime[];
  readonly isBusy: (time: DayTime) => boolean;
  readonly onPick: (time: DayTime) => void;
}

const parts: readonly PartOfDay[] = ["morning", "afternoon", "evening"];

/** The times of one day: by place where there are several, then morning, afternoon, evening. */
export function TimesOfDay({ localDate, times, isBusy, onPick }: TimesOfDayProps) {
  const { locale } = useLocale();
  const { location } = useClinic();
  const places = [...new Set(times.map(({ locationId }) => locationId))];
  return (
    <div className={styles.day}>
      <h2 aria-live="polite">{atStart(longDate(localDate, locale), locale)}</h2>
      {places.map((place) => (
        <div key={place} className={styles.day}>
          {places.length > 1 && <h3 className={styles.place}>{location(place)?.name}</h3>}
          {parts.map((part) => (
            <Part
              key={part}
              part={part}
              localDate={localDate}
              times={times.filter((time) => time.locationId === place && partOfDay(time.localTime) === part)}
              isBusy={isBusy}
              onPick={onPick}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Part({ part, localDate, times, isBusy, onPick }: TimesOfDayProps & { readonly part: PartOfDay }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  if (times.length === 0) return null;
  return (
    <div className={styles.part}>
      <p className={styles.name}>{t(`part.${part}`)}</p>
      <ul className={styles.times}>
        {times.map((time) => {
          const clock = clockTime(time.localTime, locale);
          const words = isAmbiguous(time, times) ? `${clock} (UTC${time.offset})` : clock;
          return (
            <li key={`${time.at} ${time.locationId}`}>
              <TimeButton
                wide
                label={t("time.choose", { when: `${longDate(localDate, locale)}, ${words}` })}
                busy={isBusy(time)}
                onPick={() => onPick(time)}
              >
                {words}
              </TimeButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
