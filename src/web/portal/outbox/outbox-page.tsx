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
import { type OutboxMessage, TextMessage } from "./text-message.tsx";

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
                {texts.length > 0 && <Phone texts={texts} />}
                {mails.length > 0 && <Mails mails={mails} />}
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Phone({ texts }: { readonly texts: readonly OutboxMessage[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.phone} aria-labelledby="texts">
      <h2 id="texts">{t("outbox.texts")}</h2>
      <ol className={styles.bubbles}>
        {texts.map((message) => (
          <TextMessage key={message.id} message={message} />
        ))}
      </ol>
    </section>
  );
}

function Mails({ mails }: { readonly mails: readonly OutboxMessage[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.mails} aria-labelledby="mails">
      <h2 id="mails">{t("outbox.mails")}</h2>
      {mails.map((message) => (
        <MailMessage key={message.id} message={message} />
      ))}
    </section>
  );
}
