import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { routeQuery } from "../../api/index.ts";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { Icon } from "../../ui/portal/icon.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { AppointmentFacts } from "../appointments/appointment-facts.tsx";
import { CalendarButton } from "../appointments/calendar-button.tsx";
import { useSlug } from "../clinic/use-clinic.ts";
import { WhenBlock } from "../clinic/when.tsx";
import { useMe } from "../session/me-query.ts";
import { Answer } from "../shell/answer.tsx";
import { wasBookedHere } from "./booked-holds.ts";
import styles from "./booked-page.module.css";

const route = getRouteApi("/$slug/book/done/$appointmentId");

/** It is booked: when, where, what to bring, and into the calendar with it. */
export function BookedPage() {
  const slug = useSlug();
  const { appointmentId } = route.useParams();
  const appointment = useQuery({
    ...routeQuery("appointments.get", { params: { slug, id: appointmentId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (appointment.isError && wasBookedHere(appointmentId)) return <BookedByGuest />;
  return <Answer of={appointment}>{(booked) => <Booked appointment={booked} />}</Answer>;
}

/** After a reload: the details of a guest's appointment are in the messages, which reached the verified contact. */
function BookedByGuest() {
  const { t } = useTranslation();
  const slug = useSlug();
  return (
    <Page title={t("booked.title")} lead={t("booked.in-messages")}>
      <div>
        <ButtonLink look="secondary" to="/$slug" params={{ slug }}>
          {t("booked.another")}
        </ButtonLink>
      </div>
    </Page>
  );
}

function Booked({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const me = useMe();
  return (
    <Page title={t(appointment.shown === "rescheduled" ? "booked.moved" : "booked.title")}>
      <div className={styles.done}>
        <span className={styles.tick}>
          <Icon name="check" size="lg" />
        </span>
        <div className={stack.stack}>
          <WhenBlock start={appointment.start} end={appointment.end} />
          <p>{t("booked.reference", { reference: appointment.reference })}</p>
          <p className={stack.soft}>{t("booked.sent")}</p>
        </div>
      </div>
      <div className={stack.actions}>
        <CalendarButton appointment={appointment} />
        <Button look="secondary" icon="printer" onClick={() => print()}>
          {t("booked.print")}
        </Button>
      </div>
      <AppointmentFacts appointment={appointment} />
      <div className={stack.actions}>
        {me && (
          <ButtonLink look="secondary" to="/$slug/appointments" params={{ slug }}>
            {t("booked.all")}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" to="/$slug" params={{ slug }}>
          {t("booked.another")}
        </ButtonLink>
      </div>
    </Page>
  );
}
