/** What is typed into a patient form, and how it becomes a request: empty fields are absent, not empty texts. */
import type { Patient } from "../../../contract/routes/patients.ts";
import type { Locale } from "../../../contract/values.ts";
import type { RequestOf } from "../../api/index.ts";

export interface PatientDraft {
  readonly given: string;
  readonly family: string;
  readonly secondFamily: string;
  /** `1982-05-14`, or empty while it is being typed. */
  readonly birthDate: string;
  readonly email: string;
  readonly phone: string;
  readonly locale: Locale;
  readonly recordNumber: string;
}

/** What was searched for is put where it belongs: digits into the phone, an address into the e-mail, words into the name. */
export function draftFromSearch(text: string, locale: Locale): PatientDraft {
  const empty = {
    given: "",
    family: "",
    secondFamily: "",
    birthDate: "",
    email: "",
    phone: "",
    locale,
    recordNumber: "",
  };
  if (text.includes("@")) return { ...empty, email: text };
  if (/^[+()\d\s./-]{6,}$/.test(text)) return { ...empty, phone: text };
  const [given = "", family = "", ...others] = text.split(/\s+/);
  return { ...empty, given, family, secondFamily: others.join(" ") };
}

export function draftOf(patient: Patient): PatientDraft {
  return {
    given: patient.given,
    family: patient.family,
    secondFamily: patient.secondFamily ?? "",
    birthDate: patient.birthDate ?? "",
    email: patient.email ?? "",
    phone: patient.phone ?? "",
    locale: patient.locale,
    recordNumber: patient.recordNumber ?? "",
  };
}

export function registration(draft: PatientDraft): RequestOf<"patients.register">["body"] {
  const { given, family, birthDate, locale } = draft;
  const recordNumber = draft.recordNumber.trim();
  return {
    ...{ given: given.trim(), family: family.trim(), birthDate, locale },
    secondFamily: orNull(draft.secondFamily),
    email: orNull(draft.email),
    phone: orNull(draft.phone),
    ...(recordNumber === "" ? {} : { recordNumber }),
  };
}

/** Only the fields that differ. */
export function correction(before: PatientDraft, now: PatientDraft): NonNullable<RequestOf<"patients.update">["body"]> {
  const changed = Object.entries(now).filter(([key, value]) => before[key as keyof PatientDraft] !== value);
  const nullable = new Set(["secondFamily", "email", "phone", "recordNumber"]);
  return Object.fromEntries(changed.map(([key, value]) => [key, nullable.has(key) ? orNull(value) : value]));
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
