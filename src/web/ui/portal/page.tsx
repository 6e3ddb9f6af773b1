import { type ReactNode, useEffect, useRef } from "react";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  /** Shown instead of the title where the heading needs more than words. */
  readonly heading?: ReactNode;
  readonly lead?: ReactNode;
  readonly back?: ReactNode;
  readonly width?: "narrow" | "wide";
  readonly children: ReactNode;
}

let firstPage = true;

/**
 * One page: names the tab and, after a change of page, puts the focus on the heading, so that keyboard and screen
 * reader start where the eye does.
 */
export function Page({ title, heading, lead, back, width = "narrow", children }: PageProps) {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Cita`;
  }, [title]);
  useEffect(() => {
    if (!firstPage) top.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <div className={`${styles.page} ${styles[width]}`}>
      {back}
      <div className={styles.top}>
        <h1 ref={top} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
