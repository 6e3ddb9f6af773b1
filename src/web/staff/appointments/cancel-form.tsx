import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notify } from "../../ui/staff/notify.ts";
import { fieldError } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import { type Requester, RequesterSelect } from "./requester-select.tsx";
import type { TaskProps } from "./task-form.tsx";
import { TaskFrame } from "./task-frame.tsx";
import { useKeepAppointment } from "./use-step.ts";

export function CancelForm({ appointment, onDone }: TaskProps) {
  const { t } = useTranslation();
  const keep = useKeepAppointment();
  const [reason, setReason] = useState("");
  const [requester, setRequester] = useState<Requester>("patient");
  const cancel = useWrite("appointments.cancel", (answer) => {
    keep(answer);
    notify(t("cancel.done"));
    onDone();
  });
  const version = cancel.problem?.current?.version ?? appointment.version;
  return (
    <TaskFrame
      title={t("cancel.title")}
      hint={t("cancel.hint")}
      submit={t("cancel.submit")}
      grave
      isSending={cancel.isSending}
      problem={cancel.problem}
      onBack={onDone}
      onSubmit={() =>
        cancel.send({
          params: { ...inOrganisation, id: appointment.id },
          ifMatch: version,
          body: { reason: reason.trim(), requester },
        })
      }
    >
      <RequesterSelect value={requester} onChange={setRequester} />
      <Textarea
        label={t("fields.reason-of-change")}
        required
        maxLength={1000}
        value={reason}
        onChange={(changed) => setReason(changed.currentTarget.value)}
        error={fieldError(cancel.problem, "reason")}
        data-autofocus
      />
    </TaskFrame>
  );
}
