import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { Page } from "../../ui/staff/page.tsx";
import { QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { SettingsForm } from "./settings-form.tsx";

export function SettingsPage() {
  const { t } = useTranslation();
  const query = useQuery({
    ...routeQuery("admin.settings", { params: inOrganisation }),
    refetchOnWindowFocus: false,
  });
  return (
    <Page title={t("pages.settings")} narrow>
      <Permitted to="organisation.manage">
        <QueryView query={query}>{(settings) => <SettingsForm key={settings.version} settings={settings} />}</QueryView>
      </Permitted>
    </Page>
  );
}
