/**
 * Where a patient may be written to [ID-01].
 *
 * Somebody who verified a contact by code is written to at verified contacts only: the other one may be mistyped, and then
 * a stranger would read along. Contacts that the desk recorded, of which none was ever verified, are taken as recorded.
 *
 * Example: Ana verified her e-mail and not yet her phone: e-mail only. Luis gave both at the desk: both.
 */
import type { Channel } from "../messages/index.ts";
import type { PatientRecord } from "../patients/index.ts";

type Contacts = Pick<PatientRecord, "email" | "phone" | "emailVerifiedAt" | "phoneVerifiedAt" | "personId" | "origin">;

export type Reached =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly code: "no-address" | "unverified" };

export function reachableContact(patient: Contacts, channel: Channel): Reached {
  const address = channel === "email" ? patient.email : patient.phone;
  if (address === null) return { ok: false, code: "no-address" };
  const isVerified = (channel === "email" ? patient.emailVerifiedAt : patient.phoneVerifiedAt) !== null;
  const isAsRecorded =
    patient.personId === null &&
    patient.origin !== "guest" &&
    patient.emailVerifiedAt === null &&
    patient.phoneVerifiedAt === null;
  return isVerified || isAsRecorded ? { ok: true, address } : { ok: false, code: "unverified" };
}
