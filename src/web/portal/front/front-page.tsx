import { useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { EmptyState } from "../../ui/portal/empty-state.tsx";
import { Icon } from "../../ui/portal/icon.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import { phoneText } from "../clinic/phone-text.ts";
import { Answer } from "../shell/answer.tsx";
import styles from "./front-page.module.css";

/** The clinics on this installation that chose to be listed. */
export function FrontPage() {
  const { t } = useTranslation();
  const organisations = useQuery(routeQuery("platform.organisations", {}));
  return (
    <Page title={t("front.title")} lead={t("front.lead")}>
      <Answer of={organisations} skeleton={<Skeleton rows={2} tall />}>
        {({ organisations: listed, setupNeeded, demo }) => {
          if (setupNeeded) return <Navigate to="/setup" />;
          return (
            <>
              {listed.length === 0 && (
                <EmptyState icon="info" title={t("front.none")}>
                  {t("front.none-detail")}
                </EmptyState>
              )}
              <ul className={styles.list}>
                {listed.map(({ slug, name, city, phone }) => (
                  <li key={slug}>
                    <Link to="/$slug" params={{ slug }} className={styles.clinic}>
                      <span className={styles.mark} aria-hidden="true">
                        {name.charAt(0)}
                      </span>
                      <span className={styles.words}>
                        <span className={styles.name}>{name}</span>
                        <span className={styles.city}>
                          {city} · {phoneText(phone)}
                        </span>
                      </span>
                      <Icon name="chevron-right" />
                    </Link>
                  </li>
                ))}
              </ul>
              {demo && (
                <p>
                  <Link to="/outbox">{t("footer.outbox")}</Link>
                </p>
              )}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
