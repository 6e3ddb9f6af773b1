/** Addresses that lead nowhere, and pages that broke. */
import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Permission } from "../../../domain/access/index.ts";
import { problemOf } from "../../api/index.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { EmptyState } from "../../ui/staff/states.tsx";
import { useStaff } from "../session/staff-context.ts";

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState
        isPage
        icon="search"
        title={t("shell.missing-title")}
        text={t("shell.missing-text")}
        action={<Button renderRoot={(props) => <Link to="/diary" {...props} />}>{t("shell.to-diary")}</Button>}
      />
    </main>
  );
}

export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const problem = problemOf(error);
  if (problem !== null)
    return <ProblemNotice problem={problem} actions={<Button onClick={reset}>{t("ui.retry")}</Button>} />;
  return (
    <main>
      <EmptyState
        isPage
        icon="alert"
        title={t("shell.crash-title")}
        text={t("shell.crash-text")}
        action={<Button onClick={() => location.reload()}>{t("shell.reload")}</Button>}
      />
    </main>
  );
}

interface PermittedProps {
  readonly to: Permission;
  readonly children: ReactNode;
}

/** The page, for those who may see it; the others read whom to ask. */
export function Permitted({ to, children }: PermittedProps) {
  const { t } = useTranslation();
  const { can } = useStaff();
  if (can(to)) return children;
  return <EmptyState icon="shield" title={t("shell.forbidden-title")} text={t("shell.forbidden-text")} />;
}
