import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldError } from "../../ui/staff/problem-notice.tsx";
import type { TaskProps } from "./task-form.tsx";
import { TaskFrame } from "./task-frame.tsx";
import { useStep } from "./use-step.ts";

interface ReasonedStepFormProps extends TaskProps {
  readonly trigger: "no-show" | "undo" | "leave" | "void";
}

/** Steps that are kept on record with a reason; only a no-show speaks for itself. */
export function ReasonedStepForm({ appointment, onDone, trigger }: ReasonedStepFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const step = useStep(appointment, onDone);
  return (
    <TaskFrame
      title={t(`step.${trigger}`)}
      hint={t(`step-hint.${trigger}`)}
      submit={t(`step.${trigger}`)}
      grave={trigger === "void" || trigger === "no-show"}
      isSending={step.isSending}
      problem={step.problem}
      onBack={onDone}
      onSubmit={() =>
        step.take({
          trigger,
          ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
        })
      }
    >
      <Textarea
        label={t("fields.reason-of-change")}
        required={trigger !== "no-show"}
        maxLength={1000}
        value={reason}
        onChange={(changed) => setReason(changed.currentTarget.value)}
        error={fieldError(step.problem, "reason")}
        data-autofocus
      />
    </TaskFrame>
  );
}
