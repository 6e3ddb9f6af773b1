import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { BackLink } from "../shell/back-link.tsx";
import { Permitted } from "../shell/dead-ends.tsx";
import { ProviderForm } from "./provider-form.tsx";

/** One provider, or a new one under the address `/providers/new`. */
export function ProviderPage() {
  const { t } = useTranslation();
  const { providerId } = useParams({
    from: "/signed-in/providers/$providerId",
  });
  const navigate = useNavigate();
  const query = useQuery(routeQuery("admin.providers", { params: inOrganisation }));
  const provider = query.data?.providers.find(({ id }) => id === providerId);
  const isNew = providerId === "new";
  return (
    <Page
      title={isNew ? t("provider.new") : (provider?.displayName ?? t("fields.provider"))}
      back={<BackLink to="/providers" name={t("pages.providers")} />}
      narrow
      actions={
        provider !== undefined && (
          <Button
            variant="default"
            leftSection={<Icon name="clock" />}
            renderRoot={(props) => <Link to="/hours/$resourceId" params={{ resourceId: provider.id }} {...props} />}
          >
            {t("hours.title-short")}
          </Button>
        )
      }
    >
      <Permitted to="provider.manage">
        <QueryView query={query}>
          {() =>
            !isNew && provider === undefined ? (
              <EmptyState icon="search" title={t("shell.missing-title")} />
            ) : (
              <ProviderForm key={providerId} provider={provider} onDone={() => void navigate({ to: "/providers" })} />
            )
          }
        </QueryView>
      </Permitted>
    </Page>
  );
}
