import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { instantText } from "../../i18n/dates.ts";
import { ButtonAnchor } from "../../ui/portal/button.tsx";
import { Notice } from "../../ui/portal/notice.tsx";
import stack from "../../ui/portal/stack.module.css";
import { phoneText } from "../clinic/phone-text.ts";
import { useLocale } from "../clinic/use-locale.ts";

/** Until when it can be changed online; after that, the clinic's phone [BOOK-12]. */
export function Deadlines({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { allowed, status, start, location, cancelUntil, rescheduleUntil } = appointment;
  if (status !== "booked" && status !== "pending") return null;
  if (!allowed.includes("reschedule") && !allowed.includes("cancel")) {
    return (
      <Notice
        tone="info"
        title={t("deadline.passed")}
        actions={
          <ButtonAnchor look="secondary" icon="phone" href={`tel:${location.phone}`}>
            {t("place.call", { phone: phoneText(location.phone) })}
          </ButtonAnchor>
        }
      >
        <p>{t("deadline.call")}</p>
      </Notice>
    );
  }
  const until = (instant: string | null) => (instant === null ? null : instantText(instant, locale, start.zone));
  const moveUntil = until(rescheduleUntil);
  const cancelEnd = until(cancelUntil);
  return (
    <p className={stack.small}>
      {moveUntil !== null && moveUntil === cancelEnd ? (
        t("deadline.both", { when: moveUntil })
      ) : (
        <>
          {moveUntil && t("deadline.move", { when: moveUntil })}{" "}
          {cancelEnd && t("deadline.cancel", { when: cancelEnd })}
        </>
      )}
    </p>
  );
}
