import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/index.ts";
import { instantText } from "../../i18n/dates.ts";
import { useLocale } from "../clinic/use-locale.ts";
import styles from "./outbox-page.module.css";

export type OutboxMessage = Answer<"platform.outbox">["messages"][number];

/** A text message as a phone shows it. Links in it can be followed, as on a phone. */
export function TextMessage({ message }: { readonly message: OutboxMessage }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <li className={styles.text}>
      <p className={styles.meta}>
        {t("outbox.from-to", { from: message.from, to: message.to })} · {instantText(message.receivedAt, locale)}
      </p>
      <p className={styles.bubble} lang={message.locale ?? undefined}>
        {message.text.split(/(https?:\/\/\S+)/).map((part) =>
          part.startsWith("http") ? (
            <a key={part} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </li>
  );
}
