import { type ReactNode, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateAndTime } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { SidePanel } from "../../ui/staff/side-panel.tsx";
import { useProviders } from "../directory/use-directory.ts";
import { BookingContext, type BookingStart } from "./booking-context.ts";
import { BookingSteps } from "./booking-steps.tsx";

/** The gap that the drawer was opened from. */
function Where({ start }: { readonly start: BookingStart }) {
  const { localDate, localTime } = start;
  const providers = useProviders();
  if (localDate === undefined || localTime === undefined) return null;
  const provider = providers.find(({ id }) => id === start.providerId);
  return [dateAndTime({ localDate, localTime }, currentLocale()), provider?.displayName]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** Around all pages: the drawer in which the desk books. Closing it forgets what was typed; a change of page does not. */
export function BookingHost({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [start, setStart] = useState<BookingStart | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isTouched, setTouched] = useState(false);
  const open = useCallback((given: BookingStart) => {
    setStart(given);
    setTouched(false);
    setAttempt((now) => now + 1);
  }, []);
  const close = () => setStart(null);
  return (
    <BookingContext value={open}>
      {children}
      {start !== null && (
        <SidePanel opened onClose={close} title={t("booking.title")} under={<Where start={start} />} isKept={isTouched}>
          <BookingSteps key={attempt} start={start} onTouched={() => setTouched(true)} onClose={close} />
        </SidePanel>
      )}
    </BookingContext>
  );
}
