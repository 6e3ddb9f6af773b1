/** Which languages there are, and how the texts of one are loaded. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Locale } from "../../contract/values.ts";

export const locales: readonly Locale[] = ["en", "es"];
const memory = "cita.locale";

type Texts = Record<string, unknown>;

/** One file per language and area; a browser downloads those of one language. */
const files = import.meta.glob<Texts>("./*/*.json", { import: "default" });

/**
 * Starts translation for one area: texts of the area first, then the shared ones. Resolves when they are loaded.
 *
 * The language is what the person chose here before, else the browser's, else `otherwise`.
 */
export async function startLanguage(area: "portal" | "staff", otherwise: Locale = "en"): Promise<void> {
  const chosen = rememberedLocale() ?? browserLocale() ?? otherwise;
  // Set first: requests that leave before the texts have come name the same language.
  document.documentElement.lang = chosen;
  await i18next
    .use(initReactI18next)
    .use({
      type: "backend" as const,
      read: async (locale: string, space: string) => (await files[`./${locale}/${space}.json`]?.()) ?? {},
    })
    .init({
      lng: chosen,
      fallbackLng: false,
      ns: [area, "shared"],
      defaultNS: area,
      fallbackNS: "shared",
      interpolation: { escapeValue: false },
    });
}

/** Loads the other language, then switches the page and remembers the choice in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(memory, locale);
  } catch {
    // A browser that keeps nothing still shows the chosen language until the page is closed.
  }
}

export function currentLocale(): Locale {
  return asLocale(i18next.language) ?? "en";
}

export function rememberedLocale(): Locale | null {
  try {
    return asLocale(localStorage.getItem(memory));
  } catch {
    return null;
  }
}

function browserLocale(): Locale | null {
  for (const language of navigator.languages) {
    const locale = asLocale(language.slice(0, 2));
    if (locale !== null) return locale;
  }
  return null;
}

function asLocale(text: string | null): Locale | null {
  return locales.find((locale) => locale === text) ?? null;
}
