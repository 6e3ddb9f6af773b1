import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { currentLocale } from "../../i18n/language.ts";
import { type ListColumn, ListTable } from "../../ui/staff/list-table.tsx";
import { StatusMark } from "./status-mark.tsx";
import { shortMoment } from "./texts.ts";
import { useVisit } from "./use-visit.ts";

interface AppointmentTableProps {
  readonly caption: string;
  readonly appointments: readonly Appointment[];
  /** On a patient's record the name would only repeat itself. */
  readonly withoutPatient?: boolean;
  readonly extra?: readonly ListColumn<Appointment>[];
}

/** A list of appointments; each opens at the side. */
export function AppointmentTable({ caption, appointments, withoutPatient = false, extra = [] }: AppointmentTableProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const { open } = useVisit();
  const when: ListColumn<Appointment> = {
    key: "when",
    header: t("fields.when"),
    cell: ({ start }) => <span className="tabular">{shortMoment(start, locale)}</span>,
  };
  const patient: ListColumn<Appointment> = {
    key: "patient",
    header: t("patient.title"),
    cell: (one) => one.patient?.fullName ?? t("diary.taken"),
  };
  const columns: ListColumn<Appointment>[] = [
    when,
    ...(withoutPatient ? [] : [patient]),
    {
      key: "service",
      header: t("fields.service"),
      cell: ({ serviceName }) => serviceName[locale],
    },
    {
      key: "provider",
      header: t("fields.provider"),
      cell: ({ providerName }) => providerName,
    },
    {
      key: "status",
      header: t("fields.status"),
      cell: ({ shown }) => <StatusMark status={shown} />,
    },
    {
      key: "reference",
      header: t("fields.reference"),
      cell: ({ reference }) => <span className="tabular">{reference}</span>,
      wideOnly: true,
    },
    ...extra,
  ];
  return (
    <ListTable
      caption={caption}
      columns={columns}
      rows={appointments}
      rowKey={({ id }) => id}
      onOpen={({ id }) => open(id)}
    />
  );
}
