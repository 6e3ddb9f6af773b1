import type { ReactNode } from "react";
import styles from "./facts.module.css";

export interface Fact {
  readonly label: string;
  /** Null leaves the line out. */
  readonly value: ReactNode;
}

/** Names and values, as on a card. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const shown = facts.filter(({ value }) => value !== null && value !== undefined && value !== "");
  return (
    <dl className={styles.facts}>
      {shown.map(({ label, value }) => (
        <div key={label} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd className={typeof value === "string" ? styles.pre : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
