import type { ReactNode } from "react";
import styles from "./time-button.module.css";

interface TimeButtonProps {
  readonly children: ReactNode;
  /** Heard instead of the bare time: day, time, with whom. */
  readonly label?: string | undefined;
  readonly busy: boolean;
  readonly onPick: () => void;
  readonly wide?: boolean;
}

/** A free time: one tap holds it. */
export function TimeButton({ children, label, busy, onPick, wide = false }: TimeButtonProps) {
  return (
    <button
      type="button"
      className={wide ? `${styles.time} ${styles.wide}` : styles.time}
      aria-label={label}
      aria-disabled={busy || undefined}
      onClick={() => !busy && onPick()}
    >
      {children}
    </button>
  );
}
