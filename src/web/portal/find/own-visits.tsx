import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { ButtonLink } from "../../ui/portal/button.tsx";
import { Icon } from "../../ui/portal/icon.tsx";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { When } from "../clinic/when.tsx";
import { useMe } from "../session/me-query.ts";
import styles from "./own-visits.module.css";

/** For those who have been here: the next appointment, and a short way to see the same person again. */
export function OwnVisits() {
  const { t } = useTranslation();
  const { text } = useLocale();
  const slug = useSlug();
  const me = useMe();
  const own = useQuery({ ...routeQuery("appointments.own", { params: { slug } }), enabled: Boolean(me) });
  const next = own.data?.upcoming[0];
  const last = own.data?.past.find(({ status }) => status === "fulfilled");
  if (!next && !last) return null;
  return (
    <div className={styles.row}>
      {next && (
        <Link to="/$slug/appointments/$appointmentId" params={{ slug, appointmentId: next.id }} className={styles.card}>
          <Icon name="calendar" />
          <span className={styles.words}>
            <span className={styles.label}>{t("find.your-next")}</span>
            <strong>
              <When start={next.start} />
            </strong>
            <span>
              {text(next.serviceName)} · {next.providerName}
            </span>
          </span>
          <Icon name="chevron-right" size="sm" />
        </Link>
      )}
      {last && (
        <div className={styles.card}>
          <Icon name="repeat" />
          <span className={styles.words}>
            <span className={styles.label}>{t("find.again")}</span>
            <strong>{last.providerName}</strong>
            <span>{text(last.serviceName)}</span>
          </span>
          <ButtonLink
            look="secondary"
            to="/$slug/book/$serviceId"
            params={{ slug, serviceId: last.serviceId }}
            search={{ provider: last.providerId }}
          >
            {t("find.again-button")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
