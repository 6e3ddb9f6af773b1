import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../i18n/dates.ts";
import { useStaff } from "../session/staff-context.ts";
import { useVerdict } from "../times/use-verdict.ts";
import type { BookingStart } from "./booking-context.ts";
import { type BookingDraft, draftFrom, wantedVisit } from "./booking-draft.ts";
import styles from "./booking-steps.module.css";
import { PatientStep } from "./patient-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { VisitStep } from "./visit-step.tsx";

const steps = ["visit", "patient", "review"] as const;
type Step = (typeof steps)[number];

interface BookingStepsProps {
  readonly start: BookingStart;
  /** A patient was chosen, or something typed: closing would lose it. */
  readonly onTouched: () => void;
  readonly onClose: () => void;
}

/** Three short steps: what and when, for whom, and everything once more before it is final [BOOK-02]. */
export function BookingSteps({ start, onTouched, onClose }: BookingStepsProps) {
  const { organisation } = useStaff();
  const [draft, setDraft] = useState(() => draftFrom(start, today(organisation.zone)));
  const [step, setStep] = useState<Step>("visit");
  const verdict = useVerdict(wantedVisit(draft));
  const change = (part: Partial<BookingDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    if ("patient" in part || "reason" in part || "notes" in part) onTouched();
  };
  return (
    <>
      <StepList current={step} />
      {step === "visit" && (
        <VisitStep draft={draft} verdict={verdict} onChange={change} onNext={() => setStep("patient")} />
      )}
      {step === "patient" && (
        <PatientStep draft={draft} onChange={change} onBack={() => setStep("visit")} onNext={() => setStep("review")} />
      )}
      {step === "review" && (
        <ReviewStep
          draft={draft}
          verdict={verdict}
          onChange={change}
          onChooseTime={() => setStep("visit")}
          onBack={() => setStep("patient")}
          onBooked={onClose}
        />
      )}
    </>
  );
}

function StepList({ current }: { readonly current: Step }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t("booking.steps")}>
      {steps.map((step) => (
        <li
          key={step}
          className={styles.step}
          aria-current={step === current ? "step" : undefined}
          data-done={steps.indexOf(step) < steps.indexOf(current)}
        >
          {t(`booking.step-${step}`)}
        </li>
      ))}
    </ol>
  );
}
