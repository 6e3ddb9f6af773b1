import { ColorInput, Select, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import type { Answer } from "../../api/index.ts";
import { Card } from "../../ui/staff/card.tsx";
import { notify } from "../../ui/staff/notify.ts";
import { fieldError } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import { FormFoot } from "./form-foot.tsx";
import { PolicyFields } from "./policy-fields.tsx";

type Settings = Answer<"admin.settings">;
type Draft = Omit<Settings, "version" | "defaults">;

/** The organisation's own facts and its rules of booking; what is left empty is the product's default, shown in the field. */
export function SettingsForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const { version, defaults, ...start } = settings;
  const [draft, setDraft] = useState<Draft>(start);
  const update = useWrite("admin.update-settings", () => notify(t("ui.saved")));
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const section = { draft, problem: update.problem, onChange: change };
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        update.send({ params: inOrganisation, ifMatch: version, body: draft });
      }}
    >
      <Card title={t("settings.organisation")}>
        <OrganisationFields {...section} />
      </Card>
      <Card title={t("settings.public")}>
        <PublicSwitches {...section} />
      </Card>
      <Card title={t("policy.title")} hint={t("policy.organisation-hint")}>
        <PolicyFields
          value={draft.policy}
          defaults={defaults}
          problem={update.problem}
          onChange={(part) => change({ policy: { ...draft.policy, ...part } })}
        />
      </Card>
      <FormFoot problem={update.problem} isSending={update.isSending} />
    </form>
  );
}

interface SectionProps {
  readonly draft: Draft;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<Draft>) => void;
}

function OrganisationFields({ draft, problem, onChange }: SectionProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {(["name", "phone", "email"] as const).map((key) => (
        <TextInput
          key={key}
          label={t(`fields.${key}`)}
          required
          maxLength={key === "phone" ? 32 : 200}
          value={draft[key]}
          error={fieldError(problem, key)}
          onChange={(changed) => onChange({ [key]: changed.currentTarget.value })}
        />
      ))}
      <Select
        label={t("fields.zone")}
        data={Intl.supportedValuesOf("timeZone")}
        value={draft.zone}
        searchable
        allowDeselect={false}
        error={fieldError(problem, "zone")}
        onChange={(zone) => zone !== null && onChange({ zone })}
      />
      <ColorInput
        label={t("fields.accent")}
        description={t("settings.accent-hint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        format="hex"
        withEyeDropper={false}
        value={draft.accent ?? ""}
        error={fieldError(problem, "accent")}
        onChange={(accent) =>
          onChange({
            accent: /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : null,
          })
        }
      />
    </SimpleGrid>
  );
}

function PublicSwitches({ draft, onChange }: SectionProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {(["listed", "guestBooking"] as const).map((key) => (
        <Switch
          key={key}
          label={t(`settings.${key}`)}
          description={t(`settings.${key}-hint`)}
          checked={draft[key]}
          onChange={(changed) => onChange({ [key]: changed.currentTarget.checked })}
        />
      ))}
    </Stack>
  );
}
