import type { Patient, PatientMatch } from "../../contract/routes/patients.ts";
import { formatFullName } from "../../domain/person/index.ts";
import type { PatientRecord } from "./patient-record.ts";

export function presentPatient(record: PatientRecord): Patient {
  const { id, given, family, secondFamily, birthDate, email, phone, locale, recordNumber } = record;
  return {
    ...{ id, given, family, secondFamily, birthDate, email, phone, locale, recordNumber },
    fullName: formatFullName(record, locale),
    emailVerified: record.emailVerifiedAt !== null,
    phoneVerified: record.phoneVerifiedAt !== null,
    hasAccount: record.personId !== null,
    registeredAt: record.registeredAt,
    version: record.version,
  };
}

export function presentMatch(record: PatientRecord, score: number, reasons: readonly string[]): PatientMatch {
  return { ...presentPatient(record), score: Math.round(score * 1000) / 1000, reasons: [...reasons] };
}
