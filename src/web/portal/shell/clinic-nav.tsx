import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "../../ui/portal/icon.tsx";
import { useMe } from "../session/me-query.ts";
import styles from "./clinic-nav.module.css";

interface Entry {
  readonly to: "/$slug" | "/$slug/appointments" | "/$slug/profile" | "/$slug/sign-in";
  readonly icon: IconName;
  readonly words: "nav.find" | "nav.appointments" | "nav.profile" | "nav.sign-in";
}

/** The same three places in the header of a desk and at the thumb of a phone. */
export function ClinicNav({ slug, place }: { readonly slug: string; readonly place: "header" | "bottom" }) {
  const { t } = useTranslation();
  const me = useMe();
  const { href, pathname, search } = useLocation();
  const next = pathname.endsWith("/sign-in") ? search.next : href;
  const last: Entry = me
    ? { to: "/$slug/profile", icon: "person", words: "nav.profile" }
    : { to: "/$slug/sign-in", icon: "person", words: "nav.sign-in" };
  const entries: Entry[] = [
    { to: "/$slug", icon: "search", words: "nav.find" },
    { to: "/$slug/appointments", icon: "calendar", words: "nav.appointments" },
    last,
  ];
  return (
    <nav aria-label={t("nav.label")} className={styles[place]}>
      {entries.map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          params={{ slug }}
          search={entry.to === "/$slug/sign-in" ? { next } : {}}
          activeOptions={{ exact: entry.to === "/$slug", includeSearch: false }}
          className={styles.link}
        >
          <Icon name={entry.icon} size="sm" />
          {t(entry.words)}
        </Link>
      ))}
    </nav>
  );
}
