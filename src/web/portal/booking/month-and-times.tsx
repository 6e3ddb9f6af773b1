import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { addMonths, daysBetween, daysInMonth, firstOfMonth, longDate, today } from "../../i18n/dates.ts";
import { Button, ButtonAnchor } from "../../ui/portal/button.tsx";
import { EmptyState } from "../../ui/portal/empty-state.tsx";
import { MonthGrid } from "../../ui/portal/month-grid.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { phoneText } from "../clinic/phone-text.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { Answer } from "../shell/answer.tsx";
import { type Availability, dayTimes } from "./day-times.ts";
import styles from "./time-picker.module.css";
import type { TimePickerProps } from "./time-search.ts";
import { TimesOfDay } from "./times-of-day.tsx";
import { isPending } from "./use-hold-time.ts";

/** The month and the times of the chosen day; when there are none, where the next are. */
export function MonthAndTimes({ serviceId, search, onSearch, hold, movingAppointmentId }: TimePickerProps) {
  const { slug, clinic } = useClinic();
  const now = today(clinic.zone);
  const month = firstOfMonth(search.day ?? now);
  const from = month < now ? now : month;
  const times = useQuery({
    ...routeQuery("availability.search", {
      params: { slug },
      query: {
        serviceId,
        providerId: search.provider,
        locationId: search.place,
        language: search.language,
        partOfDay: asPart(search.part),
        movingAppointmentId,
        from,
        days: daysInMonth(month) - daysBetween(month, from),
      },
    }),
    placeholderData: (before) => before,
  });
  return (
    <Answer of={times} skeleton={<Skeleton rows={2} tall />}>
      {(found) => (
        <Found
          found={found}
          loading={times.isPlaceholderData}
          month={month}
          search={search}
          onSearch={onSearch}
          hold={hold}
          serviceId={serviceId}
        />
      )}
    </Answer>
  );
}

interface FoundProps extends TimePickerProps {
  readonly found: Availability;
  readonly loading: boolean;
  readonly month: string;
}

function Found({ found, loading, month, search, onSearch, hold, serviceId }: FoundProps) {
  const { locale } = useLocale();
  const { clinic } = useClinic();
  const open = new Set(found.daysWithTimes);
  const wanted = search.day;
  const day =
    wanted !== undefined && open.has(wanted) ? wanted : found.daysWithTimes.find((one) => one >= (wanted ?? ""));
  const times = day === undefined ? [] : dayTimes(found, day);
  const nothingLater = !loading && day === undefined && found.nextAfter === null;
  const earliest = firstOfMonth(today(clinic.zone));
  return (
    <div className={styles.monthAndTimes}>
      <MonthGrid
        locale={locale}
        month={month}
        open={open}
        today={today(clinic.zone)}
        selected={day}
        loading={loading}
        onSelect={(chosen) => onSearch({ day: chosen })}
        onPrevious={month > earliest ? () => onSearch({ day: addMonths(month, -1) }) : undefined}
        onNext={nothingLater ? undefined : () => onSearch({ day: addMonths(month, 1) })}
      />
      {day === undefined ? (
        !loading && <NoneThisMonth found={found} search={search} onSearch={onSearch} />
      ) : (
        <TimesOfDay
          localDate={day}
          times={times}
          isBusy={(time) => isPending(hold, chosenTime(serviceId, time))}
          onPick={(time) => hold.mutate(chosenTime(serviceId, time))}
        />
      )}
    </div>
  );
}

function chosenTime(serviceId: string, time: ReturnType<typeof dayTimes>[number]) {
  const [only, ...others] = time.providerIds;
  const providerId = others.length === 0 && only !== undefined ? only : null;
  return { serviceId, providerId, locationId: time.locationId, startsAt: time.at };
}

function NoneThisMonth({ found, search, onSearch }: Pick<FoundProps, "found" | "search" | "onSearch">) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { clinic } = useClinic();
  const next = found.nextAfter?.start.localDate;
  if (next !== undefined) {
    return (
      <EmptyState
        icon="calendar"
        title={t("choose.none-this-month")}
        action={
          <Button onClick={() => onSearch({ day: next })}>{t("choose.go-to", { date: longDate(next, locale) })}</Button>
        }
      />
    );
  }
  const call = (
    <ButtonAnchor look="secondary" icon="phone" href={`tel:${clinic.phone}`}>
      {t("place.call", { phone: phoneText(clinic.phone) })}
    </ButtonAnchor>
  );
  const back = <Button onClick={() => onSearch({ day: "" })}>{t("choose.first-times")}</Button>;
  return (
    <EmptyState icon="calendar" title={t("choose.none-later")} action={search.day === undefined ? call : back}>
      {t("choose.none-detail")}
    </EmptyState>
  );
}

function asPart(text: string | undefined) {
  return text === "morning" || text === "afternoon" || text === "evening" ? text : undefined;
}
