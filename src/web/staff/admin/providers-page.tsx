import { Badge, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AdminProvider } from "../../../contract/routes/administration.ts";
import { routeQuery } from "../../api/index.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { type ListColumn, ListTable } from "../../ui/staff/list-table.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { languageName } from "./language-name.ts";

export function ProvidersPage() {
  const { t } = useTranslation();
  const query = useQuery(routeQuery("admin.providers", { params: inOrganisation }));
  return (
    <Page
      title={t("pages.providers")}
      actions={
        <Button
          leftSection={<Icon name="plus" />}
          renderRoot={(props) => <Link to="/providers/$providerId" params={{ providerId: "new" }} {...props} />}
        >
          {t("provider.new")}
        </Button>
      }
    >
      <Permitted to="provider.manage">
        <QueryView query={query}>
          {({ providers }) =>
            providers.length === 0 ? (
              <EmptyState icon="stethoscope" title={t("provider.empty-title")} text={t("provider.empty-text")} />
            ) : (
              <ProviderTable providers={providers} />
            )
          }
        </QueryView>
      </Permitted>
    </Page>
  );
}

function ProviderTable({ providers }: { readonly providers: readonly AdminProvider[] }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const navigate = useNavigate();
  const locale = currentLocale();
  const named = <T extends { readonly id: string }>(
    all: readonly T[],
    ids: readonly string[],
    name: (one: T) => string,
  ) =>
    all
      .filter(({ id }) => ids.includes(id))
      .map(name)
      .join(", ");
  const columns: readonly ListColumn<AdminProvider>[] = [
    {
      key: "name",
      header: t("fields.name"),
      cell: ({ displayName }) => displayName,
    },
    {
      key: "departments",
      header: t("fields.departments"),
      cell: ({ departmentIds }) => named(organisation.departments, departmentIds, ({ name }) => name[locale]),
    },
    {
      key: "locations",
      header: t("fields.locations"),
      cell: ({ locationIds }) => named(organisation.locations, locationIds, ({ name }) => name),
      wideOnly: true,
    },
    {
      key: "languages",
      header: t("fields.languages"),
      cell: ({ languages }) => languages.map((tag) => languageName(tag, locale)).join(", "),
      wideOnly: true,
    },
    {
      key: "state",
      header: t("fields.status"),
      cell: ({ active, hasAccount }) => (
        <>
          {!active && (
            <Badge color="gray" variant="light" mr={6}>
              {t("ui.inactive")}
            </Badge>
          )}
          {t(hasAccount ? "provider.has-account" : "provider.no-account")}
        </>
      ),
    },
    { key: "hours", header: t("ui.actions"), isHeaderHidden: true, cell: ({ id }) => <HoursLink id={id} /> },
  ];
  return (
    <ListTable
      caption={t("pages.providers")}
      columns={columns}
      rows={providers}
      rowKey={({ id }) => id}
      onOpen={({ id }) =>
        void navigate({
          to: "/providers/$providerId",
          params: { providerId: id },
        })
      }
    />
  );
}

function HoursLink({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Icon name="clock" size={14} />}
      renderRoot={(props) => <Link to="/hours/$resourceId" params={{ resourceId: id }} {...props} />}
    >
      {t("hours.title-short")}
    </Button>
  );
}
