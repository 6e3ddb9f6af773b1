import { en } from "../../../contract/error-texts/en.ts";
import { es } from "../../../contract/error-texts/es.ts";
import type { BodyOf, Contract } from "../../../contract/index.ts";
import type { Locale } from "../../../contract/values.ts";
import { suggestEmail } from "../../../domain/person/index.ts";
import { auditReads, done, query } from "../../_kernel/index.ts";
import { findDuplicates } from "../duplicates.ts";
import { suggestKnownName } from "../known-names.ts";
import { entryProblems, storedForm } from "../patient-entry.ts";
import { presentMatch } from "../present-patient.ts";

type Body = BodyOf<Contract["patients.check"]>;

const fieldTexts = { en: en.fields, es: es.fields };
const suggestionTexts: Record<Locale, { name: (value: string) => string; email: (value: string) => string }> = {
  en: {
    name: (value) => `Did you mean “${value}”? That name is known here.`,
    email: (value) => `Did you mean ${value}?`,
  },
  es: {
    name: (value) => `¿Quiso decir «${value}»? Ese nombre ya se conoce aquí.`,
    email: (value) => `¿Quiso decir ${value}?`,
  },
};

/** Fields that are still empty are not checked: the desk is typing. */
function typedSoFar(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value?.trim()));
}

export const checkPatient = query("patients.check", {
  permission: "patient.register",
  // Whose record was shown as a likely duplicate is recorded by `auditReads`.
  audit: null,
  run: async (call) => {
    const { tx, context, keyring } = call;
    const { orgId } = context.organisation;
    const body = typedSoFar(call.body);
    const texts = suggestionTexts[context.locale];
    const problems = entryProblems(body, context);
    const suggestions: { field: "given" | "family" | "email"; value: string; text: string }[] = [];
    for (const field of ["given", "family"] as const) {
      const typed = body[field];
      const value = typed === undefined ? null : await suggestKnownName(tx, keyring, orgId, field, typed);
      if (value !== null) suggestions.push({ field, value, text: texts.name(value) });
    }
    const email = body.email === undefined ? null : suggestEmail(body.email.trim());
    if (email !== null) suggestions.push({ field: "email", value: email, text: texts.email(email) });

    const { given = "", family = "", ...rest } = storedForm(body, context);
    const duplicates = await findDuplicates(tx, keyring, orgId, { ...rest, given, family });
    const shownIds = duplicates.map(({ record }) => record.id);
    await auditReads(call, "patient-check", shownIds);
    return done({
      duplicates: duplicates.map(({ record, score, reasons }) => presentMatch(record, score, reasons)),
      suggestions,
      problems: problems.map(({ path, code }) => ({ field: path, code, text: fieldTexts[context.locale][code] })),
    });
  },
});
