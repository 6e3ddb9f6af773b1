import { Button, Checkbox, Group, Select, Stack, Textarea } from "@mantine/core";
import { DatePickerInput, TimeInput } from "@mantine/dates";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/index.ts";
import { longDate, today } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { notify } from "../../ui/staff/notify.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { EmptyState } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { useWrite } from "../session/use-write.ts";
import { AffectedVisits } from "./affected-visits.tsx";
import { emptyTimeOff, type TimeOffDraft, timeOffBody } from "./time-off-draft.ts";

interface TimeOffFormProps {
  readonly resourceId: string;
  readonly onDone: () => void;
}

/** First which visits it would touch, then the entry; changed dates ask again. */
export function TimeOffForm({ resourceId, onDone }: TimeOffFormProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const params = { ...inOrganisation, id: resourceId };
  const [draft, setDraft] = useState(() => emptyTimeOff(today(organisation.zone)));
  const [preview, setPreview] = useState<Answer<"schedules.preview-time-off"> | null>(null);
  const look = useWrite("schedules.preview-time-off", setPreview);
  const add = useWrite("schedules.add-time-off", ({ affected }) => {
    notify(t("time-off.done", { count: affected.length }));
    onDone();
  });
  const body = timeOffBody(draft);
  const problem = add.problem ?? look.problem;
  return (
    <Stack gap="md" mb="md">
      <TimeOffFields
        draft={draft}
        onChange={(part) => {
          setDraft((now) => ({ ...now, ...part }));
          setPreview(null);
        }}
      />
      {preview !== null && <Preview preview={preview} />}
      {problem !== null && <ProblemNotice problem={problem} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t("ui.cancel")}
        </Button>
        {preview === null ? (
          <Button loading={look.isSending} onClick={() => look.send({ params, body })}>
            {t("time-off.preview")}
          </Button>
        ) : (
          <Button loading={add.isSending} onClick={() => add.send({ params, body })}>
            {t("time-off.submit")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Preview({ preview }: { readonly preview: Answer<"schedules.preview-time-off"> }) {
  const { t } = useTranslation();
  const { affected } = preview;
  if (affected.length === 0) return <EmptyState icon="check" title={t("time-off.none-affected")} />;
  return <AffectedVisits title={t("time-off.affected", { count: affected.length })} visits={affected} />;
}

interface TimeOffFieldsProps {
  readonly draft: TimeOffDraft;
  readonly onChange: (part: Partial<TimeOffDraft>) => void;
}

const kinds = ["time-off", "absence", "meeting", "maintenance"] as const;

function TimeOffFields({ draft, onChange }: TimeOffFieldsProps) {
  const { t } = useTranslation();
  const dateField = (end: "firstDate" | "lastDate") => (
    <DatePickerInput
      w="11rem"
      label={t(`time-off.${end}`)}
      description={longDate(draft[end], currentLocale())}
      valueFormat={t("ui.date-format")}
      {...(end === "lastDate" ? { minDate: draft.firstDate } : {})}
      value={draft[end]}
      onChange={(date) => {
        if (date === null) return;
        onChange(end === "firstDate" && date > draft.lastDate ? { firstDate: date, lastDate: date } : { [end]: date });
      }}
    />
  );
  const timeField = (end: "startTime" | "endTime") => (
    <TimeInput
      label={t(`time-off.${end}`)}
      value={draft[end]}
      onChange={(changed) => onChange({ [end]: changed.currentTarget.value })}
    />
  );
  return (
    <>
      <Group align="flex-end" gap="sm">
        <Select
          w="11rem"
          label={t("fields.kind")}
          data={kinds.map((value) => ({
            value,
            label: t(`time-off.kind-${value}`),
          }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(kind) => kind !== null && onChange({ kind })}
        />
        {dateField("firstDate")}
        {!draft.isWholeDays && timeField("startTime")}
        {dateField("lastDate")}
        {!draft.isWholeDays && timeField("endTime")}
      </Group>
      <Checkbox
        label={t("time-off.whole-days")}
        checked={draft.isWholeDays}
        onChange={(changed) => onChange({ isWholeDays: changed.currentTarget.checked })}
      />
      <Textarea
        label={t("fields.note")}
        description={t("time-off.note-hint")}
        maxLength={1000}
        value={draft.note}
        onChange={(changed) => onChange({ note: changed.currentTarget.value })}
      />
    </>
  );
}
