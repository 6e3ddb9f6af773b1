/** What somebody typed about a patient, checked and brought into the form that is stored [BOOK-03]. */
import type { FieldCode } from "../../contract/error-codes.ts";
import { email as emailShape } from "../../contract/values.ts";
import { type BirthDateCode, checkBirthDate } from "../../domain/person/index.ts";
import { localDateOf, minuteOfEpochMs, parseZone } from "../../domain/time/index.ts";
import { parsePhone } from "../../platform/phone/phone-number.ts";
import type { Context, FieldProblem } from "../_kernel/index.ts";

/** A field that was not typed is left out; an empty one is null. */
export interface TypedDetails {
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  readonly secondFamily?: string | null | undefined;
  readonly birthDate?: string | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly recordNumber?: string | null | undefined;
}

type Where = Pick<Context, "organisation" | "nowMs">;

const birthDateProblem: Readonly<Record<BirthDateCode, FieldCode>> = {
  malformed: "bad_date",
  impossible: "bad_date",
  in_future: "date_in_future",
  too_long_ago: "too_old",
};

/** The date on the clinic's wall calendar. */
function todayAt({ organisation, nowMs }: Where): string {
  const parsed = parseZone(organisation.zone);
  if (!parsed.ok) throw new Error(`organisation ${organisation.orgId} has an unknown zone`);
  return localDateOf(minuteOfEpochMs(nowMs), parsed.zone);
}

export function entryProblems(typed: TypedDetails, where: Where): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of ["given", "family"] as const) {
    if (typed[field]?.trim() === "") problems.push({ path: field, code: "required" });
  }
  if (typed.birthDate !== undefined) {
    const checked = checkBirthDate(typed.birthDate, todayAt(where));
    if (!checked.ok) problems.push({ path: "birthDate", code: birthDateProblem[checked.code] });
  }
  if (typed.email != null && !emailShape.safeParse(typed.email.trim()).success) {
    problems.push({ path: "email", code: "bad_email" });
  }
  if (typed.phone != null && parsePhone(typed.phone, where.organisation.country) === null) {
    problems.push({ path: "phone", code: "bad_phone" });
  }
  return problems;
}

const oneSpaced = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Only the fields that were typed; the phone in E.164, or null where it cannot be read. */
export function storedForm(typed: TypedDetails, { organisation }: Where): TypedDetails {
  const { given, family, secondFamily, birthDate, email, phone, recordNumber } = typed;
  return {
    ...(given !== undefined && { given: oneSpaced(given) }),
    ...(family !== undefined && { family: oneSpaced(family) }),
    ...(secondFamily !== undefined && { secondFamily: oneSpaced(secondFamily ?? "") || null }),
    ...(birthDate !== undefined && { birthDate }),
    ...(email !== undefined && { email: email?.trim() || null }),
    ...(phone !== undefined && { phone: phone === null ? null : parsePhone(phone, organisation.country) }),
    ...(recordNumber !== undefined && { recordNumber: oneSpaced(recordNumber ?? "") || null }),
  };
}
