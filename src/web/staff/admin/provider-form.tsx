import { MultiSelect, Select, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import type { AdminProvider } from "../../../contract/routes/administration.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Card } from "../../ui/staff/card.tsx";
import { LocalTextField } from "../../ui/staff/local-text-field.tsx";
import { notify } from "../../ui/staff/notify.ts";
import { fieldError } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { useWrite } from "../session/use-write.ts";
import { FormFoot } from "./form-foot.tsx";
import { languageName, spokenLanguages } from "./language-name.ts";
import { type ProviderDraft, providerDraft } from "./provider-draft.ts";

interface ProviderFormProps {
  /** Left out for a new one. */
  readonly provider: AdminProvider | undefined;
  readonly onDone: () => void;
}

interface SectionProps {
  readonly draft: ProviderDraft;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<ProviderDraft>) => void;
}

export function ProviderForm({ provider, onDone }: ProviderFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => providerDraft(provider));
  const saved = () => {
    notify(t("ui.saved"));
    onDone();
  };
  const create = useWrite("admin.create-provider", saved);
  const update = useWrite("admin.update-provider", saved);
  const { problem, isSending } = provider === undefined ? create : update;
  const section = {
    draft,
    problem,
    onChange: (part: Partial<ProviderDraft>) => setDraft((now) => ({ ...now, ...part })),
  };
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (provider === undefined) create.send({ params: inOrganisation, body: draft });
        else
          update.send({
            params: { ...inOrganisation, id: provider.id },
            ifMatch: provider.version,
            body: draft,
          });
      }}
    >
      <Card title={t("provider.person")}>
        <PersonFields {...section} />
      </Card>
      <Card title={t("provider.work")}>
        <WorkFields {...section} />
      </Card>
      <FormFoot problem={problem} isSending={isSending} onCancel={onDone} />
    </form>
  );
}

const personFields = [
  { key: "prefix", required: false, max: 40 },
  { key: "given", required: true, max: 200 },
  { key: "family", required: true, max: 200 },
  { key: "secondFamily", required: false, max: 200 },
  { key: "email", required: false, max: 254 },
  { key: "phone", required: false, max: 32 },
] as const;

const nullable = new Set<keyof ProviderDraft>(["secondFamily", "email", "phone"]);

function PersonFields({ draft, problem, onChange }: SectionProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {personFields.map(({ key, required, max }) => (
        <TextInput
          key={key}
          label={t(`fields.${key}`)}
          required={required}
          maxLength={max}
          value={draft[key] ?? ""}
          error={fieldError(problem, key)}
          onChange={(changed) => {
            const text = changed.currentTarget.value;
            onChange({ [key]: nullable.has(key) && text === "" ? null : text });
          }}
        />
      ))}
    </SimpleGrid>
  );
}

function WorkFields({ draft, problem, onChange }: SectionProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const languages = [...new Set([...spokenLanguages, ...draft.languages])];
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label={t("fields.role")}
          data={(["doctor", "nurse"] as const).map((value) => ({
            value,
            label: t(`roles.${value}`),
          }))}
          value={draft.role}
          allowDeselect={false}
          onChange={(role) => role !== null && onChange({ role })}
        />
        <MultiSelect
          label={t("fields.departments")}
          data={organisation.departments.map(({ id, name }) => ({
            value: id,
            label: name[locale],
          }))}
          value={draft.departmentIds}
          required
          error={fieldError(problem, "departmentIds")}
          onChange={(departmentIds) => onChange({ departmentIds })}
        />
        <MultiSelect
          label={t("fields.specialties")}
          data={organisation.specialties.map(({ code, name }) => ({
            value: code,
            label: name[locale],
          }))}
          value={draft.specialties}
          searchable
          onChange={(specialties) => onChange({ specialties })}
        />
        <MultiSelect
          label={t("fields.languages")}
          data={languages.map((tag) => ({
            value: tag,
            label: languageName(tag, locale),
          }))}
          value={draft.languages}
          searchable
          onChange={(spoken) => onChange({ languages: spoken })}
        />
      </SimpleGrid>
      <LocalTextField label={t("fields.bio")} value={draft.bio} long onChange={(bio) => onChange({ bio })} />
      <Switch
        label={t("provider.active-label")}
        checked={draft.active}
        onChange={(changed) => onChange({ active: changed.currentTarget.checked })}
      />
    </Stack>
  );
}
