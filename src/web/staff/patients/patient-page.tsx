import { Badge, Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Patient } from "../../../contract/routes/patients.ts";
import { routeQuery } from "../../api/index.ts";
import { dateWithYear, instantText } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Card } from "../../ui/staff/card.tsx";
import { Facts } from "../../ui/staff/facts.tsx";
import { Icon } from "../../ui/staff/icon.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { QueryView } from "../../ui/staff/states.tsx";
import { useOpenBooking } from "../booking/booking-context.ts";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { BackLink } from "../shell/back-link.tsx";
import { Permitted } from "../shell/dead-ends.tsx";
import { CorrectionForm } from "./correction-form.tsx";
import { PatientAppointments } from "./patient-appointments.tsx";

/** One record: who it is, and their appointments past and to come. */
export function PatientPage() {
  const { t } = useTranslation();
  const { patientId } = useParams({ from: "/signed-in/patients/$patientId" });
  const { can } = useStaff();
  const openBooking = useOpenBooking();
  const query = useQuery(
    routeQuery("patients.get", {
      params: { ...inOrganisation, id: patientId },
    }),
  );
  const patient = query.data;
  return (
    <Page
      title={patient?.fullName ?? t("patient.title")}
      subtitle={patient?.birthDate == null ? undefined : dateWithYear(patient.birthDate, currentLocale())}
      back={<BackLink to="/patients" name={t("pages.patients")} />}
      narrow
      actions={
        patient !== undefined &&
        can("appointment.book") && (
          <Button leftSection={<Icon name="calendar-plus" />} onClick={() => openBooking({ patient })}>
            {t("patient.book")}
          </Button>
        )
      }
    >
      <Permitted to="patient.view">
        <QueryView query={query}>{(found) => <DetailsCard key={found.version} patient={found} />}</QueryView>
        <PatientAppointments patientId={patientId} />
      </Permitted>
    </Page>
  );
}

function DetailsCard({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation();
  const { can } = useStaff();
  const [isEditing, setEditing] = useState(false);
  const edit = can("patient.update") && !isEditing && (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Icon name="edit" size={14} />}
      onClick={() => setEditing(true)}
    >
      {t("ui.edit")}
    </Button>
  );
  return (
    <Card title={t("patient.details")} actions={edit}>
      {isEditing ? (
        <CorrectionForm patient={patient} onDone={() => setEditing(false)} />
      ) : (
        <PatientFacts patient={patient} />
      )}
    </Card>
  );
}

function PatientFacts({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  return (
    <Facts
      facts={[
        {
          label: t("fields.phone"),
          value: <Contact kind="phone" value={patient.phone} verified={patient.phoneVerified} />,
        },
        {
          label: t("fields.email"),
          value: <Contact kind="email" value={patient.email} verified={patient.emailVerified} />,
        },
        {
          label: t("fields.language"),
          value: t(`ui.language.${patient.locale}`),
        },
        { label: t("fields.recordNumber"), value: patient.recordNumber },
        {
          label: t("patient.account"),
          value: patient.hasAccount ? t("ui.yes") : t("ui.no"),
        },
        {
          label: t("patient.registered"),
          value: instantText(patient.registeredAt, locale, organisation.zone),
        },
      ]}
    />
  );
}

interface ContactProps {
  readonly kind: "phone" | "email";
  readonly value: string | null;
  readonly verified: boolean;
}

function Contact({ kind, value, verified }: ContactProps) {
  const { t } = useTranslation();
  if (value === null) return <span style={{ color: "var(--ink-soft)" }}>{t("patient.no-contact")}</span>;
  return (
    <Group gap="xs">
      <a href={`${kind === "phone" ? "tel" : "mailto"}:${value}`}>{value}</a>
      <Badge size="xs" variant="light" color={verified ? "brand" : "gray"}>
        {t(verified ? "patient.verified" : "patient.unverified")}
      </Badge>
    </Group>
  );
}
