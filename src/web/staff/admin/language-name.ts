import type { Locale } from "../../../contract/values.ts";

/** 'es' → 'Spanish' or 'español', as the reader's language has it. */
export function languageName(tag: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
}

/** What a provider may speak; the organisation's own languages stand among them. */
export const spokenLanguages = [
  "en",
  "es",
  "pt",
  "fr",
  "de",
  "it",
  "ht",
  "zh",
  "yue",
  "ko",
  "vi",
  "tl",
  "ru",
  "uk",
  "pl",
  "ar",
  "hi",
  "bn",
  "ur",
  "ca",
  "eu",
  "gl",
  "qu",
  "ase",
] as const;
