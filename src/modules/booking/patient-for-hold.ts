/** Whose appointment a confirmed hold becomes: the person's own record here, or a guest's new one. */

import type { Locale } from "../../contract/values.ts";
import { decryptText, encryptText } from "../../platform/crypto/field-cipher.ts";
import type { Transaction } from "../../platform/db/database.ts";
import { statement } from "../../platform/db/statement.ts";
import { auditRow, type Call, done, insertAuditEvent, type Keyring, type Result, refuse } from "../_kernel/index.ts";
import { readPerson } from "../identity/index.ts";
import { createPatient, ensurePatientOfPerson, readPatients } from "../patients/index.ts";
import type { HoldRow } from "./hold-row.ts";

/** What a guest typed; kept encrypted with the hold until the booking, and gone with it. */
export interface GuestDetails {
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string | null;
  readonly birthDate: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
}

const guestPlace = (orgId: string, holdId: string) => ({ column: "hold.guest_cipher", orgId, rowId: holdId });

export async function encryptGuest(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  holdId: string,
  guest: GuestDetails,
): Promise<Buffer> {
  const { data } = await keyring.organisation(tx, orgId);
  return encryptText(data, guestPlace(orgId, holdId), JSON.stringify(guest));
}

async function readGuest(
  tx: Transaction,
  keyring: Keyring,
  orgId: string,
  hold: HoldRow,
): Promise<GuestDetails | null> {
  if (hold.guestCipher === null) return null;
  const { data } = await keyring.organisation(tx, orgId);
  return JSON.parse(decryptText(data, guestPlace(orgId, hold.id), hold.guestCipher)) as GuestDetails;
}

/** A contact that the person has verified since counts as verified on the clinic's record from the next booking on. */
async function needsLook(tx: Transaction, keyring: Keyring, orgId: string, patientId: string | null): Promise<boolean> {
  if (patientId === null) return true;
  const record = (await readPatients(tx, keyring, orgId, [patientId])).get(patientId);
  return record?.personId != null && (record.emailVerifiedAt === null || record.phoneVerifiedAt === null);
}

type HoldCall = Pick<Call<"appointments.book">, "context" | "keyring">;

const giveHoldItsPatient = statement(
  "booking.patient-of-hold",
  "update hold set patient_id = $3 where org_id = $1 and id = $2",
);

/**
 * The patient's id. A guest always becomes a new record; likely matches are for staff to look at, never for the guest.
 * The hold, which the caller has locked, remembers the record: a repeated booking makes no second one.
 */
export async function patientForHold(
  { context, keyring }: HoldCall,
  tx: Transaction,
  hold: HoldRow,
): Promise<Result<string>> {
  const { actor, organisation } = context;
  const { orgId } = organisation;
  if (actor.personId !== null && (await needsLook(tx, keyring, orgId, actor.patientId))) {
    const person = await readPerson(tx, keyring, actor.personId);
    if (!person.contacts.some(({ verified }) => verified)) return refuse("contact_not_verified");
    return done((await ensurePatientOfPerson(tx, keyring, orgId, person)).id);
  }
  if (actor.patientId !== null) return done(actor.patientId);
  if (!organisation.guestBooking) return refuse("guest_booking_off");
  const guest = await readGuest(tx, keyring, orgId, hold);
  if (guest === null || hold.guestVerifiedAt === null) return refuse("contact_not_verified");
  const proved = { isEmailVerified: hold.guestContact === "email", isPhoneVerified: hold.guestContact === "phone" };
  if (hold.patientId !== null) return done(hold.patientId);
  const { id } = await createPatient(tx, keyring, orgId, { ...guest, ...proved }, "guest");
  await tx.run(giveHoldItsPatient, [orgId, hold.id, id]);
  const facts = { action: "patient.register", intent: "guest", subjectType: "patient", subjectId: id, patientId: id };
  await tx.run(insertAuditEvent, [orgId, auditRow(keyring, context, facts, "done", null)]);
  return done(id);
}
