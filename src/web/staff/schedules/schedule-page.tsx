import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { ExceptionsCard } from "./exceptions-card.tsx";
import { HoursEditor } from "./hours-editor.tsx";
import { TimeOffCard } from "./time-off-card.tsx";

/** When a provider or room can be booked: the week, single dates, time off. */
export function SchedulePage() {
  const { t } = useTranslation();
  const { resourceId } = useParams({ from: "/signed-in/hours/$resourceId" });
  const { can, membership } = useStaff();
  const query = useQuery({
    ...routeQuery("schedules.get", {
      params: { ...inOrganisation, id: resourceId },
    }),
    // What is being typed must not be replaced while one looks elsewhere.
    refetchOnWindowFocus: false,
  });
  const isOwn = membership.providerId === resourceId;
  const mayEdit = can("schedule.manage");
  const mayTakeOff = can("time-off.manage");
  return (
    <Page
      title={isOwn ? t("pages.own-hours") : (query.data?.name ?? t("hours.title"))}
      narrow
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="calendar" />}
          renderRoot={(props) => <Link to="/diary" search={{ view: "week", resource: resourceId }} {...props} />}
        >
          {t("hours.show-week")}
        </Button>
      }
    >
      <Permitted to="schedule.view">
        <QueryView query={query}>
          {(schedule) => (
            <>
              <HoursEditor key={schedule.resourceId} schedule={schedule} mayEdit={mayEdit} />
              <TimeOffCard schedule={schedule} mayEdit={mayTakeOff} />
              <ExceptionsCard schedule={schedule} mayEdit={mayEdit} />
            </>
          )}
        </QueryView>
      </Permitted>
    </Page>
  );
}
