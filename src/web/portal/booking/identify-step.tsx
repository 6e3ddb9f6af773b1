import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Hold } from "../../../contract/routes/availability.ts";
import { Icon, type IconName } from "../../ui/portal/icon.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { useClinic } from "../clinic/use-clinic.ts";
import styles from "./identify-step.module.css";
import { OtherTimeLink } from "./other-time-link.tsx";
import { VisitSummary } from "./visit-summary.tsx";

/** Whose appointment is it? The time stays held while the person signs in or registers. */
export function IdentifyStep({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const { slug, clinic } = useClinic();
  const params = { slug, holdId: hold.id };
  const next = `/${slug}/book/held/${hold.id}`;
  return (
    <Page title={t("identify.title")} lead={t("identify.lead")} back={<OtherTimeLink hold={hold} />}>
      <VisitSummary hold={hold} />
      <ul className={styles.ways}>
        <li>
          <Link to="/$slug/sign-in" params={{ slug }} search={{ next }} className={styles.way}>
            <Way icon="person" title={t("identify.sign-in")} text={t("identify.sign-in-hint")} />
          </Link>
        </li>
        <li>
          <Link to="/$slug/register" params={{ slug }} search={{ next }} className={styles.way}>
            <Way icon="star" title={t("identify.register")} text={t("identify.register-hint")} />
          </Link>
        </li>
        {clinic.guestBooking && (
          <li>
            <Link to="/$slug/book/held/$holdId/guest" params={params} className={styles.way}>
              <Way icon="clock" title={t("identify.guest")} text={t("identify.guest-hint")} />
            </Link>
          </li>
        )}
      </ul>
    </Page>
  );
}

function Way({ icon, title, text }: { readonly icon: IconName; readonly title: string; readonly text: string }) {
  return (
    <>
      <Icon name={icon} />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
      </span>
      <Icon name="chevron-right" size="sm" />
    </>
  );
}
