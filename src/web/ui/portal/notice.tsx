import type { ReactNode, Ref } from "react";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./notice.module.css";

type Tone = "info" | "good" | "warn" | "bad";
const icons: Record<Tone, IconName> = { info: "info", good: "check", warn: "warning", bad: "warning" };

interface NoticeProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits; left out for what stood on the page from the start. */
  readonly role?: "alert" | "status";
  readonly ref?: Ref<HTMLDivElement>;
}

export function Notice({ tone, title, children, actions, role, ref }: NoticeProps) {
  return (
    <div ref={ref} role={role} tabIndex={-1} className={`${styles.notice} ${styles[tone]}`}>
      <Icon name={icons[tone]} />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
