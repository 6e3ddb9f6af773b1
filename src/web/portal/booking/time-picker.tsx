import { useQuery, useQueryClient } from "@tanstack/react-query";
import { routeQuery, useLive } from "../../api/index.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { ZoneNote } from "../clinic/zone-note.tsx";
import { Answer } from "../shell/answer.tsx";
import { HoldRefusal } from "./hold-refusal.tsx";
import { MonthAndTimes } from "./month-and-times.tsx";
import { ProviderChoice } from "./provider-choice.tsx";
import { TimeFilters } from "./time-filters.tsx";
import styles from "./time-picker.module.css";
import type { TimePickerProps } from "./time-search.ts";

/** With whom, which day, which time: one screen, and one tap on a time holds it. */
export function TimePicker(props: TimePickerProps) {
  const { serviceId, search, onSearch, hold } = props;
  const { slug } = useClinic();
  const cache = useQueryClient();
  useLive(slug, [`availability:${serviceId}`], () => {
    void cache.invalidateQueries({ queryKey: ["availability.search"] });
    void cache.invalidateQueries({ queryKey: ["providers.list"] });
  });
  const providers = useQuery(
    routeQuery("providers.list", {
      params: { slug },
      query: { serviceId, locationId: search.place, language: search.language },
    }),
  );
  return (
    <div className={styles.picker}>
      <div className={styles.who}>
        <Answer of={providers}>
          {({ providers: found }) => (
            <ProviderChoice
              providers={found}
              value={search.provider}
              onChange={(provider) => onSearch({ provider, day: "" })}
            />
          )}
        </Answer>
        <TimeFilters search={search} onSearch={onSearch} />
      </div>
      <div className={styles.when}>
        <HoldRefusal hold={hold} />
        <ZoneNote />
        <MonthAndTimes {...props} />
      </div>
    </div>
  );
}
