import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { routeQuery, useLive } from "../../api/index.ts";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { EmptyState } from "../../ui/portal/empty-state.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useSlug } from "../clinic/use-clinic.ts";
import { Answer } from "../shell/answer.tsx";
import { AppointmentCard } from "./appointment-card.tsx";

const pastAtFirst = 5;

/** One's own appointments: what comes, then what was. */
export function AppointmentsPage() {
  const { t } = useTranslation();
  const slug = useSlug();
  const cache = useQueryClient();
  const own = useQuery(routeQuery("appointments.own", { params: { slug } }));
  useLive(slug, ["own"], () => void cache.invalidateQueries({ queryKey: ["appointments.own"] }));
  const find = (
    <ButtonLink to="/$slug" params={{ slug }}>
      {t("appointments.find")}
    </ButtonLink>
  );
  return (
    <Page title={t("appointments.title")}>
      <Answer of={own} skeleton={<Skeleton rows={3} tall />}>
        {({ upcoming, past }) => (
          <>
            <section className={stack.stack}>
              <h2>{t("appointments.upcoming")}</h2>
              {upcoming.length === 0 ? (
                <EmptyState icon="calendar" title={t("appointments.none")} action={find}>
                  {t("appointments.none-detail")}
                </EmptyState>
              ) : (
                <>
                  <List appointments={upcoming} />
                  <div>{find}</div>
                </>
              )}
            </section>
            {past.length > 0 && <Past appointments={past} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function List({ appointments }: { readonly appointments: readonly Appointment[] }) {
  return (
    <ul className={stack.stack}>
      {appointments.map((appointment) => (
        <li key={appointment.id}>
          <AppointmentCard appointment={appointment} />
        </li>
      ))}
    </ul>
  );
}

function Past({ appointments }: { readonly appointments: readonly Appointment[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? appointments : appointments.slice(0, pastAtFirst);
  return (
    <section className={stack.stack}>
      <h2>{t("appointments.past")}</h2>
      <List appointments={shown} />
      {shown.length < appointments.length && (
        <div>
          <Button look="secondary" onClick={() => setAll(true)}>
            {t("appointments.show-all", { count: appointments.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
