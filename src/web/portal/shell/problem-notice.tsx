import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import { Button, ButtonAnchor, ButtonLink } from "../../ui/portal/button.tsx";
import { Notice } from "../../ui/portal/notice.tsx";
import styles from "./problem-notice.module.css";

interface ProblemNoticeProps {
  readonly problem: Problem;
  /** What the recovery's button does here, where it is more than its usual effect. */
  readonly onRecover?: (() => void) | undefined;
  /** Times that can be tapped, or whatever else helps here. */
  readonly children?: ReactNode;
}

/** What the server refused, why, and the way on as a button [UI-11]. */
export function ProblemNotice({ problem, onRecover, children }: ProblemNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice
      tone={problem.status >= 500 || problem.status === 0 ? "bad" : "warn"}
      role="alert"
      title={problem.title}
      actions={<Recovery problem={problem} onRecover={onRecover} />}
    >
      <p>
        {problem.detail} {problem.recovery.text}
      </p>
      {problem.reasons && problem.reasons.length > 0 && (
        <ul className={styles.reasons}>
          {problem.reasons.map((reason) => (
            <li key={reason.code}>{reason.text}</li>
          ))}
        </ul>
      )}
      {children}
      {problem.reference && (
        <p className={styles.reference}>{t("problem.reference", { reference: problem.reference })}</p>
      )}
    </Notice>
  );
}

function Recovery({ problem, onRecover }: { readonly problem: Problem; readonly onRecover: (() => void) | undefined }) {
  const cache = useQueryClient();
  const { slug } = useParams({ strict: false });
  const here = useLocation({ select: (location) => location.href });
  const { action, label } = problem.recovery;
  if (onRecover) return <Button onClick={onRecover}>{label}</Button>;
  switch (action) {
    case "sign-in":
      return slug ? (
        <ButtonLink to="/$slug/sign-in" params={{ slug }} search={{ next: here }}>
          {label}
        </ButtonLink>
      ) : null;
    case "call-clinic":
      return problem.phone ? (
        <ButtonAnchor href={`tel:${problem.phone}`} icon="phone">
          {label}
        </ButtonAnchor>
      ) : null;
    case "go-home":
      return slug && problem.code !== "not_found" ? (
        <ButtonLink to="/$slug" params={{ slug }}>
          {label}
        </ButtonLink>
      ) : (
        <ButtonLink to="/">{label}</ButtonLink>
      );
    case "ask-administrator":
      return <Button onClick={() => history.back()}>{label}</Button>;
    case "reload":
    case "retry":
    case "retry-later":
      return <Button onClick={() => void cache.invalidateQueries()}>{label}</Button>;
    default:
      return null;
  }
}
