import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { ask } from "../../api/index.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Button } from "../../ui/portal/button.tsx";
import { TextArea } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useIntentKey } from "../session/use-intent-key.ts";
import { Answer } from "../shell/answer.tsx";
import { FormRefusal } from "../shell/form-refusal.tsx";
import { useAppointment, useAppointmentChange } from "./use-appointment.ts";

const route = getRouteApi("/$slug/own/appointments/$appointmentId/reason");

/** Change what the visit is about, without moving it [BOOK-19]. */
export function ReasonPage() {
  const { appointmentId } = route.useParams();
  const appointment = useAppointment(appointmentId);
  return <Answer of={appointment}>{(found) => <ReasonForm appointment={found} />}</Answer>;
}

function ReasonForm({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const navigate = useNavigate();
  const keyFor = useIntentKey();
  const { id, version } = appointment;
  const params = { slug, appointmentId: id };
  const form = useForm({
    initial: { reason: appointment.reason ?? "" },
    check: () => [],
    draft: `edit-reason.${id}`,
  });
  const save = useAppointmentChange(
    (reason: string) => {
      const body = { reason };
      const idempotencyKey = keyFor({ body, version });
      return ask("appointments.edit", { params: { slug, id }, body, ifMatch: version, idempotencyKey });
    },
    () => {
      form.forget();
      return navigate({ to: "/$slug/appointments/$appointmentId", params });
    },
  );
  const back = (
    <BackLink to="/$slug/appointments/$appointmentId" params={params}>
      {t("nav.back")}
    </BackLink>
  );
  return (
    <Page title={t("reason.title")} back={back}>
      <FormRefusal error={save.error} shown={form.problems} />
      <form noValidate className={stack.form} onSubmit={form.submit(({ reason }) => save.mutate(reason.trim()))}>
        <TextArea {...form.control("reason")} label={t("reason.label")} hint={t("reason.hint")} maxLength={1000} />
        <div className={stack.actions}>
          <Button type="submit" busy={save.isPending}>
            {t("reason.save")}
          </Button>
        </div>
      </form>
    </Page>
  );
}
