import type { TFunction } from "i18next";
import type { FieldProblem } from "../../ui/portal/error-summary.tsx";
import { birthDateOf, checkBirthDate, checkEmail, checkPhone, checkRequired, type Finding } from "./person-checks.ts";

/** Who somebody is and how to reach them, as typed. */
export interface PersonValues extends Record<string, string> {
  given: string;
  family: string;
  secondFamily: string;
  birthDay: string;
  birthMonth: string;
  birthYear: string;
  email: string;
  phone: string;
}

export const emptyPerson: PersonValues = {
  given: "",
  family: "",
  secondFamily: "",
  birthDay: "",
  birthMonth: "",
  birthYear: "",
  email: "",
  phone: "",
};

/** What is wrong, in the order of the page, in the words of the page. */
export function personProblems(values: PersonValues, today: string, t: TFunction): FieldProblem[] {
  const findings: [name: string, finding: Finding | null][] = [
    ["given", checkRequired(values.given)],
    ["family", checkRequired(values.family)],
    ["birthDate", checkBirthDate(values, today)],
    ["email", checkEmail(values.email)],
    ["phone", checkPhone(values.phone)],
  ];
  return inWords(findings, t);
}

export function inWords(
  findings: readonly (readonly [name: string, finding: Finding | null])[],
  t: TFunction,
): FieldProblem[] {
  return findings.flatMap(([name, finding]) =>
    finding === null ? [] : [{ name, text: t(`finding.${finding}`, { field: t(`field.${name}`) }) }],
  );
}

/** The same as the API takes it; an empty second surname is left out. */
export function personBody(values: PersonValues) {
  const secondFamily = values.secondFamily.trim();
  return {
    given: values.given.trim(),
    family: values.family.trim(),
    ...(secondFamily !== "" && { secondFamily }),
    birthDate: birthDateOf(values) ?? "",
    email: values.email.trim(),
    phone: values.phone.trim(),
  };
}

/** Fields of a person that a server's finding may name. */
export const personFieldNames = ["given", "family", "secondFamily", "birthDate", "email", "phone"];
