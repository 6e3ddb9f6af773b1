import { ActionIcon, Button, Group, Select } from "@mantine/core";
import { DatePickerInput, TimeInput } from "@mantine/dates";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/index.ts";
import { clockTime, dateWithYear } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Card } from "../../ui/staff/card.tsx";
import { Icon } from "../../ui/staff/icon.tsx";
import { ListTable } from "../../ui/staff/list-table.tsx";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { useWrite } from "../session/use-write.ts";

type Schedule = Answer<"schedules.get">;
type Exception = Schedule["exceptions"][number];
type Kind = Exception["kind"];

interface ExceptionsCardProps {
  readonly schedule: Schedule;
  readonly mayEdit: boolean;
}

/** Single dates that differ from the week: closed, other hours, or hours on top. */
export function ExceptionsCard({ schedule, mayEdit }: ExceptionsCardProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const add = mayEdit && !isAdding && (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Icon name="plus" size={14} />}
      onClick={() => setAdding(true)}
    >
      {t("exceptions.add")}
    </Button>
  );
  return (
    <Card title={t("exceptions.title")} hint={t("exceptions.hint")} actions={add}>
      {isAdding && <ExceptionForm resourceId={schedule.resourceId} onDone={() => setAdding(false)} />}
      {schedule.exceptions.length > 0 && <ExceptionList schedule={schedule} mayEdit={mayEdit} />}
    </Card>
  );
}

function ExceptionList({ schedule, mayEdit }: ExceptionsCardProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const remove = useWrite("schedules.remove-exception");
  const hours = ({ from, to }: Exception) =>
    from === null || to === null ? "" : `${clockTime(from, locale)} – ${clockTime(to, locale)}`;
  return (
    <>
      {remove.problem !== null && <ProblemNotice problem={remove.problem} />}
      <ListTable
        caption={t("exceptions.title")}
        rows={schedule.exceptions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "date",
            header: t("fields.date"),
            cell: ({ localDate }) => dateWithYear(localDate, locale),
          },
          {
            key: "kind",
            header: t("fields.kind"),
            cell: ({ kind }) => t(`exceptions.kind-${kind}`),
          },
          { key: "hours", header: t("hours.title-short"), cell: hours },
          {
            key: "place",
            header: t("fields.location"),
            cell: ({ locationId }) => organisation.locations.find(({ id }) => id === locationId)?.name ?? "",
          },
          {
            key: "remove",
            header: t("ui.actions"),
            isHeaderHidden: true,
            cell: (exception) =>
              mayEdit && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("exceptions.remove", {
                    date: dateWithYear(exception.localDate, locale),
                  })}
                  onClick={() =>
                    remove.send({
                      params: {
                        ...inOrganisation,
                        id: schedule.resourceId,
                        exceptionId: exception.id,
                      },
                    })
                  }
                >
                  <Icon name="trash" size={15} />
                </ActionIcon>
              ),
          },
        ]}
      />
    </>
  );
}

function ExceptionForm({ resourceId, onDone }: { readonly resourceId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const [localDate, setDate] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>("closed");
  const [locationId, setLocation] = useState<string | null>(organisation.locations[0]?.id ?? null);
  const [from, setFrom] = useState("09:00");
  const [to, setTo] = useState("13:00");
  const add = useWrite("schedules.add-exception", onDone);
  const isClosed = kind === "closed";
  const submit = () => {
    if (localDate === null) return;
    const hours = isClosed ? { locationId: null, from: null, to: null } : { locationId, from, to };
    add.send({
      params: { ...inOrganisation, id: resourceId },
      body: { localDate, kind, ...hours },
    });
  };
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        submit();
      }}
    >
      <Group align="flex-end" gap="sm" mb="md">
        <DatePickerInput
          w="11rem"
          label={t("fields.date")}
          required
          valueFormat={t("ui.date-format")}
          value={localDate}
          onChange={setDate}
        />
        <Select
          w="11rem"
          label={t("fields.kind")}
          data={(["closed", "hours", "extra"] as const).map((value) => ({
            value,
            label: t(`exceptions.kind-${value}`),
          }))}
          value={kind}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && setKind(chosen)}
        />
        {!isClosed && (
          <>
            <TimeInput
              label={t("hours.from")}
              required
              value={from}
              onChange={(changed) => setFrom(changed.currentTarget.value)}
            />
            <TimeInput
              label={t("hours.to")}
              required
              value={to}
              onChange={(changed) => setTo(changed.currentTarget.value)}
            />
            <Select
              w="12rem"
              label={t("fields.location")}
              data={organisation.locations.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              value={locationId}
              allowDeselect={false}
              onChange={setLocation}
            />
          </>
        )}
        <Button type="submit" loading={add.isSending} disabled={localDate === null}>
          {t("ui.add")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t("ui.cancel")}
        </Button>
      </Group>
      {add.problem !== null && <ProblemNotice problem={add.problem} />}
    </form>
  );
}
