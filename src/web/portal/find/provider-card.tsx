import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/index.ts";
import { atStart, clockTime, longDate } from "../../i18n/dates.ts";
import { Avatar } from "../../ui/portal/avatar.tsx";
import { TimeButton } from "../booking/time-button.tsx";
import { isPending, type useHoldTime } from "../booking/use-hold-time.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import styles from "./provider-card.module.css";

export type Provider = Answer<"providers.list">["providers"][number];

interface ProviderCardProps {
  readonly provider: Provider;
  readonly serviceName: string;
  /** The service looked for; without one, that of the next free time. */
  readonly serviceId: string | undefined;
  readonly from: string | undefined;
  readonly place: string | undefined;
  readonly hold: ReturnType<typeof useHoldTime>;
}

/** Who, what, where, in which languages, and the next free time, held by one tap. */
export function ProviderCard({ provider, serviceName, serviceId, from, place, hold }: ProviderCardProps) {
  const { t } = useTranslation();
  const { languageName } = useLocale();
  const { slug, specialtyName, location } = useClinic();
  const service = serviceId ?? provider.next?.serviceId;
  const places = provider.locationIds.map((id) => location(id)?.name ?? "").join(", ");
  return (
    <article className={styles.card} aria-labelledby={`provider-${provider.id}`}>
      <div className={styles.who}>
        <Avatar initials={provider.initials} />
        <div className={styles.words}>
          <h3 id={`provider-${provider.id}`} className={styles.name}>
            {provider.displayName}
          </h3>
          <p className={styles.what}>{provider.specialties.map(specialtyName).join(", ")}</p>
        </div>
      </div>
      <p className={styles.facts}>
        {places} · {t("provider.speaks", { languages: provider.languages.map(languageName).join(", ") })}
      </p>
      <div className={styles.times}>
        <NextTime provider={provider} serviceName={serviceName} from={from} hold={hold} />
        {service && (
          <Link
            to="/$slug/book/$serviceId"
            params={{ slug, serviceId: service }}
            search={{ provider: provider.id, ...(place && { place }), ...(from && { day: from }) }}
            className={styles.more}
          >
            {t("provider.more-times")}
            <span className="visually-hidden"> {t("provider.with", { name: provider.displayName })}</span>
          </Link>
        )}
      </div>
    </article>
  );
}

type NextTimeProps = Pick<ProviderCardProps, "provider" | "serviceName" | "from" | "hold">;

function NextTime({ provider, serviceName, from, hold }: NextTimeProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { next } = provider;
  if (next === null) return <p className={styles.none}>{t("provider.none-free")}</p>;
  if (from !== undefined && next.start.localDate < from) return null;
  const time = {
    serviceId: next.serviceId,
    providerId: provider.id,
    locationId: next.locationId,
    startsAt: next.start.at,
  };
  return (
    <div className={styles.next}>
      <p className={styles.label}>{t("provider.next", { service: serviceName })}</p>
      <TimeButton wide busy={isPending(hold, time)} onPick={() => hold.mutate(time)}>
        {atStart(longDate(next.start.localDate, locale), locale)}, {clockTime(next.start.localTime, locale)}
        <span className="visually-hidden"> {t("provider.with", { name: provider.displayName })}</span>
      </TimeButton>
    </div>
  );
}
