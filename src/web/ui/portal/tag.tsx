import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./tag.module.css";

export type TagTone = "accent" | "good" | "warn" | "bad" | "plain";

export function Tag({
  tone,
  icon,
  children,
}: {
  readonly tone: TagTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      {icon && <Icon name={icon} size="sm" />}
      {children}
    </span>
  );
}
