import { useQueryClient } from "@tanstack/react-query";
import type { Locale } from "../../../contract/values.ts";
import { call } from "../../api/index.ts";
import { chooseLocale } from "../../i18n/language.ts";
import { Icon } from "../../ui/portal/icon.tsx";
import { useLocale } from "../clinic/use-locale.ts";
import { meKey, useMe } from "../session/me-query.ts";
import styles from "./language-switch.module.css";

/** Each language is named in itself, so that whoever needs it can read it. */
const names: Record<Locale, string> = { en: "English", es: "Español" };

export function LanguageSwitch() {
  const { locale } = useLocale();
  const me = useMe();
  const cache = useQueryClient();
  const other: Locale = locale === "en" ? "es" : "en";
  const choose = async () => {
    await chooseLocale(other);
    if (!me) return;
    const saved = await call("me.update", { body: { locale: other } });
    if (saved.ok) cache.setQueryData(meKey, saved.answer);
  };
  return (
    <button type="button" lang={other} className={styles.switch} onClick={() => void choose()}>
      <Icon name="globe" size="sm" />
      {names[other]}
    </button>
  );
}
