import { VisuallyHidden } from "@mantine/core";
import { type CSSProperties, memo } from "react";
import { useTranslation } from "react-i18next";
import type { DiaryAppointment } from "../../../contract/routes/diary.ts";
import { clockTime } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { statusLooks } from "../appointments/status.ts";
import styles from "./diary.module.css";
import { leastMinutes, spanOf } from "./geometry.ts";
import { useGridActions } from "./grid-actions.ts";
import type { Lane } from "./lanes.ts";

interface VisitBlockProps {
  readonly visit: DiaryAppointment;
  /** Null for a visit that has given up its time: it stands as a strip at the edge. */
  readonly lane: Lane | null;
  /** First minute drawn. */
  readonly from: number;
  readonly isCursor: boolean;
  readonly isLifted: boolean;
}

/** One visit: when it is short, its name and status on one line; with more height, service and marks below. */
export const VisitBlock = memo(function VisitBlock({ visit, lane, from, isCursor, isLifted }: VisitBlockProps) {
  const { open } = useGridActions();
  const { tone } = statusLooks[visit.shown];
  const span = spanOf(visit);
  const minutes = Math.max(span.to - span.from, leastMinutes);
  const style = {
    "--from": span.from - from,
    "--length": minutes,
    "--lane": lane?.lane ?? 0,
    "--lanes": lane?.lanes ?? 1,
  } as CSSProperties;
  const isSecret = visit.patientName === null;
  return (
    <button
      type="button"
      className={[
        styles.visit,
        isSecret ? styles.past : styles[tone],
        lane === null ? styles.strip : "",
        isLifted ? styles.lifted : "",
      ].join(" ")}
      style={style}
      tabIndex={isCursor || lane === null ? 0 : -1}
      data-visit={visit.id}
      data-cursor={isCursor || undefined}
      aria-disabled={isSecret || undefined}
      onClick={() => {
        if (!isSecret) open(visit.id);
      }}
    >
      {lane === null ? <StripText visit={visit} /> : <VisitText visit={visit} minutes={minutes} />}
      <VisuallyHidden>
        <UnseenText visit={visit} minutes={minutes} />
      </VisuallyHidden>
    </button>
  );
});

/** What was cancelled needs no room, only a mark that opens it. */
function StripText({ visit }: { readonly visit: DiaryAppointment }) {
  const { t } = useTranslation();
  return (
    <>
      <Icon name={statusLooks[visit.shown].icon} size={12} />
      <VisuallyHidden>
        {visit.patientName ?? t("diary.taken")}, {t(`status.${visit.shown}`)}
      </VisuallyHidden>
    </>
  );
}

function VisitText({ visit, minutes }: { readonly visit: DiaryAppointment; readonly minutes: number }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const status = t(`status.${visit.shown}`);
  const name = visit.patientName ?? t("diary.taken");
  if (visit.patientName === null) return <span className={styles.under}>{name}</span>;
  const marks = (
    <>
      {visit.bookedOnline && <Icon name="online" size={12} />}
      {visit.confirmed && visit.shown !== "confirmed" && <Icon name="circle-check" size={12} />}
    </>
  );
  if (minutes < 20) {
    return (
      <span className={styles.line}>
        <Icon name={statusLooks[visit.shown].icon} size={12} />
        <span className={styles.name}>{name}</span>
        <span className={styles.state}>{status}</span>
        {marks}
      </span>
    );
  }
  return (
    <>
      <span className={styles.line}>
        <span className={styles.name}>{name}</span>
      </span>
      <span className={styles.line}>
        <Icon name={statusLooks[visit.shown].icon} size={12} />
        <span className={styles.under}>
          {shortTime(visit.localStart)} · {status}
        </span>
        {marks}
      </span>
      {minutes >= 36 && <span className={styles.under}>{visit.serviceName[locale]}</span>}
      {minutes >= 50 && visit.roomName !== null && <span className={styles.under}>{visit.roomName}</span>}
    </>
  );
}

/** The axis says whether it is morning: '1:35 pm' is '1:35' here. */
function shortTime(localTime: string): string {
  return clockTime(localTime, currentLocale()).replace(/\s?[ap]m$/, "");
}

/** What the block says by place, height and marks, in words for those who hear it. */
function UnseenText({ visit, minutes }: { readonly visit: DiaryAppointment; readonly minutes: number }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const parts = [
    `${clockTime(visit.localStart, locale)} – ${clockTime(visit.localEnd, locale)}`,
    minutes < 36 ? visit.serviceName[locale] : null,
    visit.confirmed ? t("diary.confirmed") : null,
    visit.bookedOnline ? t("diary.booked-online") : null,
    visit.verifiedPatient ? null : t("patient.unverified"),
  ];
  return <>, {parts.filter((part) => part !== null).join(", ")}</>;
}
