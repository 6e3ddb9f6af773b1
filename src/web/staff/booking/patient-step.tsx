import { Button, Radio, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Patient } from "../../../contract/routes/patients.ts";
import { dateWithYear } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Initials } from "../../ui/staff/initials.tsx";
import { PatientFinder } from "../patients/patient-finder.tsx";
import { RegisterForm } from "../patients/register-form.tsx";
import { type BookingDraft, type Identity, isPatientComplete } from "./booking-draft.ts";
import styles from "./booking-steps.module.css";
import { StepFoot } from "./step-foot.tsx";

interface PatientPartProps {
  readonly draft: BookingDraft;
  readonly onChange: (part: Partial<BookingDraft>) => void;
}

interface PatientStepProps extends PatientPartProps {
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** For whom: found or registered, identified by name and a second fact; then what it is about. */
export function PatientStep({ draft, onChange, onBack, onNext }: PatientStepProps) {
  const [searched, setSearched] = useState<string | null>(null);
  const choose = (patient: Patient) => onChange({ patient, identity: null });
  if (draft.patient !== null) {
    return (
      <Stack gap="md">
        <ChosenPatient patient={draft.patient} onOther={() => onChange({ patient: null, identity: null })} />
        <IdentityCheck patient={draft.patient} value={draft.identity} onChange={(identity) => onChange({ identity })} />
        <VisitDetails draft={draft} onChange={onChange} />
        <StepFoot onBack={onBack} onNext={onNext} isComplete={isPatientComplete(draft)} />
      </Stack>
    );
  }
  if (searched !== null) {
    return <RegisterForm searched={searched} onRegistered={choose} onCancel={() => setSearched(null)} />;
  }
  return (
    <>
      <PatientFinder onPick={choose} onRegister={setSearched} />
      <StepFoot onBack={onBack} />
    </>
  );
}

function ChosenPatient({ patient, onOther }: { readonly patient: Patient; readonly onOther: () => void }) {
  const { t } = useTranslation();
  const born = patient.birthDate === null ? null : dateWithYear(patient.birthDate, currentLocale());
  return (
    <div className={styles.chosen}>
      <Initials name={patient.fullName} size={32} />
      <div className={styles.chosenText}>
        <Text fw={600}>{patient.fullName}</Text>
        <Text size="sm" c="dimmed">
          {[born, patient.phone].filter((part) => part !== null).join(" · ")}
        </Text>
      </div>
      <Button size="compact-sm" variant="default" onClick={onOther}>
        {t("booking.other-patient")}
      </Button>
    </div>
  );
}

const identities: readonly Identity[] = ["birth-date", "phone", "address", "document"];

interface IdentityCheckProps {
  readonly patient: Patient;
  readonly value: Identity | null;
  readonly onChange: (identity: Identity) => void;
}

/** The desk asks, compares, and says which fact it was; it is kept on record with the booking. */
function IdentityCheck({ patient, value, onChange }: IdentityCheckProps) {
  const { t } = useTranslation();
  const known: Partial<Record<Identity, string | null>> = {
    "birth-date": patient.birthDate === null ? null : dateWithYear(patient.birthDate, currentLocale()),
    phone: patient.phone,
  };
  return (
    <Radio.Group
      label={t("identity.title")}
      description={t("identity.hint")}
      value={value}
      required
      onChange={(chosen) => onChange(chosen as Identity)}
    >
      <Stack gap="xs" mt="xs">
        {identities.map((identity) => (
          <Radio
            key={identity}
            value={identity}
            label={t(`identity.${identity}`)}
            description={known[identity] ?? undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function VisitDetails({ draft, onChange }: PatientPartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Textarea
        label={t("fields.reason")}
        maxLength={1000}
        value={draft.reason}
        onChange={(changed) => onChange({ reason: changed.currentTarget.value })}
      />
      <Textarea
        label={t("fields.notes")}
        description={t("fields.notes-hint")}
        maxLength={4000}
        value={draft.notes}
        onChange={(changed) => onChange({ notes: changed.currentTarget.value })}
      />
      <div>
        <Text size="sm" fw={500} mb={4} id="booking-channel">
          {t("booking.channel")}
        </Text>
        <SegmentedControl
          aria-labelledby="booking-channel"
          size="sm"
          data={[
            { value: "phone", label: t("channel.phone") },
            { value: "desk", label: t("channel.desk") },
          ]}
          value={draft.channel}
          onChange={(channel: "phone" | "desk") => onChange({ channel })}
        />
      </div>
    </>
  );
}
