import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { dateAndTime } from "../../i18n/dates.ts";
import { ButtonLink } from "../../ui/portal/button.tsx";
import { Notice } from "../../ui/portal/notice.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { HoldRefusal } from "../booking/hold-refusal.tsx";
import { SoonTimes } from "../booking/soon-times.tsx";
import { useHoldTime } from "../booking/use-hold-time.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";

/** It is cancelled; whoever still needs the visit finds new times right here. */
export function CancelledPage({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const { locale, text } = useLocale();
  const slug = useSlug();
  const hold = useHoldTime();
  const { serviceId, providerId } = appointment;
  return (
    <Page title={t("cancelled.title")}>
      <Notice tone="good" role="status" title={text(appointment.serviceName)}>
        <p>{t("cancelled.detail", { when: dateAndTime(appointment.start, locale) })}</p>
      </Notice>
      <HoldRefusal hold={hold} />
      <SoonTimes title={t("cancelled.new-times")} serviceId={serviceId} providerId={providerId} hold={hold} />
      <div className={stack.actions}>
        <ButtonLink to="/$slug/book/$serviceId" params={{ slug, serviceId }} search={{ provider: providerId }}>
          {t("cancelled.all-times")}
        </ButtonLink>
        <ButtonLink look="secondary" to="/$slug/appointments" params={{ slug }}>
          {t("booked.all")}
        </ButtonLink>
      </div>
    </Page>
  );
}
