import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment, AppointmentChange } from "../../../contract/routes/appointments.ts";
import { type Answer as AnswerOf, routeQuery } from "../../api/index.ts";
import { dateAndTime, instantText } from "../../i18n/dates.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { Answer } from "../shell/answer.tsx";
import styles from "./appointment-history.module.css";

type History = AnswerOf<"appointments.history">;

/** What happened to it, newest first; read only when somebody opens it [BOOK-11]. */
export function AppointmentHistory({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const [open, setOpen] = useState(false);
  const history = useQuery({
    ...routeQuery("appointments.history", { params: { slug, id: appointment.id } }),
    enabled: open,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("history.title")}</summary>
      {open && <Answer of={history}>{(found) => <Entries history={found} zone={appointment.start.zone} />}</Answer>}
    </details>
  );
}

function Entries({ history, zone }: { readonly history: History; readonly zone: string }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const known = (kind: string) => t(`history.kind.${kind}`, { defaultValue: t("history.kind.other") });
  const entries = [
    ...history.changes.map((change) => ({
      id: change.id,
      at: change.at,
      title: known(change.kind),
      detail: <ChangeDetail change={change} />,
    })),
    ...history.confirmations.map(({ about, method, at }) => ({
      id: `${about} ${at}`,
      at,
      title: t(`history.confirmed.${about}`),
      detail: <p>{t(`history.method.${method}`)}</p>,
    })),
    ...history.messages.map(({ id, channel, at, addressHint }) => ({
      id,
      at,
      title: t(`history.sent.${channel}`),
      detail: <p>{addressHint}</p>,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <ol className={styles.entries}>
      {entries.map(({ id, at, title, detail }) => (
        <li key={id}>
          <p className={styles.what}>{title}</p>
          {detail}
          <p className={styles.when}>{instantText(at, locale, zone)}</p>
        </li>
      ))}
    </ol>
  );
}

function ChangeDetail({ change }: { readonly change: AppointmentChange }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { oldStart, newStart, oldProviderName, newProviderName, reason } = change;
  const moved = oldStart && newStart && oldStart.at !== newStart.at;
  const otherProvider = oldProviderName && newProviderName && oldProviderName !== newProviderName;
  return (
    <>
      {moved && <p>{t("history.moved", { from: dateAndTime(oldStart, locale), to: dateAndTime(newStart, locale) })}</p>}
      {otherProvider && <p>{t("history.moved", { from: oldProviderName, to: newProviderName })}</p>}
      {reason && <p>{t("history.reason", { reason })}</p>}
    </>
  );
}
