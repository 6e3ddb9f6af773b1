/** One search box: what is asked of the blind index, and how well a record fits what was typed. */
import { foldIdentifier, scorePatient, splitPatientQuery, tokensOfQuery } from "../../domain/person/index.ts";
import { readPhones } from "../../platform/phone/phone-number.ts";
import type { QuestionPart } from "./find-candidates.ts";
import type { PatientRecord } from "./patient-record.ts";
import { birthDateEntry, emailEntry, phoneEntry, recordNumberEntry } from "./search-index.ts";

export interface TypedSearch {
  readonly name: string;
  readonly birthDates: readonly string[];
  readonly email: string | null;
  /** A number may be a phone, in any notation, or a record number. */
  readonly number: { readonly phones: readonly string[]; readonly recordNumber: string } | null;
}

export function readSearch(text: string, country: string): TypedSearch {
  const { name, birthDates, email, number } = splitPatientQuery(text);
  return {
    ...{ name, birthDates, email },
    number: number === null ? null : { phones: readPhones(number, country), recordNumber: foldIdentifier(number) },
  };
}

export function questionParts({ name, birthDates, email, number }: TypedSearch): QuestionPart[] {
  return [
    ...tokensOfQuery(name).map(({ tokens }) => tokens),
    ...(birthDates.length === 0 ? [] : [birthDates.map(birthDateEntry)]),
    ...(email === null ? [] : [[emailEntry(email)]]),
    ...(number === null ? [] : [[...number.phones.map(phoneEntry), recordNumberEntry(number.recordNumber)]]),
  ];
}

export interface Fit {
  readonly score: number;
  readonly reasons: readonly string[];
}

/** The mean over what was typed, as in `scorePatient`, the number being one thing more. */
export function fitOf(search: TypedSearch, record: PatientRecord): Fit {
  const { name, birthDates, email, number } = search;
  const fit = scorePatient({ name, birthDates, ...(email !== null && { email }) }, record);
  if (number === null) return fit;
  const others = [name !== "", birthDates.length > 0, email !== null].filter(Boolean).length;
  const reason = numberReason(number, record);
  return {
    score: (fit.score * others + (reason === null ? 0 : 1)) / (others + 1),
    reasons: reason === null ? fit.reasons : [...fit.reasons, reason],
  };
}

function numberReason(number: NonNullable<TypedSearch["number"]>, record: PatientRecord): string | null {
  if (record.phone !== null && number.phones.includes(record.phone)) return "same-phone";
  const recordNumber = foldIdentifier(record.recordNumber ?? "");
  return recordNumber !== "" && recordNumber === number.recordNumber ? "record-number" : null;
}
