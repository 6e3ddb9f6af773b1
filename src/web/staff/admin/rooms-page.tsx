import { Badge, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { ListTable } from "../../ui/staff/list-table.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";

export function RoomsPage() {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const query = useQuery(routeQuery("admin.rooms", { params: inOrganisation }));
  return (
    <Page title={t("pages.rooms")} narrow>
      <Permitted to="location.manage">
        <QueryView query={query}>
          {({ rooms }) =>
            rooms.length === 0 ? (
              <EmptyState icon="door" title={t("room.empty-title")} text={t("room.empty-text")} />
            ) : (
              <ListTable
                caption={t("pages.rooms")}
                rows={rooms}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: "name",
                    header: t("fields.name"),
                    cell: ({ name }) => <strong>{name}</strong>,
                  },
                  {
                    key: "place",
                    header: t("fields.location"),
                    cell: ({ locationId }) => organisation.locations.find(({ id }) => id === locationId)?.name ?? "",
                  },
                  {
                    key: "kind",
                    header: t("fields.kind"),
                    cell: ({ kind }) => t(`room-kind.${kind}`, { defaultValue: kind }),
                  },
                  {
                    key: "active",
                    header: t("fields.status"),
                    cell: ({ active }) => (active ? t("ui.active") : <Badge color="gray">{t("ui.inactive")}</Badge>),
                  },
                  {
                    key: "hours",
                    header: t("ui.actions"),
                    isHeaderHidden: true,
                    cell: ({ id }) => <RoomHours id={id} />,
                  },
                ]}
              />
            )
          }
        </QueryView>
      </Permitted>
    </Page>
  );
}

function RoomHours({ id }: { readonly id: string }) {
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
