import { type ReactNode, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { SidePanel } from "../../ui/staff/side-panel.tsx";
import { BookingContext, type BookingStart } from "./booking-context.ts";
import { BookingSteps } from "./booking-steps.tsx";

/** Around all pages: the drawer in which the desk books. Closing it forgets what was typed; a change of page does not. */
export function BookingHost({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [start, setStart] = useState<BookingStart | null>(null);
  const [attempt, setAttempt] = useState(0);
  const open = useCallback((given: BookingStart) => {
    setStart(given);
    setAttempt((now) => now + 1);
  }, []);
  const close = () => setStart(null);
  return (
    <BookingContext value={open}>
      {children}
      {start !== null && (
        <SidePanel opened onClose={close} title={t("booking.title")}>
          <BookingSteps key={attempt} start={start} onClose={close} />
        </SidePanel>
      )}
    </BookingContext>
  );
}
