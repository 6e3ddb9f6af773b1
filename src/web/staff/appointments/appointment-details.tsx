import { Anchor, Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { dateWithYear, instantText, readersClock } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Facts } from "../../ui/staff/facts.tsx";
import styles from "./appointment-panel.module.css";
import { dateAndTimes } from "./texts.ts";

export function AppointmentDetails({ appointment }: { readonly appointment: Appointment }) {
  return (
    <div>
      <VisitFacts appointment={appointment} />
      {appointment.patient !== null && <PatientFacts patient={appointment.patient} />}
      <BookingFacts appointment={appointment} />
    </div>
  );
}

function VisitFacts({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const elsewhere = readersClock(appointment.start, locale);
  return (
    <section className={styles.section}>
      <Facts
        facts={[
          { label: t("fields.when"), value: dateAndTimes(appointment, locale) },
          {
            label: t("fields.your-time"),
            value: elsewhere === null ? null : elsewhere.time,
          },
          {
            label: t("fields.service"),
            value: appointment.serviceName[locale],
          },
          { label: t("fields.provider"), value: appointment.providerName },
          {
            label: t("fields.modality"),
            value: t(`modality.${appointment.modality}`),
          },
          { label: t("fields.room"), value: appointment.roomName },
          { label: t("fields.location"), value: appointment.location.name },
          { label: t("fields.reason"), value: appointment.reason },
          { label: t("fields.notes"), value: appointment.notes },
          {
            label: t("fields.instructions"),
            value: appointment.instructions[locale],
          },
        ]}
      />
    </section>
  );
}

function PatientFacts({ patient }: { readonly patient: NonNullable<Appointment["patient"]> }) {
  const { t } = useTranslation();
  const name: ReactNode = (
    <>
      <Anchor
        size="sm"
        renderRoot={(props) => <Link to="/patients/$patientId" params={{ patientId: patient.id }} {...props} />}
      >
        {patient.fullName}
      </Anchor>{" "}
      {!patient.verified && (
        <Badge size="xs" color="gray" variant="light">
          {t("patient.unverified")}
        </Badge>
      )}
    </>
  );
  const birth = patient.birthDate === null ? null : dateWithYear(patient.birthDate, currentLocale());
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t("patient.title")}</h3>
      <Facts
        facts={[
          { label: t("fields.name"), value: name },
          { label: t("fields.birthDate"), value: birth },
          {
            label: t("fields.phone"),
            value: patient.phone === null ? null : <a href={`tel:${patient.phone}`}>{patient.phone}</a>,
          },
          {
            label: t("fields.email"),
            value: patient.email === null ? null : <a href={`mailto:${patient.email}`}>{patient.email}</a>,
          },
        ]}
      />
    </section>
  );
}

function BookingFacts({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const zone = appointment.start.zone;
  const confirmed =
    appointment.confirmedAt === null
      ? t("appointment.not-confirmed")
      : instantText(appointment.confirmedAt, locale, zone);
  const until = (instant: string | null) => (instant === null ? null : instantText(instant, locale, zone));
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t("appointment.booking")}</h3>
      <Facts
        facts={[
          {
            label: t("fields.reference"),
            value: <span className="tabular">{appointment.reference}</span>,
          },
          {
            label: t("fields.booked"),
            value: instantText(appointment.bookedAt, locale, zone),
          },
          {
            label: t("fields.channel"),
            value: t(`channel.${appointment.channel}`),
          },
          { label: t("fields.confirmed"), value: confirmed },
          {
            label: t("fields.moved"),
            value:
              appointment.rescheduleCount === 0
                ? null
                : t("appointment.times-moved", {
                    count: appointment.rescheduleCount,
                  }),
          },
          {
            label: t("fields.cancel-until"),
            value: until(appointment.cancelUntil),
          },
          {
            label: t("fields.reschedule-until"),
            value: until(appointment.rescheduleUntil),
          },
        ]}
      />
    </section>
  );
}
