import { useTranslation } from "react-i18next";
import type { Appointment, AppointmentTrigger } from "../../../contract/routes/appointments.ts";
import { ask, problemOf } from "../../api/index.ts";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useSlug } from "../clinic/use-clinic.ts";
import { useIntentKey } from "../session/use-intent-key.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAppointmentChange } from "./use-appointment.ts";

type Step = "confirm" | "arrive" | "acknowledge";
const steps: readonly Step[] = ["confirm", "arrive", "acknowledge"];

/** What may be done now, as the server says; nothing is offered that it would refuse. */
export function NextSteps({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const keyFor = useIntentKey();
  const params = { slug, appointmentId: appointment.id };
  const may = (trigger: AppointmentTrigger) => appointment.allowed.includes(trigger);
  const step = useAppointmentChange((trigger: Step) => {
    const body = { trigger, method: "portal" as const };
    const { id, version } = appointment;
    return ask("appointments.step", {
      params: { slug, id },
      body,
      ifMatch: version,
      idempotencyKey: keyFor({ body, version }),
    });
  });
  const problem = problemOf(step.error);
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div className={stack.actions}>
        {steps.filter(may).map((trigger) => (
          <Button key={trigger} icon="check" busy={step.isPending} onClick={() => step.mutate(trigger)}>
            {t(`step.${trigger}`)}
          </Button>
        ))}
        {may("reschedule") && (
          <ButtonLink look="secondary" icon="repeat" to="/$slug/appointments/$appointmentId/move" params={params}>
            {t("step.move")}
          </ButtonLink>
        )}
        {may("cancel") && (
          <ButtonLink look="secondary" icon="close" to="/$slug/appointments/$appointmentId/cancel" params={params}>
            {t("step.cancel")}
          </ButtonLink>
        )}
        {!["booked", "pending"].includes(appointment.status) && (
          <ButtonLink
            look="secondary"
            to="/$slug/book/$serviceId"
            params={{ slug, serviceId: appointment.serviceId }}
            search={{ provider: appointment.providerId }}
          >
            {t("step.again")}
          </ButtonLink>
        )}
      </div>
    </>
  );
}
