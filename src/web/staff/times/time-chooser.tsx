import { ActionIcon, Button, Skeleton, Stack } from "@mantine/core";
import { DatePickerInput, TimeInput } from "@mantine/dates";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Moment } from "../../../contract/values.ts";
import { routeQuery } from "../../api/index.ts";
import { addDays, clockTime, later, today } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { shortMoment } from "../appointments/texts.ts";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { present } from "./present.ts";
import styles from "./time-chooser.module.css";
import type { WantedTime } from "./wanted-visit.ts";

export interface TimeChooserProps {
  readonly serviceId: string;
  readonly providerId: string;
  readonly movingAppointmentId?: string | undefined;
  readonly localDate: string;
  readonly localTime: string;
  readonly onChange: (time: WantedTime) => void;
}

/** A day, its free times as buttons, and a field for any other time, which is then checked. */
export function TimeChooser(props: TimeChooserProps) {
  const { t } = useTranslation();
  const { localDate, localTime, onChange } = props;
  return (
    <Stack gap="sm">
      <div className={styles.days}>
        <DayField localDate={localDate} onChange={(day) => onChange({ localDate: day, localTime })} />
        <TimeInput
          className={styles.other}
          label={t("times.other")}
          size="sm"
          value={localTime}
          onChange={(changed) => onChange({ localDate, localTime: changed.currentTarget.value })}
        />
      </div>
      <FreeTimes {...props} />
    </Stack>
  );
}

interface DayFieldProps {
  readonly localDate: string;
  readonly onChange: (localDate: string) => void;
}

function DayField({ localDate, onChange }: DayFieldProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  return (
    <>
      <DatePickerInput
        className={styles.date}
        label={t("times.day")}
        size="sm"
        value={localDate}
        valueFormat={t("ui.date-format")}
        minDate={today(organisation.zone)}
        onChange={(day) => day !== null && onChange(day)}
      />
      <ActionIcon
        size="lg"
        variant="default"
        aria-label={t("times.previous-day")}
        disabled={localDate <= today(organisation.zone)}
        onClick={() => onChange(addDays(localDate, -1))}
      >
        <Icon name="chevron-left" />
      </ActionIcon>
      <ActionIcon
        size="lg"
        variant="default"
        aria-label={t("times.next-day")}
        onClick={() => onChange(addDays(localDate, 1))}
      >
        <Icon name="chevron-right" />
      </ActionIcon>
    </>
  );
}

function FreeTimes({ serviceId, providerId, movingAppointmentId, ...chosen }: TimeChooserProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const asked = present({
    serviceId,
    providerId,
    movingAppointmentId,
    from: chosen.localDate,
    days: 1,
  });
  const query = useQuery({
    ...routeQuery("availability.search", {
      params: inOrganisation,
      query: asked,
    }),
    placeholderData: keepPreviousData,
  });
  if (query.data === undefined) return <Skeleton height={72} radius="md" />;
  const starts = startsOf(query.data.providers, chosen.localDate);
  if (starts.length === 0) {
    const next = query.data.nextAfter;
    return (
      <div className={styles.none}>
        <p>{t("times.none")}</p>
        {next !== null && (
          <Button size="compact-sm" variant="light" mt={6} onClick={() => chosen.onChange(offered(next.start, next))}>
            {t("times.next-free", { time: shortMoment(next.start, locale) })}
          </Button>
        )}
      </div>
    );
  }
  return (
    <fieldset className={styles.times} aria-label={t("times.free")} style={{ border: 0, margin: 0 }}>
      {starts.map((start) => (
        <button
          key={`${start.at} ${start.locationId}`}
          type="button"
          className={styles.time}
          aria-pressed={start.localTime === chosen.localTime}
          onClick={() => chosen.onChange(offered({ ...start, localDate: chosen.localDate }, start))}
        >
          {clockTime(start.localTime, locale)}
        </button>
      ))}
    </fieldset>
  );
}

type Start = Pick<Moment, "at" | "localDate" | "localTime">;

/** A start as the server offered it, place included. */
function offered({ at, localDate, localTime }: Start, { locationId }: { readonly locationId: string }): WantedTime {
  return { localDate, localTime, startsAt: at, locationId };
}

interface Ranges {
  readonly days: readonly {
    readonly localDate: string;
    readonly ranges: readonly {
      readonly locationId: string;
      readonly startsAt: string;
      readonly localTime: string;
      readonly count: number;
      readonly stepMinutes: number;
    }[];
  }[];
}

/** Compact ranges spelled out: the k-th start is k steps after the first. */
function startsOf(providers: readonly Ranges[], localDate: string) {
  return providers
    .flatMap(({ days }) => days.filter((day) => day.localDate === localDate))
    .flatMap(({ ranges }) => ranges)
    .flatMap((range) =>
      Array.from({ length: range.count }, (_, k) => ({
        ...later(range.startsAt, range.localTime, k * range.stepMinutes),
        locationId: range.locationId,
      })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
