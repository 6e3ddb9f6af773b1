import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { AppointmentChange } from "../../../contract/routes/appointments.ts";
import { type Answer, routeQuery } from "../../api/index.ts";
import { instantText } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import styles from "./appointment-panel.module.css";
import { shortMoment } from "./texts.ts";

type History = Answer<"appointments.history">;

/** Everything that happened: changes with old and new values, confirmations, messages. */
export function AppointmentHistory({ id }: { readonly id: string }) {
  const query = useQuery(routeQuery("appointments.history", { params: { ...inOrganisation, id } }));
  return (
    <QueryView query={query}>
      {(history) => (
        <>
          <Changes changes={history.changes} />
          <Confirmations confirmations={history.confirmations} />
          <Messages messages={history.messages} />
        </>
      )}
    </QueryView>
  );
}

function Changes({ changes }: { readonly changes: History["changes"] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t("history.changes")}</h3>
      <ol className={styles.events}>
        {changes.map((change) => (
          <li key={change.id} className={styles.entry}>
            <span className={styles.dot}>
              <Icon name="history" size={10} />
            </span>
            <ChangeText change={change} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChangeText({ change }: { readonly change: AppointmentChange }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const asked = change.requester === null ? null : t("history.asked-by", { who: t(`requester.${change.requester}`) });
  const through = change.channel === null ? null : t(`channel.${change.channel}`);
  const role = t(`roles.${change.actorRole}`, {
    defaultValue: change.actorRole,
  });
  return (
    <>
      <p className={styles.what}>{t(`change.${change.kind}`, { defaultValue: change.kind })}</p>
      <OldAndNew change={change} />
      <p className={styles.soft}>
        {[instantText(change.at, locale, organisation.zone), `${change.actorName} (${role})`, asked, through]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      {change.reason !== null && <p className={styles.quote}>{change.reason}</p>}
    </>
  );
}

function OldAndNew({ change }: { readonly change: AppointmentChange }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const pairs: (readonly [string, string])[] = [];
  const add = (old: string | null, now: string | null) => {
    if (now !== null && old !== null && old !== now) pairs.push([old, now]);
  };
  add(change.oldStart && shortMoment(change.oldStart, locale), change.newStart && shortMoment(change.newStart, locale));
  add(change.oldProviderName, change.newProviderName);
  add(change.fromStatus && t(`code.${change.fromStatus}`), change.toStatus && t(`code.${change.toStatus}`));
  return pairs.map(([old, now]) => (
    <p key={`${old} ${now}`}>
      <span className={styles.soft}>{old}</span> → {now}
    </p>
  ));
}

function Confirmations({ confirmations }: { readonly confirmations: History["confirmations"] }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t("history.confirmations")}</h3>
      {confirmations.length === 0 && <p className={styles.soft}>{t("history.no-confirmation")}</p>}
      <ul className={styles.events}>
        {confirmations.map((one) => (
          <li key={`${one.about} ${one.at}`} className={styles.entry}>
            <span className={styles.dot}>
              <Icon name="check" size={10} />
            </span>
            <p className={styles.what}>
              {t(`about.${one.about}`)} · {t(`method.${one.method}`)}
            </p>
            <p className={styles.soft}>
              {instantText(one.at, currentLocale(), organisation.zone)} · {one.byName}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Messages({ messages }: { readonly messages: History["messages"] }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t("history.messages")}</h3>
      {messages.length === 0 && <p className={styles.soft}>{t("history.no-message")}</p>}
      <ul className={styles.events}>
        {messages.map((message) => (
          <li key={message.id} className={styles.entry}>
            <span className={styles.dot}>
              <Icon name={message.channel === "email" ? "mail" : "message"} size={10} />
            </span>
            <p className={styles.what}>
              {t(`message-kind.${message.kind}`, {
                defaultValue: message.kind,
              })}{" "}
              ·{" "}
              {t(`message-state.${message.state}`, {
                defaultValue: message.state,
              })}
            </p>
            <p className={styles.soft}>
              {[
                t(`method.${message.channel}`),
                message.addressHint,
                instantText(message.at, currentLocale(), organisation.zone),
              ].join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
