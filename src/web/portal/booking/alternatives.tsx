import type { Alternative } from "../../../contract/routes/availability.ts";
import { atStart, clockTime, shortDate } from "../../i18n/dates.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import styles from "./alternatives.module.css";
import { TimeButton } from "./time-button.tsx";
import { isPending, type useHoldTime } from "./use-hold-time.ts";

interface AlternativesProps {
  readonly times: readonly Alternative[];
  readonly hold: ReturnType<typeof useHoldTime>;
}

/** Other times that the server offers instead, each held by one tap [BOOK-14]. */
export function Alternatives({ times, hold }: AlternativesProps) {
  const { locale } = useLocale();
  const { location } = useClinic();
  return (
    <ul className={styles.list}>
      {times.map((time) => {
        const chosen = { ...time, startsAt: time.start.at };
        const { serviceId, providerId, locationId, startsAt } = chosen;
        const pick = { serviceId, providerId, locationId, startsAt };
        const place = location(locationId)?.name ?? "";
        return (
          <li key={`${startsAt} ${providerId} ${locationId}`}>
            <TimeButton wide busy={isPending(hold, pick)} onPick={() => hold.mutate(pick)}>
              <span className={styles.when}>
                {atStart(shortDate(time.start.localDate, locale), locale)}, {clockTime(time.start.localTime, locale)}
              </span>
              <span className={styles.who}>
                {time.providerName} · {place}
              </span>
            </TimeButton>
          </li>
        );
      })}
    </ul>
  );
}
