import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/portal/icon.tsx";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import styles from "./service-list.module.css";
import type { Service } from "./service-options.tsx";

/** What can be booked, by department; what cannot be booked online says how it can. */
export function ServiceList({ services }: { readonly services: readonly Service[] }) {
  const { clinic, departmentName } = useClinic();
  const departments = clinic.departments.filter(({ id }) => services.some((service) => service.departmentId === id));
  return departments.map(({ id }) => (
    <section key={id} className={styles.department} aria-labelledby={`department-${id}`}>
      <h3 id={`department-${id}`}>{departmentName(id)}</h3>
      <ul className={styles.list}>
        {services
          .filter((service) => service.departmentId === id)
          .map((service) => (
            <li key={service.id}>
              <ServiceRow service={service} />
            </li>
          ))}
      </ul>
    </section>
  ));
}

function ServiceRow({ service }: { readonly service: Service }) {
  const { t } = useTranslation();
  const { text } = useLocale();
  const { slug, clinic } = useClinic();
  const words = (
    <span className={styles.words}>
      <span className={styles.name}>{text(service.name)}</span>
      <span className={styles.facts}>
        {t("service.minutes", { count: service.durationMinutes })} · {t(`modality.${service.modality}`)}
      </span>
    </span>
  );
  if (!service.onlineBookable) {
    return (
      <a href={`tel:${clinic.phone}`} className={styles.row}>
        {words}
        <span className={styles.phone}>{t("service.by-phone")}</span>
        <Icon name="phone" size="sm" />
      </a>
    );
  }
  return (
    <Link to="/$slug/book/$serviceId" params={{ slug, serviceId: service.id }} className={styles.row}>
      {words}
      <Icon name="chevron-right" size="sm" />
    </Link>
  );
}
