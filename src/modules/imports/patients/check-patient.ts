/**
 * Whether a patient of a file can be imported. Without a name, a birth date or an identifier it cannot; a contact or
 * language that makes no sense is left out and told of, because a record without a phone is better than none.
 */
import { email as emailShape, personName } from "../../../contract/values.ts";
import { type BirthDateCode, checkBirthDate } from "../../../domain/person/index.ts";
import { parsePhone } from "../../../platform/phone/phone-number.ts";
import type { PatientDetails } from "../../patients/index.ts";
import type { ProblemListener, RecordProblemCode } from "../record-files/record-problem.ts";
import { columnNames, requiredFields, type SourceField, type SourcePatient } from "./source-patient.ts";

export interface ClinicOfPatients {
  readonly country: string;
  readonly defaultLocale: "en" | "es";
  /** On the clinic's wall calendar. */
  readonly today: string;
}

/** What was imported, with the contacts and the language null where the file says nothing that can be used. */
export interface CheckedPatient {
  readonly details: PatientDetails & { readonly importKey: string };
  readonly saysLocale: boolean;
}

const birthDateProblems: Readonly<Record<BirthDateCode, RecordProblemCode>> = {
  malformed: "bad_birth_date",
  impossible: "bad_birth_date",
  in_future: "birth_date_in_future",
  too_long_ago: "birth_date_too_long_ago",
};
const longest = 200;

export function checkPatient(
  source: SourcePatient,
  clinic: ClinicOfPatients,
  problems: ProblemListener,
): CheckedPatient | null {
  const refusals = refusalsOf(source, clinic);
  for (const [code, params] of refusals) problems.refused({ code, at: source.at, params });
  if (refusals.length > 0) return null;

  const email = source.email.trim();
  const isEmail = emailShape.safeParse(email).success;
  if (email !== "" && !isEmail) problems.noticed({ code: "bad_email", at: source.at, params: {} });
  const phone = source.phone === "" ? null : parsePhone(source.phone, clinic.country);
  if (source.phone !== "" && phone === null) problems.noticed({ code: "bad_phone", at: source.at, params: {} });
  const locale = localeOf(source.language);
  if (source.language !== "" && locale === null) {
    problems.noticed({ code: "unknown_language", at: source.at, params: { found: source.language.slice(0, 20) } });
  }
  return {
    details: {
      given: oneSpaced(source.given),
      family: oneSpaced(source.family),
      secondFamily: oneSpaced(source.secondFamily) || null,
      birthDate: source.birthDate,
      email: isEmail ? email : null,
      phone,
      locale: locale ?? clinic.defaultLocale,
      recordNumber: oneSpaced(source.recordNumber) || null,
      importKey: source.id.trim(),
    },
    saysLocale: locale !== null,
  };
}

type Refusal = readonly [RecordProblemCode, Readonly<Record<string, string | number>>];

function refusalsOf(source: SourcePatient, { today }: ClinicOfPatients): Refusal[] {
  if (source.isDeceased) return [["deceased", {}]];
  const column = (field: SourceField) => ({ column: columnNames[field][0] });
  const missing = requiredFields.filter((field) => source[field].trim() === "");
  const filled = (["id", "given", "family", "secondFamily", "recordNumber"] as const).filter(
    (field) => source[field].trim() !== "",
  );
  const tooLong = filled.filter((field) => source[field].length > longest);
  const odd = filled.filter((field) => source[field].length <= longest && !personName.safeParse(source[field]).success);
  const born = checkBirthDate(source.birthDate, today);
  return [
    ...missing.map((field): Refusal => ["missing_value", column(field)]),
    ...tooLong.map((field): Refusal => ["too_long", { ...column(field), limit: longest }]),
    ...odd.map((field): Refusal => ["bad_text", column(field)]),
    ...(born.ok || source.birthDate.trim() === "" ? [] : [[birthDateProblems[born.code], {}] as const]),
  ];
}

function localeOf(language: string): "en" | "es" | null {
  const code = language.toLowerCase().split(/[-_]/)[0];
  return code === "en" || code === "es" ? code : null;
}

const oneSpaced = (text: string): string => text.trim().replace(/\s+/g, " ");
