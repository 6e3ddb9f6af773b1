import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import type { Hold } from "../../../contract/routes/availability.ts";
import { ask, problemOf } from "../../api/index.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Button } from "../../ui/portal/button.tsx";
import { TextArea } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { SummaryList } from "../../ui/portal/summary-list.tsx";
import { useForm } from "../../ui/portal/use-form.ts";
import { Alternatives } from "../booking/alternatives.tsx";
import { rememberBooked } from "../booking/booked-holds.ts";
import { HoldGuard } from "../booking/hold-guard.tsx";
import { useHoldTime } from "../booking/use-hold-time.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { When } from "../clinic/when.tsx";
import { useIntentKey } from "../session/use-intent-key.ts";
import { Answer } from "../shell/answer.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAppointment, useAppointmentChange } from "./use-appointment.ts";

const route = getRouteApi("/$slug/own/appointments/$appointmentId/move/$holdId");

/** Old time and new time side by side, before the move counts. */
export function MoveCheckPage() {
  const { appointmentId, holdId } = route.useParams();
  const appointment = useAppointment(appointmentId);
  return (
    <HoldGuard holdId={holdId}>
      {(hold) => <Answer of={appointment}>{(found) => <Check appointment={found} hold={hold} />}</Answer>}
    </HoldGuard>
  );
}

function Check({ appointment, hold }: { readonly appointment: Appointment; readonly hold: Hold }) {
  const { t } = useTranslation();
  const { text } = useLocale();
  const slug = useSlug();
  const params = { slug, appointmentId: appointment.id };
  const form = useForm({ initial: { reason: "" }, check: () => [], draft: `move.${appointment.id}` });
  const move = useMove(appointment, hold, form.forget);
  const back = (
    <BackLink
      to="/$slug/appointments/$appointmentId/move"
      params={params}
      search={{ provider: hold.provider.id, day: hold.start.localDate }}
    >
      {t("hold.other-time")}
    </BackLink>
  );
  const rows = [
    { key: "what", name: t("check.what"), value: text(appointment.serviceName) },
    { key: "old", name: t("move.from"), value: <OldTime appointment={appointment} /> },
    {
      key: "new",
      name: t("move.to"),
      value: (
        <>
          <When start={hold.start} end={hold.end} />
          <p>{hold.provider.displayName}</p>
          <p>{hold.location.name}</p>
        </>
      ),
    },
  ];
  return (
    <Page title={t("move.check")} lead={t("move.check-lead")} back={back}>
      <MoveRefusal appointment={appointment} error={move.error} />
      <div className={stack.card}>
        <SummaryList rows={rows} />
      </div>
      <form noValidate className={stack.form} onSubmit={form.submit(({ reason }) => move.mutate(reason.trim()))}>
        <TextArea {...form.control("reason")} label={t("move.reason")} rows={2} maxLength={1000} optional />
        <div className={stack.actions}>
          <Button type="submit" busy={move.isPending}>
            {t("move.confirm")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function OldTime({ appointment }: { readonly appointment: Appointment }) {
  return (
    <>
      <s>
        <When start={appointment.start} />
      </s>
      <p>{appointment.providerName}</p>
    </>
  );
}

function useMove(appointment: Appointment, hold: Hold, forget: () => void) {
  const slug = useSlug();
  const navigate = useNavigate();
  const keyFor = useIntentKey();
  const { id, version } = appointment;
  return useAppointmentChange(
    (reason: string) => {
      const body = {
        holdId: hold.id,
        requester: "patient" as const,
        ...(reason !== "" && { reason }),
      };
      const idempotencyKey = keyFor(body);
      return ask("appointments.reschedule", { params: { slug, id }, body, ifMatch: version, idempotencyKey });
    },
    () => {
      forget();
      rememberBooked(hold.id, id);
      return navigate({ to: "/$slug/book/done/$appointmentId", params: { slug, appointmentId: id }, replace: true });
    },
  );
}

function MoveRefusal({ appointment, error }: { readonly appointment: Appointment; readonly error: unknown }) {
  const slug = useSlug();
  const navigate = useNavigate();
  const other = useHoldTime(appointment.id);
  const problem = problemOf(error);
  if (problem === null) return null;
  const times = () =>
    void navigate({ to: "/$slug/appointments/$appointmentId/move", params: { slug, appointmentId: appointment.id } });
  return (
    <ProblemNotice problem={problem} onRecover={problem.recovery.action === "choose-another-time" ? times : undefined}>
      {problem.alternatives && <Alternatives times={problem.alternatives} hold={other} />}
    </ProblemNotice>
  );
}
