/**
 * The small formats of a clinic file, each with the problem code that its author reads when it is wrong.
 *
 * A format's `error` is always one of `ClinicFileProblemCode`: the reader turns it into a text with line and remedy.
 */
import { z } from "zod";
import { isZone, parseLocalDate } from "../../domain/time/index.ts";
import type { ClinicFileProblemCode } from "./problem-codes.ts";

/** Only codes that have a text may be used as a format's error: a typing error here does not compile. */
function refusal(code: ClinicFileProblemCode): { error: ClinicFileProblemCode; abort: true } {
  return { error: code, abort: true };
}

/** True for codes that the runtime's language data can name: `es-MX` is a language, `xx` is not. */
function isNamed(type: "language" | "region", code: string): boolean {
  try {
    return new Intl.DisplayNames("en", { type, fallback: "none" }).of(code) !== undefined;
  } catch {
    return false;
  }
}

export const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, refusal("bad_key"))
  .meta({ description: "A short name inside this file: lower-case letters, digits and single hyphens." });

export const slug = z
  .string()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, refusal("bad_slug"))
  .meta({ description: "The organisation's part of the web address. It never changes once links have been sent." });

export const zone = z
  .string()
  .regex(/^(UTC|[A-Za-z]+(\/[A-Za-z0-9_+-]+)+)$/, refusal("bad_zone"))
  .refine(isZone, refusal("bad_zone"))
  .meta({ description: "IANA time zone, such as America/New_York." });

export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, refusal("bad_date"))
  .refine((text) => parseLocalDate(text).ok, refusal("no_such_date"))
  .meta({ description: "A calendar date, year-month-day." });

export const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, refusal("bad_time"))
  .meta({ description: "Time on the wall clock of the place, 24-hour, such as 08:30." });

/** Only the shape of E.164; whether such a number can exist is checked by the reader. */
export const phone = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, refusal("bad_phone"))
  .meta({ description: "E.164 in quotes, such as '+12125550123'." });

export const email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>,;:"]+@[^\s@<>,;:".]+(\.[^\s@<>,;:".]+)+$/, refusal("bad_email"));

export const webAddress = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s]+$/, refusal("bad_web_address"));

export const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, refusal("bad_colour"))
  .toLowerCase();

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, refusal("bad_language"))
  .refine((tag) => isNamed("language", tag), refusal("bad_language"))
  .meta({ description: "BCP 47 language tag, such as es or pt-BR." });

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, refusal("bad_country"))
  .refine((code) => isNamed("region", code), refusal("bad_country"))
  .meta({ description: "ISO 3166-1 country code, two capital letters." });

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, refusal("bad_currency"))
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), refusal("bad_currency"))
  .meta({ description: "ISO 4217 currency code, three capital letters." });

export const locale = z.enum(["en", "es"]).meta({ description: "A language that the product itself speaks." });

export const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

export const personName = z.string().min(1).max(100);

/** What a place calls itself stays the same in every language. */
export const properName = z.string().min(1).max(200);

/** Words for people. Which languages must be there depends on the organisation's locales; the reader checks it. */
function textUpTo(length: number) {
  return z.strictObject({
    en: z.string().min(1).max(length).optional(),
    es: z.string().min(1).max(length).optional(),
  });
}

export const shortText = textUpTo(200).meta({ id: "shortText", description: "One line, in each of the locales." });
export const longText = textUpTo(4000).meta({ id: "longText", description: "Paragraphs, in each of the locales." });

export type Weekday = z.infer<typeof weekday>;
export type FileLocale = z.infer<typeof locale>;
