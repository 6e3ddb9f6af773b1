import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { ButtonLink } from "../../ui/portal/button.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { WhenBlock } from "../clinic/when.tsx";
import { Answer } from "../shell/answer.tsx";
import { AppointmentFacts } from "./appointment-facts.tsx";
import { AppointmentHistory } from "./appointment-history.tsx";
import { CalendarButton } from "./calendar-button.tsx";
import { Deadlines } from "./deadlines.tsx";
import { NextSteps } from "./next-steps.tsx";
import { StatusTag } from "./status-tag.tsx";
import { useAppointment } from "./use-appointment.ts";

const route = getRouteApi("/$slug/own/appointments/$appointmentId");

/** One appointment: everything about it, and what can be done with it now. */
export function AppointmentPage() {
  const { appointmentId } = route.useParams();
  const appointment = useAppointment(appointmentId);
  return (
    <Answer of={appointment} skeleton={<Skeleton rows={3} tall />}>
      {(found) => <Detail appointment={found} />}
    </Answer>
  );
}

function Detail({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const { text } = useLocale();
  const slug = useSlug();
  const back = (
    <BackLink to="/$slug/appointments" params={{ slug }}>
      {t("nav.appointments")}
    </BackLink>
  );
  const live = ["booked", "pending", "arrived", "checked-in"].includes(appointment.status);
  return (
    <Page title={text(appointment.serviceName)} back={back}>
      <div className={stack.card}>
        <div className={stack.row}>
          <StatusTag shown={appointment.shown} />
          <span className={stack.small}>{t("booked.reference", { reference: appointment.reference })}</span>
        </div>
        <WhenBlock start={appointment.start} end={appointment.end} />
        {live && (
          <div>
            <CalendarButton appointment={appointment} look="secondary" />
          </div>
        )}
      </div>
      <NextSteps appointment={appointment} />
      <AppointmentFacts appointment={appointment} />
      <ReasonCard appointment={appointment} />
      <Deadlines appointment={appointment} />
      <AppointmentHistory appointment={appointment} />
    </Page>
  );
}

function ReasonCard({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const mayEdit = appointment.allowed.includes("edit");
  if (!appointment.reason && !mayEdit) return null;
  return (
    <section className={stack.card}>
      <h2>{t("reason.yours")}</h2>
      <p className={stack.lines}>{appointment.reason ?? t("check.no-reason")}</p>
      {mayEdit && (
        <div>
          <ButtonLink
            look="secondary"
            to="/$slug/appointments/$appointmentId/reason"
            params={{ slug, appointmentId: appointment.id }}
          >
            {t("reason.change")}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
