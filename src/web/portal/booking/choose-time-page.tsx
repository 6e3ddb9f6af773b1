import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { useServices, useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { Answer } from "../shell/answer.tsx";
import { NotFoundNotice } from "../shell/not-found-notice.tsx";
import { TimePicker } from "./time-picker.tsx";
import { useHoldTime } from "./use-hold-time.ts";

const route = getRouteApi("/$slug/book/$serviceId");

/** The time for one service. */
export function ChooseTimePage() {
  const { t } = useTranslation();
  const { text } = useLocale();
  const slug = useSlug();
  const { serviceId } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const services = useServices();
  const hold = useHoldTime();
  const back = (
    <BackLink to="/$slug" params={{ slug }}>
      {t("nav.find")}
    </BackLink>
  );
  return (
    <Answer of={services} skeleton={<Skeleton rows={3} tall />}>
      {({ services: all }) => {
        const service = all.find(({ id }) => id === serviceId);
        if (service === undefined) return <NotFoundNotice />;
        const facts = `${t("service.minutes", { count: service.durationMinutes })} · ${t(`modality.${service.modality}`)}`;
        return (
          <Page width="wide" title={text(service.name)} lead={facts} back={back}>
            <TimePicker
              serviceId={serviceId}
              search={search}
              hold={hold}
              onSearch={(changes) =>
                void navigate({
                  to: "/$slug/book/$serviceId",
                  params: { slug, serviceId },
                  search: { ...search, ...changes },
                  replace: true,
                  resetScroll: false,
                })
              }
            />
          </Page>
        );
      }}
    </Answer>
  );
}
