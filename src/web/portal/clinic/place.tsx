import { useTranslation } from "react-i18next";
import type { Location } from "../../../contract/routes/organisation.ts";
import { Icon } from "../../ui/portal/icon.tsx";
import stack from "../../ui/portal/stack.module.css";
import { phoneText } from "./phone-text.ts";
import styles from "./place.module.css";
import { useLocale } from "./use-locale.ts";

/** Where to go: address, map, directions, telephone. */
export function Place({ location }: { readonly location: Location }) {
  const { t } = useTranslation();
  const { text } = useLocale();
  const directions = text(location.directions);
  return (
    <div className={stack.withIcon}>
      <Icon name="pin" />
      <div className={stack.tight}>
        <address className={styles.address}>
          <strong>{location.name}</strong>
          <br />
          {addressText(location)}
        </address>
        {directions && <p className={stack.lines}>{directions}</p>}
        <p className={stack.row}>
          {location.mapUrl && (
            <a href={location.mapUrl} target="_blank" rel="noreferrer">
              {t("place.map")}
            </a>
          )}
          <a href={`tel:${location.phone}`}>{t("place.call", { phone: phoneText(location.phone) })}</a>
        </p>
      </div>
    </div>
  );
}

/** One line, postal code before or after the city as the country writes it. */
export function addressText({ addressLines, city, region, postalCode, country }: Location): string {
  const town = country === "US" ? `${city}, ${region} ${postalCode}` : `${postalCode} ${city}`;
  return [...addressLines, town.trim()].join(", ");
}
