import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { BackLink } from "../shell/back-link.tsx";
import { Permitted } from "../shell/dead-ends.tsx";
import { emptyService } from "./service-draft.ts";
import { ServiceForm } from "./service-form.tsx";

/** One service, or a new one under the address `/services/new`. */
export function ServicePage() {
  const { t } = useTranslation();
  const { serviceId } = useParams({ from: "/signed-in/services/$serviceId" });
  const { organisation } = useStaff();
  const navigate = useNavigate();
  const query = useQuery(routeQuery("admin.services", { params: inOrganisation }));
  const service = query.data?.services.find(({ id }) => id === serviceId);
  const isNew = serviceId === "new";
  const toList = () => void navigate({ to: "/services" });
  return (
    <Page
      title={isNew ? t("service.new") : (service?.name[currentLocale()] ?? t("fields.service"))}
      back={<BackLink to="/services" name={t("pages.services")} />}
      narrow
    >
      <Permitted to="service.manage">
        <QueryView query={query}>
          {() => {
            if (!isNew && service === undefined) return <EmptyState icon="search" title={t("shell.missing-title")} />;
            const first = organisation.departments[0]?.id ?? "";
            return (
              <ServiceForm key={serviceId} service={service} start={service ?? emptyService(first)} onDone={toList} />
            );
          }}
        </QueryView>
      </Permitted>
    </Page>
  );
}
