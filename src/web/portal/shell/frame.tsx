import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./frame.module.css";
import { OfflineNotice } from "./offline-notice.tsx";

interface FrameProps {
  readonly brand: ReactNode;
  readonly links?: ReactNode;
  /** Navigation at the thumb, on phones. */
  readonly bottom?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Skip link, header, main part, footer: around every page. */
export function Frame({ brand, links, bottom, footer, children }: FrameProps) {
  const { t } = useTranslation();
  return (
    <div className={bottom ? `${styles.frame} ${styles.withBottom}` : styles.frame}>
      <a href="#main" className={styles.skip}>
        {t("nav.skip")}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          {brand}
          <div className={styles.links}>{links}</div>
        </div>
        <OfflineNotice />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>{footer}</footer>
      {bottom}
    </div>
  );
}

/** The first letter in the clinic's colour, and its name. */
export function Brand({ name }: { readonly name: string }) {
  return (
    <span className={styles.brand}>
      <span className={styles.mark} aria-hidden="true">
        {name.charAt(0)}
      </span>
      <span className={styles.name}>{name}</span>
    </span>
  );
}
