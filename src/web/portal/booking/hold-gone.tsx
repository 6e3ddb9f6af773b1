import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import type { Hold } from "../../../contract/routes/availability.ts";
import { dateAndTime } from "../../i18n/dates.ts";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { Alternatives } from "./alternatives.tsx";
import { HoldRefusal } from "./hold-refusal.tsx";
import { SoonTimes } from "./soon-times.tsx";
import { useHoldTime } from "./use-hold-time.ts";

interface HoldGoneProps {
  /** As it was, where this tab still knows it. */
  readonly hold: Hold | undefined;
  readonly problem: Problem | null;
}

/** The hold has lapsed: the same time again, if nobody took it, or the nearest others. What was typed is kept. */
export function HoldGone({ hold, problem }: HoldGoneProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const slug = useSlug();
  const again = useHoldTime(hold?.movingAppointmentId ?? undefined);
  const alternatives = problem?.alternatives ?? [];
  return (
    <Page
      title={t("gone.title")}
      lead={hold ? t("gone.lead", { when: dateAndTime(hold.start, locale) }) : t("gone.unknown")}
    >
      <HoldRefusal hold={again} />
      {hold && !again.isError && (
        <div className={stack.actions}>
          <Button
            busy={again.isPending}
            onClick={() =>
              again.mutate({
                serviceId: hold.serviceId,
                providerId: hold.provider.id,
                locationId: hold.location.id,
                startsAt: hold.start.at,
              })
            }
          >
            {t("gone.again")}
          </Button>
        </div>
      )}
      {alternatives.length > 0 && (
        <section className={stack.stack}>
          <h2>{t("gone.others")}</h2>
          <Alternatives times={alternatives} hold={again} />
        </section>
      )}
      {hold && alternatives.length === 0 && (
        <SoonTimes
          title={t("gone.others")}
          serviceId={hold.serviceId}
          providerId={hold.provider.id}
          from={hold.start.localDate}
          hold={again}
        />
      )}
      <div>
        {hold ? (
          <ButtonLink look="secondary" to="/$slug/book/$serviceId" params={{ slug, serviceId: hold.serviceId }}>
            {t("gone.all-times")}
          </ButtonLink>
        ) : (
          <ButtonLink to="/$slug" params={{ slug }}>
            {t("nav.find")}
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}
