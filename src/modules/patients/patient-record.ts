/** A patient's record as it is worked with, and its fields as they stand in the database: under the patient's own key. */
import type { Locale } from "../../contract/values.ts";
import type { PersonName } from "../../domain/person/index.ts";
import { decryptText, encryptText, type FieldPlace } from "../../platform/crypto/field-cipher.ts";

export type PatientOrigin = "desk" | "account" | "guest" | "import";

export interface PatientRecord {
  readonly id: string;
  /** The person with an account who this patient is. */
  readonly personId: string | null;
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string | null;
  /** `1980-05-02` */
  readonly birthDate: string | null;
  readonly email: string | null;
  /** E.164 */
  readonly phone: string | null;
  readonly emailVerifiedAt: string | null;
  readonly phoneVerifiedAt: string | null;
  readonly locale: Locale;
  /** The record number that the clinic prints, or an imported one. */
  readonly recordNumber: string | null;
  readonly origin: PatientOrigin;
  readonly registeredAt: string;
  readonly version: number;
}

export interface PatientCiphers {
  readonly nameCipher: Buffer;
  readonly birthDateCipher: Buffer | null;
  readonly emailCipher: Buffer | null;
  readonly phoneCipher: Buffer | null;
  readonly recordNumberCipher: Buffer | null;
}

export type PatientPrivate = Pick<
  PatientRecord,
  "given" | "family" | "secondFamily" | "birthDate" | "email" | "phone" | "recordNumber"
>;

export interface PatientPlace {
  readonly orgId: string;
  readonly id: string;
  readonly key: Buffer;
}

const fieldPlace = ({ orgId, id }: PatientPlace, column: string): FieldPlace => ({
  column: `patient.${column}`,
  orgId,
  rowId: id,
});

export function encryptPatient(place: PatientPlace, patient: PatientPrivate): PatientCiphers {
  const { given, family, secondFamily } = patient;
  const encrypt = (column: string, value: string) => encryptText(place.key, fieldPlace(place, column), value);
  const encryptMaybe = (column: string, value: string | null) => (value === null ? null : encrypt(column, value));
  return {
    nameCipher: encrypt("name_cipher", JSON.stringify({ given, family, secondFamily })),
    birthDateCipher: encryptMaybe("birth_date_cipher", patient.birthDate),
    emailCipher: encryptMaybe("email_cipher", patient.email),
    phoneCipher: encryptMaybe("phone_cipher", patient.phone),
    recordNumberCipher: encryptMaybe("record_number_cipher", patient.recordNumber),
  };
}

export function decryptPatient(place: PatientPlace, ciphers: PatientCiphers): PatientPrivate {
  const decrypt = (column: string, stored: Buffer) => decryptText(place.key, fieldPlace(place, column), stored);
  const decryptMaybe = (column: string, stored: Buffer | null) => (stored === null ? null : decrypt(column, stored));
  const { given, family, secondFamily } = JSON.parse(decrypt("name_cipher", ciphers.nameCipher)) as PersonName;
  return {
    given,
    family,
    secondFamily: secondFamily ?? null,
    birthDate: decryptMaybe("birth_date_cipher", ciphers.birthDateCipher),
    email: decryptMaybe("email_cipher", ciphers.emailCipher),
    phone: decryptMaybe("phone_cipher", ciphers.phoneCipher),
    recordNumber: decryptMaybe("record_number_cipher", ciphers.recordNumberCipher),
  };
}
