import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import { Button } from "../../ui/portal/button.tsx";
import { saveFile } from "../../ui/portal/save-file.ts";
import { addressText } from "../clinic/place.tsx";
import { useClinic } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { calendarFile } from "./calendar-file.ts";

interface CalendarButtonProps {
  readonly appointment: Appointment;
  readonly look?: "primary" | "secondary";
}

/** Into the calendar of the phone or desk. The title names the clinic, not the reason: calendars are often shared. */
export function CalendarButton({ appointment, look }: CalendarButtonProps) {
  const { t } = useTranslation();
  const { clinic } = useClinic();
  const { text } = useLocale();
  const save = () => {
    const words = {
      title: t("calendar.title", { clinic: clinic.name }),
      place: `${appointment.location.name}, ${addressText(appointment.location)}`,
      description: t("calendar.description", {
        provider: appointment.providerName,
        reference: appointment.reference,
        bring: text(appointment.whatToBring),
        phone: appointment.location.phone,
      }),
    };
    const content = calendarFile(appointment, words, Temporal.Now.instant().toString({ smallestUnit: "second" }));
    saveFile(`${appointment.reference}.ics`, "text/calendar;charset=utf-8", content);
  };
  return (
    <Button look={look} icon="calendar" onClick={save}>
      {t("calendar.add")}
    </Button>
  );
}
