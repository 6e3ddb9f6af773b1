import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppointmentStatus } from "../../../contract/values.ts";
import { routeQuery } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { Page } from "../../ui/staff/page.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { Permitted } from "../shell/dead-ends.tsx";
import { present } from "../times/present.ts";
import { AppointmentFilters, type Filters, statuses } from "./appointment-filters.tsx";
import { AppointmentTable } from "./appointment-table.tsx";
import styles from "./appointments-page.module.css";

/** Finds appointments by patient, contact, reference, dates, provider, service and status [BOOK-11]. */
export function AppointmentsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("pages.appointments")}>
      <Permitted to="appointment.search">
        <Search />
      </Permitted>
    </Page>
  );
}

function Search() {
  const { t } = useTranslation();
  const filters = useSearch({ from: "/signed-in/appointments" });
  const navigate = useNavigate();
  const change = (part: Partial<Filters>) =>
    void navigate({
      to: "/appointments",
      search: (now) => ({ ...now, ...part }),
      replace: true,
    });
  const { provider, service, status, visit: _, ...rest } = filters;
  const asked = {
    ...rest,
    providerId: provider,
    serviceId: service,
    status: asStatus(status),
    limit: 100,
  };
  const query = useQuery({
    ...routeQuery("appointments.search", {
      params: inOrganisation,
      query: present(asked),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className={styles.filters}>
        <TextFilter text={filters.text ?? ""} onChange={(text) => change({ text })} />
        <AppointmentFilters filters={filters} onChange={change} />
      </div>
      <QueryView query={query}>
        {({ appointments, more }) =>
          appointments.length === 0 ? (
            <EmptyState icon="search" title={t("search.nothing-title")} text={t("search.nothing-text")} />
          ) : (
            <>
              <AppointmentTable caption={t("pages.appointments")} appointments={appointments} />
              {more && <p style={{ padding: "0.75rem" }}>{t("search.more")}</p>}
            </>
          )
        }
      </QueryView>
    </>
  );
}

function asStatus(text: string | undefined): AppointmentStatus | undefined {
  return statuses.find((status) => status === text);
}

interface TextFilterProps {
  readonly text: string;
  readonly onChange: (text: string | undefined) => void;
}

/** Asks after a pause in typing, not for every letter. */
function TextFilter({ text, onChange }: TextFilterProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const [settled] = useDebouncedValue(typed, 300);
  const latest = useRef({ text, onChange });
  useEffect(() => {
    latest.current = { text, onChange };
  });
  useEffect(() => {
    if (settled !== latest.current.text) latest.current.onChange(settled === "" ? undefined : settled);
  }, [settled]);
  return (
    <TextInput
      label={t("search.text")}
      placeholder={t("search.text-hint")}
      leftSection={<Icon name="search" />}
      value={typed}
      maxLength={200}
      onChange={(changed) => setTyped(changed.currentTarget.value)}
    />
  );
}
