import type { ReactNode } from "react";
import styles from "./summary-list.module.css";

export interface SummaryRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: ReactNode;
  /** A link or button to change it; its words name what is changed, for those who cannot see the row. */
  readonly change?: ReactNode;
}

/** Names and values, as on a page of answers to be checked. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ key, name, value, change }) => (
        <div key={key} className={styles.row}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          {change && <dd className={styles.change}>{change}</dd>}
        </div>
      ))}
    </dl>
  );
}
