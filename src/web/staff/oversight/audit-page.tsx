import { Badge, Group, Select, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Answer, routeQuery } from "../../api/index.ts";
import { addDays, instantText } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { type ListColumn, ListTable } from "../../ui/staff/list-table.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { present } from "../times/present.ts";
import { VerifyAudit } from "./verify-audit.tsx";

type AuditEvent = Answer<"audit.list">["events"][number];
type Outcome = AuditEvent["outcome"];

const outcomes: readonly Outcome[] = ["done", "refused", "failed"];

/** Who did what, when, and how it ended; newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("pages.audit")} subtitle={t("audit.subtitle")} actions={<VerifyAudit />}>
      <Permitted to="audit.view">
        <AuditList />
      </Permitted>
    </Page>
  );
}

function AuditList() {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const { from, to, action, outcome, patient } = useSearch({
    from: "/signed-in/audit",
  });
  const asked = {
    from: startOfDay(from, organisation.zone),
    to: to === undefined ? undefined : startOfDay(addDays(to, 1), organisation.zone),
    action,
    outcome: outcomes.find((one) => one === outcome),
    patientId: patient,
    limit: 200,
  };
  const query = useQuery({
    ...routeQuery("audit.list", {
      params: inOrganisation,
      query: present(asked),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <AuditFilters />
      <QueryView query={query}>
        {({ events, more }) =>
          events.length === 0 ? (
            <EmptyState icon="shield" title={t("audit.empty-title")} text={t("audit.empty-text")} />
          ) : (
            <>
              <EventTable events={events} />
              {more && <p style={{ padding: "0.75rem" }}>{t("audit.more")}</p>}
            </>
          )
        }
      </QueryView>
    </>
  );
}

/** A bound of the search only; no appointment is made of it, so the browser may name the instant. */
function startOfDay(localDate: string | undefined, zone: string): string | undefined {
  if (localDate === undefined) return undefined;
  return Temporal.PlainDate.from(localDate).toZonedDateTime(zone).toInstant().toString();
}

function AuditFilters() {
  const { t } = useTranslation();
  const filters = useSearch({ from: "/signed-in/audit" });
  const navigate = useNavigate();
  const change = (part: Partial<typeof filters>) =>
    void navigate({
      to: "/audit",
      search: (now) => ({ ...now, ...part }),
      replace: true,
    });
  return (
    <Group align="flex-end" gap="sm" mb="md">
      {(["from", "to"] as const).map((end) => (
        <DatePickerInput
          key={end}
          w="10rem"
          label={t(`search.${end}`)}
          placeholder={t("search.any")}
          clearable
          valueFormat={t("ui.date-format")}
          value={filters[end] ?? null}
          onChange={(date) => change({ [end]: date ?? undefined })}
        />
      ))}
      <TextInput
        w="13rem"
        label={t("audit.action")}
        placeholder="appointment.cancel"
        defaultValue={filters.action ?? ""}
        maxLength={64}
        onBlur={(left) => change({ action: left.currentTarget.value.trim() || undefined })}
        onKeyDown={(pressed) => pressed.key === "Enter" && pressed.currentTarget.blur()}
      />
      <Select
        w="10rem"
        label={t("audit.outcome")}
        placeholder={t("search.any")}
        clearable
        data={outcomes.map((value) => ({
          value,
          label: t(`audit.outcome-${value}`),
        }))}
        value={filters.outcome ?? null}
        onChange={(outcome) => change({ outcome: outcome ?? undefined })}
      />
    </Group>
  );
}

function EventTable({ events }: { readonly events: readonly AuditEvent[] }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const columns: readonly ListColumn<AuditEvent>[] = [
    {
      key: "at",
      header: t("fields.when"),
      cell: ({ at }) => <span className="tabular">{instantText(at, locale, organisation.zone)}</span>,
    },
    {
      key: "who",
      header: t("audit.who"),
      cell: ({ actorName, role }) => {
        const roleName = t(`roles.${role}`, { defaultValue: role });
        return actorName === "" ? roleName : `${actorName} (${roleName})`;
      },
    },
    {
      key: "action",
      header: t("audit.action"),
      cell: ({ action }) => <code>{action}</code>,
    },
    {
      key: "outcome",
      header: t("audit.outcome"),
      cell: (one) => <OutcomeMark of={one} />,
    },
    {
      key: "subject",
      header: t("audit.subject"),
      cell: ({ subjectType }) => subjectType ?? "",
      wideOnly: true,
    },
    {
      key: "origin",
      header: t("audit.origin"),
      cell: ({ origin }) => origin,
      wideOnly: true,
    },
    {
      key: "sealed",
      header: t("audit.sealed"),
      cell: ({ sealed }) => t(sealed ? "ui.yes" : "audit.waiting"),
      wideOnly: true,
    },
  ];
  return <ListTable caption={t("pages.audit")} columns={columns} rows={events} rowKey={({ id }) => id} />;
}

function OutcomeMark({ of: { outcome, code } }: { readonly of: AuditEvent }) {
  const { t } = useTranslation();
  return (
    <>
      <Badge variant="light" color={outcome === "done" ? "gray" : "red"}>
        {t(`audit.outcome-${outcome}`)}
      </Badge>{" "}
      {code !== null && <code>{code}</code>}
    </>
  );
}
