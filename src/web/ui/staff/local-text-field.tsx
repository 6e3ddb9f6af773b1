import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Locale, LocalText } from "../../../contract/values.ts";

interface LocalTextFieldProps {
  readonly label: string;
  readonly value: LocalText;
  readonly onChange: (value: LocalText) => void;
  readonly long?: boolean;
  readonly required?: boolean;
  readonly error?: (locale: Locale) => string | undefined;
}

const languages: readonly Locale[] = ["en", "es"];

/** One text in every language, side by side, so that neither is forgotten. */
export function LocalTextField({ label, value, onChange, long = false, required = false, error }: LocalTextFieldProps) {
  const { t } = useTranslation();
  const Input = long ? Textarea : TextInput;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {languages.map((locale) => (
        <Input
          key={locale}
          lang={locale}
          label={`${label} · ${t(`ui.language.${locale}`)}`}
          value={value[locale]}
          onChange={(changed: { currentTarget: { value: string } }) =>
            onChange({ ...value, [locale]: changed.currentTarget.value })
          }
          withAsterisk={required}
          error={error?.(locale)}
        />
      ))}
    </SimpleGrid>
  );
}
