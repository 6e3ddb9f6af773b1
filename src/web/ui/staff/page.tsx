import type { ReactNode } from "react";
import { useEffect } from "react";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** A link back, where the page belongs to another one. */
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  /** Forms and records read better in a narrow column. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** One page of the staff application: its name, what can be done here, and its content. */
export function Page({ title, subtitle, back, actions, narrow = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Cita`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {back}
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={narrow ? `${styles.body} ${styles.narrow}` : styles.body}>{children}</div>
    </div>
  );
}
