import { useQuery } from "@tanstack/react-query";
import { routeQuery } from "../../api/index.ts";
import { atStart, clockTime, longDate } from "../../i18n/dates.ts";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { ZoneNote } from "../clinic/zone-note.tsx";
import styles from "./alternatives.module.css";
import { firstTimes } from "./day-times.ts";
import { TimeButton } from "./time-button.tsx";
import { isPending, type useHoldTime } from "./use-hold-time.ts";

interface SoonTimesProps {
  readonly title: string;
  readonly serviceId: string;
  readonly providerId: string;
  readonly from?: string;
  readonly hold: ReturnType<typeof useHoldTime>;
}

/** The next few free times with the same person, each held by one tap. */
export function SoonTimes({ title, serviceId, providerId, from, hold }: SoonTimesProps) {
  const { locale } = useLocale();
  const slug = useSlug();
  const found = useQuery(
    routeQuery("availability.search", { params: { slug }, query: { serviceId, providerId, from, days: 31 } }),
  );
  if (found.isPending) return <Skeleton rows={2} />;
  const times = found.data === undefined ? [] : firstTimes(found.data, 6);
  if (times.length === 0) return null;
  return (
    <section className={stack.stack}>
      <h2>{title}</h2>
      <ZoneNote />
      <ul className={styles.list}>
        {times.map((time) => {
          const pick = { serviceId, providerId, locationId: time.locationId, startsAt: time.at };
          return (
            <li key={`${time.at} ${time.locationId}`}>
              <TimeButton wide busy={isPending(hold, pick)} onPick={() => hold.mutate(pick)}>
                {atStart(longDate(time.localDate, locale), locale)}, {clockTime(time.localTime, locale)}
              </TimeButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
