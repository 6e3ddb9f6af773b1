import { Select, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Alternative } from "../../../contract/routes/availability.ts";
import { providerChoices, serviceChoices, useProvidersOf, useServices } from "../directory/use-directory.ts";
import { TimeChooser } from "../times/time-chooser.tsx";
import type { Verdict } from "../times/verdict.ts";
import { VerdictNotice } from "../times/verdict-notice.tsx";
import { type BookingDraft, isVisitComplete } from "./booking-draft.ts";
import { StepFoot } from "./step-foot.tsx";

interface VisitStepProps {
  readonly draft: BookingDraft;
  readonly verdict: Verdict;
  readonly onChange: (part: Partial<BookingDraft>) => void;
  readonly onNext: () => void;
}

/** What is booked, with whom and when; from a gap only the service is left to choose, among those offered there. */
export function VisitStep({ draft, verdict, onChange, onNext }: VisitStepProps) {
  const { t } = useTranslation();
  const { serviceId, providerId } = draft;
  return (
    <Stack gap="md">
      <ServiceSelect draft={draft} onChange={onChange} />
      <ProviderSelect draft={draft} onChange={onChange} />
      {serviceId !== null && providerId !== null && (
        <>
          <TimeChooser
            serviceId={serviceId}
            providerId={providerId}
            localDate={draft.localDate}
            localTime={draft.localTime}
            onChange={({ localDate, localTime, startsAt, locationId }) =>
              onChange({ localDate, localTime, startsAt, locationId })
            }
          />
          <VerdictNotice verdict={verdict} onAlternative={(other) => onChange(placeOf(other))} />
        </>
      )}
      {verdict.kind === "override" && (
        <Textarea
          label={t("override.reason")}
          description={t("override.hint")}
          required
          maxLength={1000}
          value={draft.overrideReason}
          onChange={(changed) => onChange({ overrideReason: changed.currentTarget.value })}
        />
      )}
      <StepFoot onNext={onNext} isComplete={isVisitComplete(draft, verdict)} />
    </Stack>
  );
}

/** Another free time, as the server offered it. */
export function placeOf({ providerId, locationId, start }: Alternative): Partial<BookingDraft> {
  const { localDate, localTime, at } = start;
  return {
    providerId,
    locationId,
    roomId: undefined,
    localDate,
    localTime,
    startsAt: at,
  };
}

type FieldProps = Pick<VisitStepProps, "draft" | "onChange">;

function ServiceSelect({ draft, onChange }: FieldProps) {
  const { t } = useTranslation();
  const { providerId } = draft;
  const offered = useServices().filter(({ providerIds }) => providerId === null || providerIds.includes(providerId));
  return (
    <Select
      label={t("fields.service")}
      placeholder={t("booking.choose-service")}
      data={serviceChoices(offered)}
      value={draft.serviceId}
      searchable
      required
      nothingFoundMessage={t("booking.no-service")}
      data-autofocus
      onChange={(serviceId) => onChange({ serviceId })}
    />
  );
}

/** Emptied, the provider no longer narrows the services. */
function ProviderSelect({ draft, onChange }: FieldProps) {
  const { t } = useTranslation();
  const providers = useProvidersOf(draft.serviceId);
  return (
    <Select
      label={t("fields.provider")}
      placeholder={t("booking.choose-provider")}
      data={providerChoices(providers)}
      value={draft.providerId}
      searchable
      clearable
      required
      onChange={(providerId) =>
        onChange({
          providerId,
          locationId: undefined,
          roomId: undefined,
          startsAt: undefined,
        })
      }
    />
  );
}
