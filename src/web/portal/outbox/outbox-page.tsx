import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { EmptyState } from "../../ui/portal/empty-state.tsx";
import { SelectField } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Answer } from "../shell/answer.tsx";
import { MailMessage } from "./mail-message.tsx";
import styles from "./outbox-page.module.css";
import { TextMessage } from "./text-message.tsx";

const route = getRouteApi("/plain/outbox");
const newMessagesEvery = 3000;

/** The demo's outbox: every message as the person would have got it. Nothing leaves the house in the demo. */
export function OutboxPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { address } = route.useSearch();
  const outbox = useQuery({
    ...routeQuery("platform.outbox", { query: { limit: 100 } }),
    refetchInterval: newMessagesEvery,
  });
  return (
    <Page width="wide" title={t("outbox.title")} lead={t("outbox.lead")}>
      <Answer of={outbox}>
        {({ messages }) => {
          const addresses = [...new Set(messages.map(({ to }) => to))].sort();
          const shown = messages.filter(({ to }) => address === undefined || to === address);
          const texts = shown.filter(({ channel }) => channel === "sms");
          const mails = shown.filter(({ channel }) => channel === "email");
          if (messages.length === 0) {
            return (
              <EmptyState icon="mail" title={t("outbox.none")}>
                {t("outbox.none-detail")}
              </EmptyState>
            );
          }
          return (
            <>
              <div className={styles.filter}>
                <SelectField
                  name="address"
                  label={t("outbox.address")}
                  value={address ?? ""}
                  onChange={(value) => void navigate({ to: "/outbox", search: { address: value }, replace: true })}
                >
                  <option value="">{t("outbox.everybody")}</option>
                  {addresses.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </SelectField>
              </div>
              <div className={styles.columns}>
                <section className={styles.phone} aria-labelledby="texts">
                  <h2 id="texts">{t("outbox.texts")}</h2>
                  <ol className={styles.bubbles}>
                    {texts.map((message) => (
                      <TextMessage key={message.id} message={message} />
                    ))}
                  </ol>
                </section>
                <section className={styles.mails} aria-labelledby="mails">
                  <h2 id="mails">{t("outbox.mails")}</h2>
                  {mails.map((message) => (
                    <MailMessage key={message.id} message={message} />
                  ))}
                </section>
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
