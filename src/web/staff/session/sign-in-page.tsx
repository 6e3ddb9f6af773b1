import { Anchor } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { routeKey, routeQuery } from "../../api/index.ts";
import { Initials } from "../../ui/staff/initials.tsx";
import { applyAccent } from "../../ui/tokens/accent.ts";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import styles from "./sign-in-page.module.css";
import { inOrganisation, slug } from "./slug.ts";

/** Where one signs in to work here; afterwards one is back on the page that asked for it. */
export function SignInPage() {
  const { t } = useTranslation();
  const { back } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const client = useQueryClient();
  const organisation = useQuery(routeQuery("organisation.get", { params: inOrganisation })).data;
  useEffect(() => {
    document.title = `${t("sign-in.title")} · Cita`;
    applyAccent(document.documentElement, organisation?.accent ?? null);
  }, [organisation, t]);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Initials name={organisation?.name ?? slug} size={36} square />
          <div>
            <p className={styles.name}>{organisation?.name ?? slug}</p>
            <p className={styles.product}>{t("sign-in.product")}</p>
          </div>
        </div>
        <h1 className={styles.title}>{t("sign-in.title")}</h1>
        <SignInForm
          onSignedIn={(me) => {
            client.setQueryData(routeKey("me.get", {}), me);
            void navigate({ href: back ?? "/diary", replace: true });
          }}
        />
        <div className={styles.foot}>
          <Anchor href={`/${slug}`} size="sm">
            {t("sign-in.for-patients")}
          </Anchor>
          <LanguageSwitch />
        </div>
      </div>
    </main>
  );
}
