import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../contract/values.ts";
import { chooseLocale, currentLocale } from "../../i18n/language.ts";

/** Each language is named in itself: whoever cannot read this page finds theirs. */
const names = [
  { value: "en", label: "English" },
  { value: "es", label: "Español" },
] as const satisfies readonly {
  readonly value: Locale;
  readonly label: string;
}[];

export function LanguageSwitch({ fullWidth = false }: { readonly fullWidth?: boolean }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("shell.language")}
      data={[...names]}
      value={currentLocale()}
      fullWidth={fullWidth}
      onChange={(chosen: Locale) => void chooseLocale(chosen)}
    />
  );
}
