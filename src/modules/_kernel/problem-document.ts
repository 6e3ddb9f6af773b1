/** Refusals in the reader's language, as RFC 9457 problem documents. */
import { errorCodes } from "../../contract/error-codes.ts";
import { en } from "../../contract/error-texts/en.ts";
import { es } from "../../contract/error-texts/es.ts";
import type { Problem } from "../../contract/problem.ts";
import type { Locale } from "../../contract/values.ts";
import type { Refusal } from "./refusal.ts";

const texts = { en, es };

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function problemDocument(refusal: Refusal, locale: Locale, reference: string): Problem {
  const words = texts[locale].codes[refusal.code];
  const kind = errorCodes[refusal.code];
  const params = { reference, ...refusal.params };
  return {
    type: `urn:cita:problem:${refusal.code}`,
    code: refusal.code,
    status: kind.status,
    title: fill(words.title, params),
    detail: fill(words.detail, params),
    reference,
    recovery: {
      action: kind.recovery,
      label: texts[locale].actions[kind.recovery],
      text: fill(words.recovery, params),
    },
    ...(refusal.fields !== undefined && {
      fields: refusal.fields.map(({ path, code, params: fieldParams }) => ({
        path,
        code,
        message: fill(texts[locale].fields[code], fieldParams ?? {}),
      })),
    }),
    ...refusal.with,
  };
}
