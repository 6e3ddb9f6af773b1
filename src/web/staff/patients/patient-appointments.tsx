import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { routeQuery } from "../../api/index.ts";
import { Card } from "../../ui/staff/card.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { AppointmentTable } from "../appointments/appointment-table.tsx";
import { inOrganisation } from "../session/slug.ts";

/** What is to come first, soonest first; then what was, newest first. */
export function PatientAppointments({ patientId }: { readonly patientId: string }) {
  const { t } = useTranslation();
  const query = useQuery(
    routeQuery("patients.appointments", {
      params: { ...inOrganisation, id: patientId },
    }),
  );
  return (
    <QueryView query={query}>
      {({ appointments }) => {
        const { upcoming, past } = divided(appointments);
        return (
          <>
            <Card title={t("patient.upcoming", { count: upcoming.length })}>
              {upcoming.length === 0 ? (
                <EmptyState icon="calendar" title={t("patient.no-upcoming")} />
              ) : (
                <AppointmentTable caption={t("patient.upcoming-title")} appointments={upcoming} withoutPatient />
              )}
            </Card>
            {past.length > 0 && (
              <Card title={t("patient.past", { count: past.length })}>
                <AppointmentTable caption={t("patient.past-title")} appointments={past} withoutPatient />
              </Card>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function divided(appointments: readonly Appointment[]) {
  const now = Temporal.Now.instant().toString();
  const byTime = [...appointments].sort((a, b) => (a.start.at < b.start.at ? -1 : 1));
  return {
    upcoming: byTime.filter(({ end }) => end.at > now),
    past: byTime.filter(({ end }) => end.at <= now).reverse(),
  };
}
