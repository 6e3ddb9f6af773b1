import { ActionIcon, Badge, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TimeOff } from "../../../contract/routes/schedules.ts";
import type { Answer } from "../../api/index.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Card } from "../../ui/staff/card.tsx";
import { Icon } from "../../ui/staff/icon.tsx";
import { ListTable } from "../../ui/staff/list-table.tsx";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { shortMoment } from "../appointments/texts.ts";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import { TimeOffForm } from "./time-off-form.tsx";

interface TimeOffCardProps {
  readonly schedule: Answer<"schedules.get">;
  readonly mayEdit: boolean;
}

/** Time off, absences and meetings; true at once, and the visits inside are listed to be moved. */
export function TimeOffCard({ schedule, mayEdit }: TimeOffCardProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const add = mayEdit && !isAdding && (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Icon name="plus" size={14} />}
      onClick={() => setAdding(true)}
    >
      {t("time-off.add")}
    </Button>
  );
  return (
    <Card title={t("time-off.title")} hint={t("time-off.hint")} actions={add}>
      {isAdding && <TimeOffForm resourceId={schedule.resourceId} onDone={() => setAdding(false)} />}
      {schedule.timeOff.length > 0 && <TimeOffList schedule={schedule} mayEdit={mayEdit} />}
    </Card>
  );
}

function TimeOffList({ schedule, mayEdit }: TimeOffCardProps) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const remove = useWrite("schedules.remove-time-off");
  const from = ({ localStartDate, localStartTime }: TimeOff) =>
    shortMoment({ localDate: localStartDate, localTime: localStartTime }, locale);
  const to = ({ localEndDate, localEndTime }: TimeOff) =>
    shortMoment({ localDate: localEndDate, localTime: localEndTime }, locale);
  return (
    <>
      {remove.problem !== null && <ProblemNotice problem={remove.problem} />}
      <ListTable
        caption={t("time-off.title")}
        rows={schedule.timeOff}
        rowKey={({ id }) => id}
        columns={[
          { key: "from", header: t("hours.from"), cell: from },
          { key: "to", header: t("hours.to"), cell: to },
          {
            key: "kind",
            header: t("fields.kind"),
            cell: ({ kind }) => t(`time-off.kind-${kind}`),
          },
          { key: "note", header: t("fields.note"), cell: ({ note }) => note },
          {
            key: "affected",
            header: t("time-off.affected-short"),
            cell: ({ affected }) =>
              affected > 0 && (
                <Badge color="red" variant="light">
                  {t("diary.visits", { count: affected })}
                </Badge>
              ),
          },
          {
            key: "remove",
            header: t("ui.actions"),
            isHeaderHidden: true,
            cell: (entry) =>
              mayEdit && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("time-off.remove", { from: from(entry) })}
                  onClick={() =>
                    remove.send({
                      params: {
                        ...inOrganisation,
                        id: schedule.resourceId,
                        timeOffId: entry.id,
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
