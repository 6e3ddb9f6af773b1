/** Appointments as the API shows them: names from the catalogue, the patient decrypted for those who may see them. */

import type { Appointment } from "../../contract/routes/appointments.ts";
import { shownStatus } from "../../domain/appointment/index.ts";
import { formatFullName } from "../../domain/person/index.ts";
import { cancelUntilMs, readAgreedPolicy, rescheduleUntilMs } from "../../domain/policy/index.ts";
import { isoOf, msOf } from "../../platform/clock/clock.ts";
import { decryptText } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Context, Keyring } from "../_kernel/index.ts";
import { momentOfIso } from "../availability/index.ts";
import { type Catalogue, presentLocation } from "../directory/index.ts";
import { type PatientRecord, readPatientsWithKeys } from "../patients/index.ts";
import { type AppointmentRow, visitOf } from "./appointment-row.ts";
import { allowedFor, isWithinReach, lifecycleContext } from "./viewer.ts";

export interface Presenting {
  readonly tx: Transaction;
  readonly keyring: Keyring;
  readonly context: Context;
  readonly catalogue: Catalogue;
}

export async function presentAppointments(
  presenting: Presenting,
  rows: readonly AppointmentRow[],
): Promise<Appointment[]> {
  const { tx, keyring, context } = presenting;
  const { orgId } = context.organisation;
  const ids = [...new Set(rows.map(({ patientId }) => patientId))];
  const found = await readPatientsWithKeys(tx, keyring, orgId, ids);
  return rows.map((row) => {
    const { patient, key } = found.get(row.patientId) ?? {};
    return present(presenting, row, patient, key);
  });
}

/** With the patient and key already at hand: the answer to a booking needs no further look into the database. */
export function present(
  { context, catalogue }: Omit<Presenting, "tx" | "keyring">,
  row: AppointmentRow,
  patient: PatientRecord | undefined,
  patientKey: Buffer | undefined,
): Appointment {
  const { actor, organisation, nowMs, locale } = context;
  const service = catalogue.services.get(row.serviceId);
  const location = catalogue.locations.get(row.locationId);
  if (service === undefined || location === undefined)
    throw new Error(`appointment ${row.id} names no known service or place`);
  const isPatient = actor.patientId === row.patientId;
  const seesPatient = isPatient || isWithinReach(actor, "patient.view", row);
  const seesNotes =
    !isPatient &&
    isWithinReach(actor, "appointment.view", row) &&
    actor.roles.some((role) => role !== "patient" && role !== "public");
  const policy = readAgreedPolicy(row.policy, service.policy);
  const startsAtMs = msOf(row.startsAt);
  const decrypted = (column: "reason_cipher" | "notes_cipher", cipher: Buffer | null): string | null =>
    cipher === null || patientKey === undefined
      ? null
      : decryptText(patientKey, { column: `appointment.${column}`, orgId: organisation.orgId, rowId: row.id }, cipher);
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    sequence: row.sequence,
    status: row.status,
    shown: shownStatus(visitOf(row)),
    serviceId: row.serviceId,
    serviceName: service.name,
    modality: row.modality,
    providerId: row.providerId,
    providerName: catalogue.providers.get(row.providerId)?.displayName ?? "",
    roomId: row.roomId,
    roomName: row.roomId === null ? null : (catalogue.rooms.get(row.roomId)?.name ?? null),
    departmentId: row.departmentId,
    location: presentLocation(location),
    start: momentOfIso(row.startsAt, row.zone),
    end: momentOfIso(row.endsAt, row.zone),
    channel: row.channel,
    // PostgreSQL leaves out trailing zeros of a second: a repeated request gets the same text as the first one.
    bookedAt: isoOf(msOf(row.bookedAt)),
    confirmedAt: row.confirmedAt,
    rescheduleCount: row.rescheduleCount,
    reason: seesPatient ? decrypted("reason_cipher", row.reasonCipher) : null,
    patient:
      seesPatient && patient !== undefined
        ? {
            id: patient.id,
            fullName: formatFullName(patient, locale),
            birthDate: patient.birthDate,
            phone: patient.phone,
            email: patient.email,
            verified: patient.emailVerifiedAt !== null || patient.phoneVerifiedAt !== null,
          }
        : null,
    notes: seesNotes ? decrypted("notes_cipher", row.notesCipher) : null,
    instructions: service.instructions,
    whatToBring: service.whatToBring,
    cancelUntil: isoOf(cancelUntilMs(policy, startsAtMs)),
    rescheduleUntil: isoOf(rescheduleUntilMs(policy, startsAtMs)),
    allowed: allowedFor(actor, row, lifecycleContext(row, { nowMs, policy: service.policy })),
  };
}
