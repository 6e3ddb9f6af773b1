import { NumberInput, Select, SimpleGrid, Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/language.ts";
import { LocalTextField } from "../../ui/staff/local-text-field.tsx";
import { fieldError } from "../../ui/staff/problem-notice.tsx";
import { useStaff } from "../session/staff-context.ts";
import type { ServiceSectionProps } from "./service-form.tsx";

const texts = [
  { key: "name", long: false, required: true },
  { key: "description", long: true, required: false },
  { key: "instructions", long: true, required: false },
  { key: "whatToBring", long: true, required: false },
] as const;

export function ServiceTexts({ draft, problem, onChange }: ServiceSectionProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {texts.map(({ key, long, required }) => (
        <LocalTextField
          key={key}
          label={t(`fields.${key}`)}
          value={draft[key]}
          long={long}
          required={required}
          onChange={(value) => onChange({ [key]: value })}
          error={(locale) => fieldError(problem, `${key}.${locale}`)}
        />
      ))}
    </Stack>
  );
}

export function ServiceTimes({ draft, problem, onChange }: ServiceSectionProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const minutes = (key: "durationMinutes" | "bufferBeforeMinutes" | "bufferAfterMinutes", min: number, max: number) => (
    <NumberInput
      label={t(`fields.${key}`)}
      suffix={` ${t("ui.minutes")}`}
      min={min}
      max={max}
      step={5}
      required
      value={draft[key]}
      error={fieldError(problem, key)}
      onChange={(typed) => typeof typed === "number" && onChange({ [key]: typed })}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
      {minutes("durationMinutes", 5, 1440)}
      {minutes("bufferBeforeMinutes", 0, 240)}
      {minutes("bufferAfterMinutes", 0, 240)}
      <Select
        label={t("fields.department")}
        data={organisation.departments.map(({ id, name }) => ({
          value: id,
          label: name[locale],
        }))}
        value={draft.departmentId}
        allowDeselect={false}
        required
        error={fieldError(problem, "departmentId")}
        onChange={(departmentId) => departmentId !== null && onChange({ departmentId })}
      />
      <Select
        label={t("fields.specialty")}
        data={organisation.specialties.map(({ code, name }) => ({
          value: code,
          label: name[locale],
        }))}
        value={draft.specialty}
        clearable
        searchable
        onChange={(specialty) => onChange({ specialty })}
      />
      <Select
        label={t("fields.modality")}
        data={(["in-person", "video", "phone"] as const).map((value) => ({
          value,
          label: t(`modality.${value}`),
        }))}
        value={draft.modality}
        allowDeselect={false}
        onChange={(modality) => modality !== null && onChange({ modality })}
      />
    </SimpleGrid>
  );
}

export function ServiceSwitches({ draft, onChange }: ServiceSectionProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mt="md">
      <Switch
        label={t("service.online-label")}
        checked={draft.onlineBookable}
        onChange={(changed) => onChange({ onlineBookable: changed.currentTarget.checked })}
      />
      <Switch
        label={t("service.active-label")}
        checked={draft.active}
        onChange={(changed) => onChange({ active: changed.currentTarget.checked })}
      />
    </Stack>
  );
}
