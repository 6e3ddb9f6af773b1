import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { routeQuery } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import type { ListColumn } from "../../ui/staff/list-table.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { movingVisitOf, useMoving } from "../moving/move-context.ts";
import { inOrganisation } from "../session/slug.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { AppointmentTable } from "./appointment-table.tsx";

/** Visits that stand in somebody's time off and need a new time [AVAIL-08]. */
export function DisplacedPage() {
  const { t } = useTranslation();
  const query = useQuery(routeQuery("schedules.displaced", { params: inOrganisation }));
  const { dispatch } = useMoving();
  const move: ListColumn<Appointment> = {
    key: "move",
    header: t("ui.actions"),
    isHeaderHidden: true,
    cell: (appointment) =>
      appointment.allowed.includes("reschedule") && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<Icon name="move" size={14} />}
          onClick={() => dispatch({ type: "ask", visit: movingVisitOf(appointment) })}
        >
          {t("step.reschedule")}
        </Button>
      ),
  };
  return (
    <Page title={t("pages.displaced")} subtitle={t("displaced.subtitle")}>
      <Permitted to="schedule.view">
        <QueryView query={query}>
          {({ appointments }) =>
            appointments.length === 0 ? (
              <EmptyState icon="check" title={t("displaced.empty-title")} text={t("displaced.empty-text")} />
            ) : (
              <AppointmentTable caption={t("pages.displaced")} appointments={appointments} extra={[move]} />
            )
          }
        </QueryView>
      </Permitted>
    </Page>
  );
}
