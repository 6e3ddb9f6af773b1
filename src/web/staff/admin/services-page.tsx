import { Badge, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AdminService } from "../../../contract/routes/administration.ts";
import { routeQuery } from "../../api/index.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { type ListColumn, ListTable } from "../../ui/staff/list-table.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";

export function ServicesPage() {
  const { t } = useTranslation();
  const query = useQuery(routeQuery("admin.services", { params: inOrganisation }));
  return (
    <Page
      title={t("pages.services")}
      actions={
        <Button
          leftSection={<Icon name="plus" />}
          renderRoot={(props) => <Link to="/services/$serviceId" params={{ serviceId: "new" }} {...props} />}
        >
          {t("service.new")}
        </Button>
      }
    >
      <Permitted to="service.manage">
        <QueryView query={query}>
          {({ services }) =>
            services.length === 0 ? (
              <EmptyState icon="clipboard" title={t("service.empty-title")} text={t("service.empty-text")} />
            ) : (
              <ServiceTable services={services} />
            )
          }
        </QueryView>
      </Permitted>
    </Page>
  );
}

function ServiceTable({ services }: { readonly services: readonly AdminService[] }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const navigate = useNavigate();
  const locale = currentLocale();
  const columns: readonly ListColumn<AdminService>[] = [
    { key: "name", header: t("fields.name"), cell: ({ name }) => name[locale] },
    {
      key: "department",
      header: t("fields.department"),
      cell: ({ departmentId }) => organisation.departments.find(({ id }) => id === departmentId)?.name[locale] ?? "",
    },
    {
      key: "length",
      header: t("fields.length"),
      cell: ({ durationMinutes }) => (
        <span className="tabular">
          {durationMinutes} {t("ui.minutes")}
        </span>
      ),
    },
    {
      key: "modality",
      header: t("fields.modality"),
      cell: ({ modality }) => t(`modality.${modality}`),
    },
    {
      key: "providers",
      header: t("pages.providers"),
      cell: ({ providers }) => <span className="tabular">{providers.length}</span>,
      wideOnly: true,
    },
    {
      key: "online",
      header: t("service.online"),
      cell: ({ onlineBookable, active }) => (
        <>
          {!active && (
            <Badge color="gray" variant="light" mr={6}>
              {t("ui.inactive")}
            </Badge>
          )}
          {t(onlineBookable ? "service.online-yes" : "service.online-no")}
        </>
      ),
    },
  ];
  const sorted = [...services].sort((a, b) => a.name[locale].localeCompare(b.name[locale], locale));
  return (
    <ListTable
      caption={t("pages.services")}
      columns={columns}
      rows={sorted}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: "/services/$serviceId", params: { serviceId: id } })}
    />
  );
}
