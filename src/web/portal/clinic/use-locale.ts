import { useTranslation } from "react-i18next";
import type { Locale, LocalText } from "../../../contract/values.ts";

/** The language of the page, and the clinic's own texts in it. */
export function useLocale() {
  const { i18n } = useTranslation();
  const locale: Locale = i18n.language === "es" ? "es" : "en";
  return {
    locale,
    /** A clinic that has not translated a text yet shows the one it has. */
    text: (text: LocalText): string => text[locale] || text.en || text.es,
    languageName: (tag: string): string => new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag,
  };
}
