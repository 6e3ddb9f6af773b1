import type { TFunction } from "i18next";
import type { FieldProblem } from "../../ui/portal/error-summary.tsx";
import { checkEmail, checkPassword, checkPhone, checkRequired } from "../person/person-checks.ts";
import { inWords } from "../person/person-values.ts";

export interface SetUpValues extends Record<string, string> {
  setupCode: string;
  organisationName: string;
  slug: string;
  zone: string;
  defaultLocale: string;
  organisationPhone: string;
  given: string;
  family: string;
  email: string;
  phone: string;
  password: string;
}

export function setUpProblems(values: SetUpValues, t: TFunction): FieldProblem[] {
  return inWords(
    [
      ["setupCode", checkRequired(values.setupCode)],
      ["organisationName", checkRequired(values.organisationName)],
      ["slug", checkRequired(values.slug) ?? (isSlug(values.slug) ? null : "bad-slug")],
      ["organisationPhone", checkPhone(values.organisationPhone)],
      ["given", checkRequired(values.given)],
      ["family", checkRequired(values.family)],
      ["email", checkEmail(values.email)],
      ["phone", checkPhone(values.phone)],
      ["password", checkPassword(values.password)],
    ],
    t,
  );
}

export function setUpBody({ defaultLocale, ...values }: SetUpValues) {
  return {
    setupCode: values.setupCode.trim(),
    organisationName: values.organisationName.trim(),
    slug: values.slug,
    zone: values.zone,
    defaultLocale: defaultLocale === "es" ? ("es" as const) : ("en" as const),
    organisationPhone: values.organisationPhone.trim(),
    given: values.given.trim(),
    family: values.family.trim(),
    email: values.email.trim(),
    phone: values.phone.trim(),
    password: values.password,
  };
}

function isSlug(text: string): boolean {
  return /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}

/** 'Clínica San José' as `clinica-san-jose`. */
export function slugFrom(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 63);
}
