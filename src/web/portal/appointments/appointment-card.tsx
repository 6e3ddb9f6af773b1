import { Link } from "@tanstack/react-router";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { Icon } from "../../ui/portal/icon.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { WhenBlock } from "../clinic/when.tsx";
import styles from "./appointment-card.module.css";
import { StatusTag } from "./status-tag.tsx";

/** One appointment in a list; the whole card leads to it. */
export function AppointmentCard({ appointment }: { readonly appointment: Appointment }) {
  const { text } = useLocale();
  const slug = useSlug();
  return (
    <Link
      to="/$slug/appointments/$appointmentId"
      params={{ slug, appointmentId: appointment.id }}
      className={styles.card}
    >
      <div className={styles.words}>
        <StatusTag shown={appointment.shown} />
        <WhenBlock start={appointment.start} />
        <p>
          <strong>{text(appointment.serviceName)}</strong> · {appointment.providerName}
        </p>
        <p className={stack.small}>{appointment.location.name}</p>
      </div>
      <Icon name="chevron-right" />
    </Link>
  );
}
