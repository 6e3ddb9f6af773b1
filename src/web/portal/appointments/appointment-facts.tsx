import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { Icon, type IconName } from "../../ui/portal/icon.tsx";
import stack from "../../ui/portal/stack.module.css";
import { Place } from "../clinic/place.tsx";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";

/** What, with whom, where, how to prepare, what to bring. */
export function AppointmentFacts({ appointment }: { readonly appointment: Appointment }) {
  const { t } = useTranslation();
  const { text } = useLocale();
  const { departmentName } = useClinic();
  const prepare = text(appointment.instructions);
  const bring = text(appointment.whatToBring);
  return (
    <div className={stack.card}>
      <Fact icon="person">
        <strong>{appointment.providerName}</strong>
        <br />
        {text(appointment.serviceName)} · {departmentName(appointment.departmentId)}
      </Fact>
      {appointment.modality === "in-person" ? (
        <Place location={appointment.location} />
      ) : (
        <Fact icon={appointment.modality}>{t(`modality.${appointment.modality}`)}</Fact>
      )}
      {prepare && (
        <Fact icon="info">
          <strong>{t("facts.prepare")}</strong>
          <br />
          {prepare}
        </Fact>
      )}
      {bring && (
        <Fact icon="bag">
          <strong>{t("facts.bring")}</strong>
          <br />
          {bring}
        </Fact>
      )}
    </div>
  );
}

function Fact({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <p className={stack.withIcon}>
      <Icon name={icon} />
      <span className={stack.lines}>{children}</span>
    </p>
  );
}
