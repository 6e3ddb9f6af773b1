import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { dateAndTime } from "../../i18n/dates.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { TimePicker } from "../booking/time-picker.tsx";
import { useHoldTime } from "../booking/use-hold-time.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { Answer } from "../shell/answer.tsx";
import { useAppointment } from "./use-appointment.ts";

const route = getRouteApi("/$slug/own/appointments/$appointmentId/move");

/** Another time for an appointment. The present one is kept until the new one is confirmed. */
export function MovePage() {
  const { appointmentId } = route.useParams();
  const appointment = useAppointment(appointmentId);
  return (
    <Answer of={appointment} skeleton={<Skeleton rows={3} tall />}>
      {(found) => <Move appointment={found} />}
    </Answer>
  );
}

function Move({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const slug = useSlug();
  const navigate = useNavigate();
  const search = route.useSearch();
  const hold = useHoldTime(appointment.id);
  const params = { slug, appointmentId: appointment.id };
  const back = (
    <BackLink to="/$slug/appointments/$appointmentId" params={params}>
      {t("nav.back")}
    </BackLink>
  );
  return (
    <Page
      width="wide"
      title={t("move.title")}
      lead={t("move.lead", { when: dateAndTime(appointment.start, locale) })}
      back={back}
    >
      <TimePicker
        serviceId={appointment.serviceId}
        search={"provider" in search ? search : { ...search, provider: appointment.providerId }}
        hold={hold}
        movingAppointmentId={appointment.id}
        onSearch={(changes) =>
          void navigate({
            to: "/$slug/appointments/$appointmentId/move",
            params,
            search: { ...search, ...changes },
            replace: true,
            resetScroll: false,
          })
        }
      />
    </Page>
  );
}
