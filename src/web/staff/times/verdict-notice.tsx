import { useTranslation } from "react-i18next";
import type { Alternative } from "../../../contract/routes/availability.ts";
import { Icon, type IconName } from "../../ui/staff/icon.tsx";
import { AlternativeButtons } from "./alternative-buttons.tsx";
import type { Verdict } from "./verdict.ts";
import styles from "./verdict-notice.module.css";

const icons: Readonly<Record<Verdict["kind"], IconName>> = {
  none: "clock",
  checking: "clock",
  free: "circle-check",
  override: "alert",
  taken: "ban",
};

interface VerdictNoticeProps {
  readonly verdict: Verdict;
  readonly onAlternative?: (alternative: Alternative) => void;
}

/** The verdict in words, with every reason, and other times as buttons. */
export function VerdictNotice({ verdict, onAlternative }: VerdictNoticeProps) {
  const { t } = useTranslation();
  const reasons = "reasons" in verdict ? [...new Set(verdict.reasons.map(({ text }) => text))] : [];
  return (
    <div className={`${styles.notice} ${styles[verdict.kind]}`} role="status">
      <Icon name={icons[verdict.kind]} size={15} />
      <div>
        <span className={styles.word}>{t(`verdict.${verdict.kind}`)}</span>
        {reasons.length > 0 && (
          <ul className={styles.reasons}>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {verdict.kind === "taken" && onAlternative !== undefined && (
          <div className={styles.alternatives}>
            <AlternativeButtons alternatives={verdict.alternatives} onChoose={onAlternative} />
          </div>
        )}
      </div>
    </div>
  );
}
