import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { dateAndTime, dateWithYear } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Facts } from "../../ui/staff/facts.tsx";
import { notify } from "../../ui/staff/notify.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { useVisit } from "../appointments/use-visit.ts";
import { useProviders, useServices } from "../directory/use-directory.ts";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { useWrite } from "../session/use-write.ts";
import { AlternativeButtons } from "../times/alternative-buttons.tsx";
import type { Verdict } from "../times/verdict.ts";
import { VerdictNotice } from "../times/verdict-notice.tsx";
import { type BookingDraft, bookingBody } from "./booking-draft.ts";
import styles from "./booking-steps.module.css";
import { placeOf } from "./visit-step.tsx";

interface ReviewStepProps {
  readonly draft: BookingDraft;
  readonly verdict: Verdict;
  readonly onChange: (part: Partial<BookingDraft>) => void;
  readonly onChooseTime: () => void;
  readonly onBack: () => void;
  readonly onBooked: () => void;
}

/** Everything once more; the booking is final only after this step. A refusal keeps all that was entered. */
export function ReviewStep({ draft, verdict, onChange, onChooseTime, onBack, onBooked }: ReviewStepProps) {
  const { t } = useTranslation();
  const { open } = useVisit();
  const book = useWrite("appointments.book-directly", (booked) => {
    notify(t("booking.done", { reference: booked.reference }));
    onBooked();
    open(booked.id);
  });
  const body = bookingBody(draft, verdict);
  return (
    <Stack gap="md">
      <Text size="sm">{t("booking.review-hint")}</Text>
      <Summary draft={draft} verdict={verdict} />
      {verdict.kind !== "free" && (
        <VerdictNotice verdict={verdict} onAlternative={(other) => onChange(placeOf(other))} />
      )}
      {book.problem !== null && (
        <ProblemNotice
          problem={book.problem}
          actions={
            <>
              <AlternativeButtons
                alternatives={book.problem.alternatives ?? []}
                onChoose={(other) => {
                  book.reset();
                  onChange(placeOf(other));
                }}
              />
              <Button size="compact-sm" variant="default" onClick={onChooseTime}>
                {t("booking.choose-time")}
              </Button>
            </>
          }
        />
      )}
      <div className={styles.foot}>
        <Button variant="default" onClick={onBack}>
          {t("ui.back")}
        </Button>
        <Button
          loading={book.isSending}
          disabled={body === null}
          onClick={() => body !== null && book.send({ params: inOrganisation, body })}
        >
          {t("booking.submit")}
        </Button>
      </div>
    </Stack>
  );
}

function Summary({ draft, verdict }: Pick<ReviewStepProps, "draft" | "verdict">) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const service = useServices().find(({ id }) => id === draft.serviceId);
  const provider = useProviders().find(({ id }) => id === draft.providerId);
  const place = organisation.locations.find(({ id }) => id === draft.locationId);
  const { patient } = draft;
  const identity = draft.identity === null ? null : t(`identity.${draft.identity}`);
  const born = patient?.birthDate == null ? null : dateWithYear(patient.birthDate, locale);
  return (
    <div className={styles.review}>
      <Facts
        facts={[
          {
            label: t("fields.when"),
            value: dateAndTime("start" in verdict ? verdict.start : draft, locale),
          },
          { label: t("fields.service"), value: service?.name[locale] },
          {
            label: t("fields.length"),
            value: service && `${service.durationMinutes} ${t("ui.minutes")}`,
          },
          { label: t("fields.provider"), value: provider?.displayName },
          { label: t("fields.location"), value: place?.name },
          { label: t("patient.title"), value: patient?.fullName },
          { label: t("fields.birthDate"), value: born },
          { label: t("fields.phone"), value: patient?.phone },
          { label: t("fields.email"), value: patient?.email },
          { label: t("identity.title"), value: identity },
          { label: t("fields.reason"), value: draft.reason },
          { label: t("fields.notes"), value: draft.notes },
          { label: t("booking.channel"), value: t(`channel.${draft.channel}`) },
          {
            label: t("override.reason"),
            value: verdict.kind === "override" ? draft.overrideReason : null,
          },
        ]}
      />
    </div>
  );
}
