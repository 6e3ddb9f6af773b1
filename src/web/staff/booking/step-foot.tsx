import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./booking-steps.module.css";

interface StepFootProps {
  readonly onBack?: (() => void) | undefined;
  /** Left out where choosing something leads on by itself. */
  readonly onNext?: (() => void) | undefined;
  readonly isComplete?: boolean;
}

export function StepFoot({ onBack, onNext, isComplete = false }: StepFootProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.foot}>
      {onBack === undefined ? (
        <span />
      ) : (
        <Button variant="default" onClick={onBack}>
          {t("ui.back")}
        </Button>
      )}
      {onNext !== undefined && (
        <Button disabled={!isComplete} onClick={onNext}>
          {t("ui.continue")}
        </Button>
      )}
    </div>
  );
}
