import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Patient } from "../../../contract/routes/patients.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import { correction, draftOf } from "./patient-draft.ts";
import { PatientFields } from "./patient-fields.tsx";

interface CorrectionFormProps {
  readonly patient: Patient;
  readonly onDone: () => void;
}

/** Corrects a record that exists; only what differs is sent. */
export function CorrectionForm({ patient, onDone }: CorrectionFormProps) {
  const { t } = useTranslation();
  const [before] = useState(() => draftOf(patient));
  const [draft, setDraft] = useState(before);
  const update = useWrite("patients.update", onDone);
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        update.send({
          params: { ...inOrganisation, id: patient.id },
          ifMatch: patient.version,
          body: correction(before, draft),
        });
      }}
    >
      <Stack gap="md">
        <PatientFields
          draft={draft}
          check={undefined}
          problem={update.problem}
          onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
        {update.problem !== null && <ProblemNotice problem={update.problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t("ui.cancel")}
          </Button>
          <Button type="submit" loading={update.isSending}>
            {t("ui.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
