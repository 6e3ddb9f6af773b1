import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/index.ts";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { Notice } from "../../ui/portal/notice.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { Brand, Frame } from "./frame.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

/** A page whose data was refused, or that broke: what happened and the way on. */
export function FailedPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const problem = problemOf(error);
  const again = () => void router.invalidate();
  const pageIsGone = problem?.code === "not_found";
  return (
    <Frame brand={<Brand name="Cita" />} links={<LanguageSwitch />}>
      <Page title={problem?.title ?? t("broken.title")}>
        {problem ? (
          <ProblemNotice problem={problem} onRecover={pageIsGone ? undefined : again} />
        ) : (
          <Notice
            tone="bad"
            title={t("broken.detail")}
            actions={<Button onClick={again}>{t("broken.again")}</Button>}
          />
        )}
      </Page>
    </Frame>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Frame brand={<Brand name="Cita" />} links={<LanguageSwitch />}>
      <Page title={t("not-found.title")} lead={t("not-found.detail")}>
        <div>
          <ButtonLink to="/">{t("not-found.home")}</ButtonLink>
        </div>
      </Page>
    </Frame>
  );
}

export function LoadingPage() {
  return (
    <Frame brand={<Brand name="Cita" />}>
      <Skeleton rows={3} tall />
    </Frame>
  );
}
