import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Patient, PatientMatch } from "../../../contract/routes/patients.ts";
import { currentLocale } from "../../i18n/language.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import { draftFromSearch, registration } from "./patient-draft.ts";
import { PatientFields } from "./patient-fields.tsx";
import { PatientMatches } from "./patient-matches.tsx";
import { usePatientCheck } from "./use-patient-check.ts";

interface RegisterFormProps {
  /** What was typed into the search before. */
  readonly searched?: string;
  readonly onRegistered: (patient: Patient) => void;
  readonly onCancel: () => void;
}

/** A new record. Likely duplicates show while typing: one of them is taken, or the desk says that it is another person. */
export function RegisterForm({ searched = "", onRegistered, onCancel }: RegisterFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftFromSearch(searched, currentLocale()));
  const [isAnother, setAnother] = useState(false);
  const check = usePatientCheck(draft);
  const register = useWrite("patients.register", onRegistered);
  const duplicates = register.problem?.duplicates ?? check?.duplicates ?? [];
  const mustDecide = duplicates.length > 0 && !isAnother;
  const isDuplicate = register.problem?.code === "likely_duplicate";
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const notADuplicate = isAnother ? { notADuplicate: true } : {};
        register.send({
          params: inOrganisation,
          body: { ...registration(draft), ...notADuplicate },
        });
      }}
    >
      <Stack gap="md">
        <PatientFields
          draft={draft}
          check={check}
          problem={register.problem}
          onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
        {duplicates.length > 0 && (
          <Duplicates matches={duplicates} isAnother={isAnother} onAnother={setAnother} onUse={onRegistered} />
        )}
        {register.problem !== null && !isDuplicate && <ProblemNotice problem={register.problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t("ui.back")}
          </Button>
          <Button type="submit" loading={register.isSending} disabled={mustDecide}>
            {t("patient.register-submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface DuplicatesProps {
  readonly matches: readonly PatientMatch[];
  readonly isAnother: boolean;
  readonly onAnother: (isAnother: boolean) => void;
  readonly onUse: (patient: Patient) => void;
}

function Duplicates({ matches, isAnother, onAnother, onUse }: DuplicatesProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" fw={600}>
        {t("patient.duplicates", { count: matches.length })}
      </Text>
      <PatientMatches label={t("patient.duplicates", { count: matches.length })} matches={matches} onPick={onUse} />
      <Checkbox
        label={t("patient.not-a-duplicate")}
        checked={isAnother}
        onChange={(changed) => onAnother(changed.currentTarget.checked)}
      />
    </Stack>
  );
}
