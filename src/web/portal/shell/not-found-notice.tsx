import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/portal/button.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { useSlug } from "../clinic/use-clinic.ts";

/** Within a clinic's pages: what the address names is not there, or not the reader's to see. */
export function NotFoundNotice() {
  const { t } = useTranslation();
  const slug = useSlug();
  return (
    <Page title={t("not-found.title")} lead={t("not-found.detail")}>
      <div>
        <ButtonLink to="/$slug" params={{ slug }}>
          {t("not-found.clinic")}
        </ButtonLink>
      </div>
    </Page>
  );
}
