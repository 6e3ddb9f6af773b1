import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./list-table.module.css";

export interface ListColumn<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** A column of buttons needs no heading for those who see it. */
  readonly isHeaderHidden?: boolean;
  /** Left out on a phone, where each row is a card. */
  readonly wideOnly?: boolean;
}

interface ListTableProps<Row> {
  /** Said to screen readers before the table. */
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A click anywhere in the row, or Enter on its first cell. */
  readonly onOpen?: ((row: Row) => void) | undefined;
}

/** A table on a desk, cards on a phone. */
export function ListTable<Row>({ caption, columns, rows, rowKey, onOpen }: ListTableProps<Row>) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.wideOnly === true ? styles.wideOnly : undefined}>
                {column.isHeaderHidden === true ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={onOpen === undefined ? styles.row : `${styles.row} ${styles.opens}`}>
              {columns.map((column, index) => (
                <td key={column.key} className={column.wideOnly === true ? styles.wideOnly : undefined}>
                  {index === 0 && onOpen !== undefined ? (
                    <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
