import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../api/index.ts";
import { Button } from "../../ui/portal/button.tsx";
import { EmptyState } from "../../ui/portal/empty-state.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { HoldRefusal } from "../booking/hold-refusal.tsx";
import { useHoldTime } from "../booking/use-hold-time.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { ZoneNote } from "../clinic/zone-note.tsx";
import { Answer } from "../shell/answer.tsx";
import { OwnVisits } from "./own-visits.tsx";
import { ProviderCard } from "./provider-card.tsx";
import { SearchForm, type StartSearch } from "./search-form.tsx";
import { ServiceList } from "./service-list.tsx";
import styles from "./start-page.module.css";
import { useFound } from "./use-found.ts";

const start = getRouteApi("/$slug/");
const shownAtFirst = 6;

/** Find a time: what is free soon stands on the first page. */
export function StartPage() {
  const { t } = useTranslation();
  const { slug, clinic } = useClinic();
  const navigate = useNavigate();
  const search = start.useSearch();
  const found = useFound(search);
  const cache = useQueryClient();
  useLive(slug, search.service ? [`availability:${search.service}`] : [], () => {
    void cache.invalidateQueries({ queryKey: ["providers.list"] });
  });
  const [round, setRound] = useState(0);
  const change = (next: StartSearch) =>
    void navigate({ to: "/$slug", params: { slug }, search: next, replace: true, resetScroll: false });
  const clear = () => {
    setRound(round + 1);
    change({});
  };
  return (
    <Page width="wide" title={t("find.title")} lead={t("find.lead", { clinic: clinic.name })}>
      <OwnVisits />
      <SearchForm key={round} search={search} onChange={change} />
      <Answer of={found.providers} skeleton={<Skeleton rows={4} tall />}>
        {() => <Results search={search} found={found} onClear={clear} />}
      </Answer>
    </Page>
  );
}

interface ResultsProps {
  readonly search: StartSearch;
  readonly found: ReturnType<typeof useFound>;
  readonly onClear: () => void;
}

function Results({ search, found, onClear }: ResultsProps) {
  const { t } = useTranslation();
  const providers = found.foundProviders ?? [];
  const nothing = providers.length === 0 && found.foundServices.length === 0;
  return (
    <>
      <p role="status" className="visually-hidden">
        {t("find.found", { count: providers.length })}
      </p>
      {nothing && (
        <EmptyState
          icon="search"
          title={t("find.nothing")}
          action={<Button onClick={onClear}>{t("find.clear")}</Button>}
        >
          {t("find.nothing-detail")}
        </EmptyState>
      )}
      {providers.length > 0 && <Providers search={search} found={found} />}
      {found.foundServices.length > 0 && (
        <section className={styles.section} aria-labelledby="services">
          <h2 id="services">{t("find.services")}</h2>
          <div className={styles.columns}>
            <ServiceList services={found.foundServices} />
          </div>
        </section>
      )}
    </>
  );
}

function Providers({ search, found }: Pick<ResultsProps, "search" | "found">) {
  const { t } = useTranslation();
  const hold = useHoldTime();
  const [all, setAll] = useState(false);
  const providers = found.foundProviders ?? [];
  const shown = all ? providers : providers.slice(0, shownAtFirst);
  return (
    <section className={styles.section} aria-labelledby="providers">
      <h2 id="providers">{t("find.soonest")}</h2>
      <HoldRefusal hold={hold} />
      <ZoneNote />
      <ul className={styles.grid}>
        {shown.map((provider) => (
          <li key={provider.id}>
            <ProviderCard
              provider={provider}
              serviceName={found.serviceNames.get(provider.next?.serviceId ?? "") ?? ""}
              serviceId={search.service}
              from={search.from}
              place={search.place}
              hold={hold}
            />
          </li>
        ))}
      </ul>
      {shown.length < providers.length && (
        <div>
          <Button look="secondary" onClick={() => setAll(true)}>
            {t("find.show-all", { count: providers.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
