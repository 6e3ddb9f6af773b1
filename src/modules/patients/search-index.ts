/**
 * The blind index: what a record is found by, hashed under the organisation's key (DESIGN.md 8).
 *
 * The kind is hashed along with the text: equal hashes of different kinds would tell that a surname is somebody's given
 * name, or that a record number is somebody's phone.
 */
import { foldEmail, foldIdentifier, tokenKinds, tokensOfName } from "../../domain/person/index.ts";
import { blindIndexHash } from "../../platform/crypto/keyed-hash.ts";
import type { PatientPrivate } from "./patient-record.ts";

/** The numbers stand in `patient_search.kind`: never reuse one. */
export const searchKinds = { ...tokenKinds, email: 6, phone: 7, birthDate: 8, recordNumber: 9 } as const;

export interface SearchEntry {
  readonly kind: keyof typeof searchKinds;
  readonly text: string;
}

export interface HashedEntry {
  readonly kind: number;
  readonly hash: Buffer;
}

export const emailEntry = (email: string): SearchEntry => ({ kind: "email", text: foldEmail(email) });
/** E.164 */
export const phoneEntry = (phone: string): SearchEntry => ({ kind: "phone", text: phone });
export const birthDateEntry = (birthDate: string): SearchEntry => ({ kind: "birthDate", text: birthDate });
export const recordNumberEntry = (text: string): SearchEntry => ({ kind: "recordNumber", text: foldIdentifier(text) });

export function hashEntry(blindIndex: Buffer, { kind, text }: SearchEntry): HashedEntry {
  return { kind: searchKinds[kind], hash: blindIndexHash(blindIndex, `${kind}|${text}`) };
}

/** Everything that one record is found by. */
export function entriesOf(patient: PatientPrivate): readonly SearchEntry[] {
  const { email, phone, birthDate, recordNumber } = patient;
  return [
    ...tokensOfName(patient),
    ...(email === null ? [] : [emailEntry(email)]),
    ...(phone === null ? [] : [phoneEntry(phone)]),
    ...(birthDate === null ? [] : [birthDateEntry(birthDate)]),
    ...(recordNumber === null ? [] : [recordNumberEntry(recordNumber)]),
  ];
}
