import { useTranslation } from "react-i18next";
import type { Hold } from "../../../contract/routes/availability.ts";
import { Avatar } from "../../ui/portal/avatar.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useLocale } from "../clinic/use-locale.ts";
import { WhenBlock } from "../clinic/when.tsx";
import styles from "./visit-summary.module.css";

/** What is being booked, in one glance, beside every step. */
export function VisitSummary({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const { text } = useLocale();
  return (
    <div className={styles.summary}>
      <WhenBlock start={hold.start} end={hold.end} />
      <div className={styles.who}>
        <Avatar initials={hold.provider.initials} />
        <div>
          <p className={styles.name}>{hold.provider.displayName}</p>
          <p className={stack.small}>
            {text(hold.serviceName)} ·{" "}
            {hold.modality === "in-person" ? hold.location.name : t(`modality.${hold.modality}`)}
          </p>
        </div>
      </div>
    </div>
  );
}
