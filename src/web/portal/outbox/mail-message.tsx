import { useState } from "react";
import { useTranslation } from "react-i18next";
import { instantText } from "../../i18n/dates.ts";
import { Button } from "../../ui/portal/button.tsx";
import { saveFile } from "../../ui/portal/save-file.ts";
import { useLocale } from "../clinic/use-locale.ts";
import styles from "./outbox-page.module.css";
import type { OutboxMessage } from "./text-message.tsx";

/** An e-mail with its attachments. Its HTML stands in a frame that may run nothing and send nothing. */
export function MailMessage({ message }: { readonly message: OutboxMessage }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const subject = message.subject ?? t("outbox.no-subject");
  // A part without a name is the calendar entry for mail programs that read it by themselves; the same is there to save.
  const files = message.attachments.filter(({ name }) => name !== "");
  return (
    <details className={styles.mail} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.head}>
          <span className={styles.subject}>{subject}</span>
          <span className={styles.meta}>
            {t("outbox.to", { to: message.to })} · {instantText(message.receivedAt, locale)}
          </span>
          {!open && <span className={styles.preview}>{message.text}</span>}
        </span>
      </summary>
      {open && <Body message={message} title={subject} />}
      {files.map(({ name, contentType, content }) => (
        <Button
          key={name}
          look="secondary"
          icon="download"
          onClick={() => saveFile(name, contentType, asBytes(content))}
        >
          {name}
        </Button>
      ))}
    </details>
  );
}

function Body({ message, title }: { readonly message: OutboxMessage; readonly title: string }) {
  if (message.html === null) {
    return (
      <p className={styles.plain} lang={message.locale ?? undefined}>
        {message.text}
      </p>
    );
  }
  return (
    <iframe
      className={styles.frame}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={framed(message.html)}
      title={title}
    />
  );
}

/** Links open beside the page; a style sheet in the mail needs the page's nonce, because a frame inherits its policy. */
function framed(html: string): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
  return `<base target="_blank">${html.replaceAll(/<style(?=[\s>])/g, `<style nonce="${nonce}"`)}`;
}

/** Attachments may come as text or as base64; a calendar file is recognised by its first line. */
function asBytes(content: string): BlobPart {
  if (content.startsWith("BEGIN:") || !/^[A-Za-z0-9+/=\s]+$/.test(content)) return content;
  return Uint8Array.from(atob(content.replaceAll(/\s/g, "")), (character) => character.charCodeAt(0));
}
