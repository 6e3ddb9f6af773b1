import { Tabs } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { routeKey, routeQuery, useLive } from "../../api/index.ts";
import { currentLocale } from "../../i18n/language.ts";
import { SidePanel } from "../../ui/staff/side-panel.tsx";
import { LoadingRows, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation, slug } from "../session/slug.ts";
import { AppointmentActions } from "./appointment-actions.tsx";
import { AppointmentDetails } from "./appointment-details.tsx";
import { AppointmentHistory } from "./appointment-history.tsx";
import styles from "./appointment-panel.module.css";
import { StatusMark } from "./status-mark.tsx";
import { type Task, TaskForm } from "./task-form.tsx";
import { dateAndTimes } from "./texts.ts";
import { useVisit } from "./use-visit.ts";

/** One appointment at the side of whatever page: what it is, what can be done with it, and all that happened to it. */
export function AppointmentPanel() {
  const { visit, close } = useVisit();
  return visit === undefined ? null : <OpenPanel key={visit} id={visit} onClose={close} />;
}

function OpenPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [task, setTask] = useState<Task | null>(null);
  const query = useQuery(routeQuery("appointments.get", { params: { ...inOrganisation, id } }));
  const appointment = query.data;
  useChangesElsewhere(id, appointment);
  const isView = appointment !== undefined && task === null;
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={appointment?.patient?.fullName ?? t("appointment.title")}
      under={appointment === undefined ? undefined : <Under appointment={appointment} />}
      foot={isView ? <AppointmentActions appointment={appointment} onTask={setTask} /> : undefined}
    >
      <QueryView query={query} loading={<LoadingRows rows={8} height={22} />}>
        {(data) =>
          task === null ? (
            <PanelTabs appointment={data} />
          ) : (
            <TaskForm task={task} appointment={data} onDone={() => setTask(null)} />
          )
        }
      </QueryView>
    </SidePanel>
  );
}

/** What somebody else does to this appointment shows here within a second. */
function useChangesElsewhere(id: string, appointment: Appointment | undefined): void {
  const client = useQueryClient();
  const topics = appointment === undefined ? [] : [`diary:${appointment.start.localDate}`];
  useLive(slug, topics, (change) => {
    const concerns = change.type === "reload" || (change.type === "changed" && change.appointmentId === id);
    if (!concerns) return;
    const params = { ...inOrganisation, id };
    void client.invalidateQueries({
      queryKey: routeKey("appointments.get", { params }),
    });
    void client.invalidateQueries({
      queryKey: routeKey("appointments.history", { params }),
    });
  });
}

function Under({ appointment }: { readonly appointment: Appointment }) {
  return (
    <div className={styles.under}>
      <StatusMark status={appointment.shown} />
      <span>{dateAndTimes(appointment, currentLocale())}</span>
    </div>
  );
}

function PanelTabs({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  return (
    <Tabs defaultValue="details" keepMounted={false} classNames={{ list: styles.tabs, panel: styles.tab }}>
      <Tabs.List>
        <Tabs.Tab value="details">{t("appointment.details")}</Tabs.Tab>
        <Tabs.Tab value="history">{t("appointment.history")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details">
        <AppointmentDetails appointment={appointment} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <AppointmentHistory id={appointment.id} />
      </Tabs.Panel>
    </Tabs>
  );
}
