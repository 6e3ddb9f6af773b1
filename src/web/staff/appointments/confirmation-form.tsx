import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { confirmationMethod } from "../../../contract/values.ts";
import type { TaskProps } from "./task-form.tsx";
import { TaskFrame } from "./task-frame.tsx";
import { useStep } from "./use-step.ts";

type Method = z.infer<typeof confirmationMethod>;

/** What the desk can have heard or read; portal and link are recorded by the system itself. */
const methods: readonly Method[] = ["verbal", "email", "sms"];

interface ConfirmationFormProps extends TaskProps {
  /** A booking or change is confirmed, a cancellation acknowledged. */
  readonly trigger: "confirm" | "acknowledge";
}

/** Puts the client's answer on record, with its method; the server notes the time [BOOK-09]. */
export function ConfirmationForm({ appointment, onDone, trigger }: ConfirmationFormProps) {
  const { t } = useTranslation();
  const [method, setMethod] = useState<Method>("verbal");
  const [note, setNote] = useState("");
  const step = useStep(appointment, onDone);
  return (
    <TaskFrame
      title={t(`confirmation.title-${trigger}`)}
      hint={t("confirmation.hint")}
      submit={t("confirmation.submit")}
      isSending={step.isSending}
      problem={step.problem}
      onBack={onDone}
      onSubmit={() =>
        step.take({
          trigger,
          method,
          ...(note.trim() === "" ? {} : { reason: note.trim() }),
        })
      }
    >
      <Select
        label={t("confirmation.method")}
        data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        value={method}
        allowDeselect={false}
        onChange={(chosen) => chosen !== null && setMethod(chosen)}
      />
      <Textarea
        label={t("confirmation.note")}
        maxLength={1000}
        value={note}
        onChange={(changed) => setNote(changed.currentTarget.value)}
      />
    </TaskFrame>
  );
}
