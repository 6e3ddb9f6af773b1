import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import type { ShownStatus } from "../../../contract/values.ts";
import { type RequestOf, routeKey } from "../../api/index.ts";
import { notify } from "../../ui/staff/notify.ts";
import { inOrganisation } from "../session/slug.ts";
import { useWrite, type Write } from "../session/use-write.ts";
import { type PlainStep, shownAfter } from "./next-step.ts";

type StepBody = RequestOf<"appointments.step">["body"];

interface Stepping extends Pick<Write<"appointments.step">, "problem" | "isSending"> {
  readonly take: (body: StepBody) => void;
}

/** Takes a step of the appointment's life and says so; a stale version is answered with the newest state. */
export function useStep(appointment: Pick<Appointment, "id" | "version">, onDone?: () => void): Stepping {
  const { t } = useTranslation();
  const keep = useKeepAppointment();
  const showAtOnce = useShowInDiary();
  const step = useWrite("appointments.step", (answer) => {
    keep(answer);
    notify(t("appointment.now", { status: t(`status.${answer.shown}`) }));
    onDone?.();
  });
  return {
    problem: step.problem,
    isSending: step.isSending,
    take(body) {
      if (body.trigger in shownAfter) showAtOnce(appointment.id, shownAfter[body.trigger as PlainStep]);
      const version = step.problem?.current?.version ?? appointment.version;
      step.send({
        params: { ...inOrganisation, id: appointment.id },
        ifMatch: version,
        body,
      });
    },
  };
}

/** Puts an answer where the panel reads it, so that it shows without another request. */
export function useKeepAppointment(): (appointment: Appointment) => void {
  const client = useQueryClient();
  return (appointment) => {
    client.setQueryData(
      routeKey("appointments.get", {
        params: { ...inOrganisation, id: appointment.id },
      }),
      appointment,
    );
  };
}

/** The diary shows the step at once; its next answer, which every write asks for, tells the truth. */
function useShowInDiary(): (id: string, shown: ShownStatus) => void {
  const client = useQueryClient();
  return (id, shown) => {
    for (const name of ["diary.day", "diary.week"]) {
      client.setQueriesData<{ columns: DiaryColumn[] }>({ queryKey: [name] }, (day) =>
        day === undefined
          ? day
          : {
              ...day,
              columns: day.columns.map((column) => ({
                ...column,
                appointments: column.appointments.map((one) => (one.id === id ? { ...one, shown } : one)),
              })),
            },
      );
    }
  };
}
