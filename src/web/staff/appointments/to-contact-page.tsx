import { Button, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { type Answer, routeQuery } from "../../api/index.ts";
import { instantText } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { type ListColumn, ListTable } from "../../ui/staff/list-table.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { StatusMark } from "./status-mark.tsx";
import { shortMoment } from "./texts.ts";
import { useStep } from "./use-step.ts";
import { useVisit } from "./use-visit.ts";

type Entry = Answer<"appointments.to-contact">["entries"][number];

/** Patients who have not answered to a booking, a change or a cancellation yet [BOOK-09]. */
export function ToContactPage() {
  const { t } = useTranslation();
  const query = useQuery(routeQuery("appointments.to-contact", { params: inOrganisation }));
  return (
    <Page title={t("pages.to-contact")} subtitle={t("to-contact.subtitle")}>
      <Permitted to="appointment.confirm">
        <QueryView query={query}>
          {({ entries }) =>
            entries.length === 0 ? (
              <EmptyState icon="check" title={t("to-contact.empty-title")} text={t("to-contact.empty-text")} />
            ) : (
              <Entries entries={entries} />
            )
          }
        </QueryView>
      </Permitted>
    </Page>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const { organisation } = useStaff();
  const { open } = useVisit();
  const columns: readonly ListColumn<Entry>[] = [
    {
      key: "patient",
      header: t("patient.title"),
      cell: ({ appointment }) => appointment.patient?.fullName ?? t("diary.taken"),
    },
    {
      key: "contact",
      header: t("to-contact.contact"),
      cell: ({ appointment }) => <Contact of={appointment} />,
    },
    {
      key: "about",
      header: t("to-contact.about"),
      cell: ({ about }) => t(`about.${about}`),
    },
    {
      key: "when",
      header: t("fields.when"),
      cell: ({ appointment }) => <span className="tabular">{shortMoment(appointment.start, locale)}</span>,
    },
    {
      key: "status",
      header: t("fields.status"),
      cell: ({ appointment }) => <StatusMark status={appointment.shown} />,
    },
    {
      key: "since",
      header: t("to-contact.since"),
      cell: ({ since }) => instantText(since, locale, organisation.zone),
      wideOnly: true,
    },
    {
      key: "record",
      header: t("ui.actions"),
      isHeaderHidden: true,
      cell: ({ appointment }) => <RecordVerbal appointment={appointment} />,
    },
  ];
  return (
    <ListTable
      caption={t("pages.to-contact")}
      columns={columns}
      rows={entries}
      rowKey={({ appointment, about }) => `${appointment.id} ${about}`}
      onOpen={({ appointment }) => open(appointment.id)}
    />
  );
}

function Contact({ of }: { readonly of: Appointment }) {
  const { phone = null, email = null } = of.patient ?? {};
  return (
    <Group gap="sm">
      {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
      {phone === null && email !== null && <a href={`mailto:${email}`}>{email}</a>}
    </Group>
  );
}

/** The usual outcome of a call in one click; other ways of answering are recorded in the appointment's panel. */
function RecordVerbal({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const step = useStep(appointment);
  const trigger = (["confirm", "acknowledge"] as const).find((one) => appointment.allowed.includes(one));
  if (trigger === undefined) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<Icon name="check" size={14} />}
      loading={step.isSending}
      onClick={() => step.take({ trigger, method: "verbal" })}
    >
      {t(`to-contact.record-${trigger}`)}
    </Button>
  );
}
