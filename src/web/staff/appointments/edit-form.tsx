import { NumberInput, Select, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { routeQuery } from "../../api/index.ts";
import { fieldError } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useWrite } from "../session/use-write.ts";
import type { TaskProps } from "./task-form.tsx";
import { TaskFrame } from "./task-frame.tsx";
import { minutesBetween } from "./texts.ts";
import { useKeepAppointment } from "./use-step.ts";

interface Draft {
  readonly reason: string;
  readonly notes: string;
  readonly roomId: string | null;
  readonly durationMinutes: number;
}

/** Reason, notes, room and length; the time stays. Only what differs is sent. */
export function EditForm({ appointment, onDone }: TaskProps) {
  const { t } = useTranslation();
  const keep = useKeepAppointment();
  const [before] = useState(() => draftOf(appointment));
  const [draft, setDraft] = useState(before);
  const edit = useWrite("appointments.edit", (answer) => {
    keep(answer);
    onDone();
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <TaskFrame
      title={t("edit.title")}
      submit={t("ui.save")}
      isSending={edit.isSending}
      problem={edit.problem}
      onBack={onDone}
      onSubmit={() => {
        const version = edit.problem?.current?.version ?? appointment.version;
        edit.send({
          params: { ...inOrganisation, id: appointment.id },
          ifMatch: version,
          body: changedParts(before, draft),
        });
      }}
    >
      <Textarea
        label={t("fields.reason")}
        maxLength={1000}
        value={draft.reason}
        onChange={(changed) => change({ reason: changed.currentTarget.value })}
        error={fieldError(edit.problem, "reason")}
      />
      <Textarea
        label={t("fields.notes")}
        description={t("fields.notes-hint")}
        maxLength={4000}
        value={draft.notes}
        onChange={(changed) => change({ notes: changed.currentTarget.value })}
        error={fieldError(edit.problem, "notes")}
      />
      <RoomSelect appointment={appointment} value={draft.roomId} onChange={(roomId) => change({ roomId })} />
      <NumberInput
        label={t("fields.length")}
        suffix={` ${t("ui.minutes")}`}
        min={5}
        max={1440}
        step={5}
        value={draft.durationMinutes}
        onChange={(minutes) => typeof minutes === "number" && change({ durationMinutes: minutes })}
        error={fieldError(edit.problem, "durationMinutes")}
      />
    </TaskFrame>
  );
}

function draftOf({ reason, notes, roomId, start, end }: Appointment): Draft {
  return {
    reason: reason ?? "",
    notes: notes ?? "",
    roomId,
    durationMinutes: minutesBetween(start.at, end.at),
  };
}

function changedParts(before: Draft, now: Draft): Partial<Draft> {
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => before[key as keyof Draft] !== value),
  ) as Partial<Draft>;
}

interface RoomSelectProps {
  readonly appointment: Appointment;
  readonly value: string | null;
  readonly onChange: (roomId: string | null) => void;
}

/** The rooms of the diary's day at the appointment's place: whoever may see the diary may choose among them. */
function RoomSelect({ appointment, value, onChange }: RoomSelectProps) {
  const { t } = useTranslation();
  const query = {
    date: appointment.start.localDate,
    locationId: appointment.location.id,
    columns: "room" as const,
  };
  const rooms = useQuery(routeQuery("diary.day", { params: inOrganisation, query })).data?.columns ?? [];
  if (rooms.length === 0 && value === null) return null;
  const choices = rooms.map(({ resourceId, name }) => ({
    value: resourceId,
    label: name,
  }));
  if (value !== null && !choices.some((choice) => choice.value === value)) {
    choices.push({ value, label: appointment.roomName ?? value });
  }
  return <Select label={t("fields.room")} data={choices} value={value} clearable searchable onChange={onChange} />;
}
