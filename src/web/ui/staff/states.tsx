/** What a page shows while it waits, when there is nothing, and when something was refused. */
import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { problemOf } from "../../api/index.ts";
import { Icon, type IconName } from "./icon.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import styles from "./states.module.css";

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
  /** Where it is the whole page, its title is the page's. */
  readonly isPage?: boolean;
}

export function EmptyState({ icon, title, text, action, isPage = false }: EmptyStateProps) {
  const Title = isPage ? "h1" : "p";
  return (
    <div className={styles.empty}>
      <span className={styles.mark}>
        <Icon name={icon} size={20} />
      </span>
      <Title className={styles.emptyTitle}>{title}</Title>
      {text !== undefined && <p className={styles.emptyText}>{text}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}

export function LoadingRows({ rows = 6, height = 38 }: { readonly rows?: number; readonly height?: number }) {
  return (
    <div className={styles.rows} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never change places
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </div>
  );
}

/** The part of a query's result that is read here; day and week of the diary are two queries with one view. */
interface Shown<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
}

interface QueryViewProps<Data> {
  readonly query: Shown<Data>;
  readonly loading?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The answer of a query, or its skeleton, or why there is none together with a way to try again. */
export function QueryView<Data>({ query, loading, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return loading ?? <LoadingRows />;
  const problem = problemOf(query.error);
  if (problem === null) throw query.error;
  const label = problem.recovery.action === "retry" || problem.recovery.action === "retry-later";
  return (
    <ProblemNotice
      problem={problem}
      actions={
        label ? (
          <Button size="xs" variant="default" onClick={() => void query.refetch()} loading={query.isFetching}>
            {problem.recovery.label}
          </Button>
        ) : undefined
      }
    />
  );
}
