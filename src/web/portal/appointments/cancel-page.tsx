import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { ask } from "../../api/index.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { Choices, TextArea } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { WhenBlock } from "../clinic/when.tsx";
import { useIntentKey } from "../session/use-intent-key.ts";
import { Answer } from "../shell/answer.tsx";
import { FormRefusal } from "../shell/form-refusal.tsx";
import { CancelledPage } from "./cancelled-page.tsx";
import { useAppointment, useAppointmentChange } from "./use-appointment.ts";

const route = getRouteApi("/$slug/own/appointments/$appointmentId/cancel");
const reasons = ["cannot-come", "better", "other-care", "wrong-time", "other"] as const;

/** Why, and then it is cancelled; new times are offered in the same step [BOOK-08]. */
export function CancelPage() {
  const { appointmentId } = route.useParams();
  const appointment = useAppointment(appointmentId);
  return (
    <Answer of={appointment}>
      {(found) =>
        found.status === "cancelled" ? <CancelledPage appointment={found} /> : <CancelForm appointment={found} />
      }
    </Answer>
  );
}

function CancelForm({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const { text } = useLocale();
  const slug = useSlug();
  const params = { slug, appointmentId: appointment.id };
  const form = useForm({
    initial: { why: "", words: "" },
    check: ({ why, words }) => {
      if (why === "") return [{ name: "why", text: t("cancel.choose-reason") }];
      return why === "other" && words.trim() === "" ? [{ name: "words", text: t("cancel.say-reason") }] : [];
    },
    draft: `cancel.${appointment.id}`,
  });
  const cancel = useCancel(appointment, form.forget);
  const send = ({ why, words }: typeof form.values) => {
    const said = words.trim();
    const chosen = why === "other" ? said : t(`cancel.reasons.${why}`);
    cancel.mutate(why !== "other" && said !== "" ? `${chosen}: ${said}` : chosen);
  };
  return (
    <Page
      title={t("cancel.title")}
      back={
        <BackLink to="/$slug/appointments/$appointmentId" params={params}>
          {t("nav.back")}
        </BackLink>
      }
    >
      <div className={stack.card}>
        <WhenBlock start={appointment.start} end={appointment.end} />
        <p>
          {text(appointment.serviceName)} · {appointment.providerName}
        </p>
      </div>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal error={cancel.error} shown={form.problems} />
      <form noValidate className={stack.form} onSubmit={form.submit(send)}>
        <Choices
          {...form.control("why")}
          legend={t("cancel.why")}
          hint={t("cancel.why-hint")}
          choices={reasons.map((value) => ({ value, label: t(`cancel.reasons.${value}`) }))}
        />
        <TextArea
          {...form.control("words")}
          label={t("cancel.words")}
          optional={form.values.why !== "other"}
          rows={3}
          maxLength={900}
        />
        <div className={stack.actions}>
          <Button type="submit" look="danger" busy={cancel.isPending}>
            {t("cancel.confirm")}
          </Button>
          <ButtonLink look="secondary" to="/$slug/appointments/$appointmentId" params={params}>
            {t("cancel.keep")}
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}

function useCancel(appointment: Appointment, forget: () => void) {
  const slug = useSlug();
  const keyFor = useIntentKey();
  const { id, version } = appointment;
  return useAppointmentChange((reason: string) => {
    const body = { reason, requester: "patient" as const };
    const idempotencyKey = keyFor({ body, version });
    return ask("appointments.cancel", { params: { slug, id }, body, ifMatch: version, idempotencyKey });
  }, forget);
}
