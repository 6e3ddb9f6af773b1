import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import { Icon } from "./icon.tsx";
import styles from "./states.module.css";

interface ProblemNoticeProps {
  readonly problem: Problem;
  /** A rule that may be passed with a reason is a warning, no dead end. */
  readonly soft?: boolean;
  readonly actions?: ReactNode;
}

/** What was refused, every reason why, and the way on, in the words that the server sent. */
export function ProblemNotice({ problem, soft = false, actions }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const reasons = [...new Set((problem.reasons ?? []).map(({ text }) => text))];
  return (
    <div className={soft ? `${styles.notice} ${styles.soft}` : styles.notice} role="alert">
      <span className={styles.noticeIcon}>
        <Icon name="alert" />
      </span>
      <div className={styles.noticeBody}>
        <p className={styles.noticeTitle}>{problem.title}</p>
        {reasons.length === 0 && <p>{problem.detail}</p>}
        {reasons.length > 0 && (
          <ul className={styles.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {problem.fields?.map((field) => (
          <p key={field.path}>{field.message}</p>
        ))}
        <p>{problem.recovery.text}</p>
        {actions !== undefined && <div className={styles.noticeActions}>{actions}</div>}
        {problem.reference !== "" && (
          <p className={styles.reference}>{t("ui.reference", { reference: problem.reference })}</p>
        )}
      </div>
    </div>
  );
}

/** The server's words for one field, by its path in the request. */
export function fieldError(problem: Problem | null | undefined, path: string): string | undefined {
  return problem?.fields?.find((field) => field.path === path || field.path === `body.${path}`)?.message;
}
