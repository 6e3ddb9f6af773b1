import { Kbd } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { Initials } from "../../ui/staff/initials.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { pageGroups, pagesFor, type StaffPage } from "./pages.ts";
import { useOpenPalette } from "./palette-context.ts";
import { ProfileMenu } from "./profile-menu.tsx";
import styles from "./side-navigation.module.css";

/** The menu at the side: only pages that this person may open. */
export function SideNavigation({ onChosen }: { readonly onChosen?: () => void }) {
  const { t } = useTranslation();
  const staff = useStaff();
  const openPalette = useOpenPalette();
  const pages = pagesFor(staff);
  return (
    <nav className={styles.nav} aria-label={t("shell.navigation")}>
      <div className={styles.organisation}>
        <Initials name={staff.organisation.name} size={30} square />
        <span className={styles.organisationName} title={staff.organisation.name}>
          {staff.organisation.name}
        </span>
      </div>
      <button
        type="button"
        className={styles.search}
        onClick={() => {
          onChosen?.();
          openPalette();
        }}
      >
        <Icon name="search" size={15} />
        <span className={styles.searchText}>{t("shell.search")}</span>
        <Kbd size="xs" aria-hidden="true">
          Ctrl K
        </Kbd>
      </button>
      <div className={styles.groups}>
        {pageGroups.map((group) => {
          const inGroup = pages.filter((page) => page.group === group);
          if (inGroup.length === 0) return null;
          return (
            <section key={group} aria-label={t(`pages.group.${group}`)}>
              <p className={styles.group}>{t(`pages.group.${group}`)}</p>
              <ul className={styles.list}>
                {inGroup.map((page) => (
                  <li key={page.key}>
                    <PageLink page={page} onChosen={onChosen} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <ProfileMenu />
    </nav>
  );
}

function PageLink({ page, onChosen }: { readonly page: StaffPage; readonly onChosen: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <Link to={page.to} className={styles.link} onClick={() => onChosen?.()} activeOptions={{ includeSearch: false }}>
      <Icon name={page.icon} size={17} />
      <span className={styles.linkText}>{t(`pages.${page.key}`)}</span>
      {page.key === "to-contact" && <ToContactCount />}
      {page.key === "displaced" && <DisplacedCount />}
    </Link>
  );
}

/** Worklists say how long they are; a list that is empty says nothing. */
function Count({ of }: { readonly of: number | undefined }) {
  return of === undefined || of === 0 ? null : <span className={styles.count}>{of}</span>;
}

const now = { staleTime: 60_000, refetchInterval: 120_000 };

function ToContactCount() {
  const query = useQuery({
    ...routeQuery("appointments.to-contact", { params: inOrganisation }),
    ...now,
  });
  return <Count of={query.data?.entries.length} />;
}

function DisplacedCount() {
  const query = useQuery({
    ...routeQuery("schedules.displaced", { params: inOrganisation }),
    ...now,
  });
  return <Count of={query.data?.appointments.length} />;
}
