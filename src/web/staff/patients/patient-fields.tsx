import { Anchor, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import type { Locale } from "../../../contract/values.ts";
import type { Answer } from "../../api/index.ts";
import { fieldError } from "../../ui/staff/problem-notice.tsx";
import { BirthDateField } from "./birth-date-field.tsx";
import type { PatientDraft } from "./patient-draft.ts";

interface PatientFieldsProps {
  readonly draft: PatientDraft;
  readonly onChange: (part: Partial<PatientDraft>) => void;
  readonly check: Answer<"patients.check"> | undefined;
  /** Of the last attempt to save. */
  readonly problem: Problem | null;
}

type TextKey = "given" | "family" | "secondFamily" | "email" | "phone" | "recordNumber";

/** The fields of a record; what looks like a slip is pointed out below its field, with the suggestion as a button. */
export function PatientFields(props: PatientFieldsProps) {
  const { t } = useTranslation();
  const { draft, onChange } = props;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField {...props} name="given" required autoComplete="off" />
        <TextField {...props} name="family" required autoComplete="off" />
        <TextField {...props} name="secondFamily" autoComplete="off" />
        <BirthDate {...props} />
        <TextField {...props} name="phone" type="tel" autoComplete="off" />
        <TextField {...props} name="email" type="email" autoComplete="off" />
        <TextField {...props} name="recordNumber" autoComplete="off" />
        <div>
          <Text size="sm" fw={500} mb={4} id="patient-language">
            {t("fields.language")}
          </Text>
          <SegmentedControl
            size="sm"
            aria-labelledby="patient-language"
            data={[
              { value: "en", label: t("ui.language.en") },
              { value: "es", label: t("ui.language.es") },
            ]}
            value={draft.locale}
            onChange={(locale: Locale) => onChange({ locale })}
          />
        </div>
      </SimpleGrid>
    </Stack>
  );
}

interface TextFieldProps extends PatientFieldsProps {
  readonly name: TextKey;
  readonly required?: boolean;
  readonly type?: "tel" | "email";
  readonly autoComplete: string;
}

function TextField({ draft, onChange, check, problem, name, ...input }: TextFieldProps) {
  const { t } = useTranslation();
  const said = fieldError(problem, name) ?? check?.problems.find(({ field }) => field === name)?.text;
  return (
    <div>
      <TextInput
        {...input}
        label={t(`fields.${name}`)}
        value={draft[name]}
        maxLength={name === "recordNumber" ? 40 : name === "phone" ? 32 : 200}
        error={said}
        onChange={(changed) => onChange({ [name]: changed.currentTarget.value })}
      />
      <Suggestion field={name} check={check} onChange={onChange} />
    </div>
  );
}

function BirthDate({ draft, onChange, check, problem }: PatientFieldsProps) {
  const said = fieldError(problem, "birthDate") ?? check?.problems.find(({ field }) => field === "birthDate")?.text;
  return (
    <div>
      <BirthDateField value={draft.birthDate} error={said} onChange={(birthDate) => onChange({ birthDate })} />
      <Suggestion field="birthDate" check={check} onChange={onChange} />
    </div>
  );
}

interface SuggestionProps extends Pick<PatientFieldsProps, "check" | "onChange"> {
  readonly field: string;
}

function Suggestion({ field, check, onChange }: SuggestionProps) {
  const suggestions = check?.suggestions.filter((one) => one.field === field) ?? [];
  return suggestions.map((suggestion) => (
    <Anchor
      key={suggestion.value}
      component="button"
      type="button"
      size="xs"
      mt={4}
      onClick={() => onChange({ [suggestion.field]: suggestion.value })}
    >
      {suggestion.text}
    </Anchor>
  ));
}
