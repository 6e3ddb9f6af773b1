import { useTranslation } from "react-i18next";
import { dateWithYear } from "../../i18n/dates.ts";
import { DateField } from "../../ui/portal/date-field.tsx";
import { TextField } from "../../ui/portal/field.tsx";
import type { useForm } from "../../ui/portal/use-form.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { suggestEmail } from "./email-suggestion.ts";
import { birthDateOf } from "./person-checks.ts";
import styles from "./person-fields.module.css";
import type { PersonValues } from "./person-values.ts";

interface PersonFieldsProps {
  readonly form: Pick<ReturnType<typeof useForm<PersonValues>>, "control" | "values" | "set" | "errorOf">;
}

/** Names as two cultures write them: a second surname is asked for and may be left empty. */
export function NameFields({ form }: PersonFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField {...form.control("given")} label={t("person.given")} autoComplete="given-name" maxLength={200} />
      <TextField {...form.control("family")} label={t("person.family")} autoComplete="family-name" maxLength={200} />
      <TextField {...form.control("secondFamily")} label={t("person.second-family")} optional maxLength={200} />
    </>
  );
}

export function BirthDateField({ form }: PersonFieldsProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { birthDay, birthMonth, birthYear } = form.values;
  const whole = birthDateOf(form.values);
  return (
    <DateField
      name="birthDate"
      legend={t("person.birth-date")}
      hint={t("person.birth-date-hint")}
      autoComplete="bday"
      error={form.errorOf("birthDate")}
      value={{ day: birthDay, month: birthMonth, year: birthYear }}
      inWords={whole === null ? null : dateWithYear(whole, locale)}
      onChange={({ day, month, year }) => form.set({ birthDay: day, birthMonth: month, birthYear: year }, "birthDate")}
    />
  );
}

export function ContactFields({ form }: PersonFieldsProps) {
  const { t } = useTranslation();
  const suggested = suggestEmail(form.values.email);
  return (
    <>
      <TextField
        {...form.control("email")}
        type="email"
        label={t("person.email")}
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        after={
          <p role="status" className={styles.suggestion}>
            {suggested !== null && (
              <button type="button" onClick={() => form.set({ email: suggested })}>
                {t("person.did-you-mean", { email: suggested })}
              </button>
            )}
          </p>
        }
      />
      <TextField
        {...form.control("phone")}
        type="tel"
        label={t("person.phone")}
        hint={t("person.phone-hint")}
        autoComplete="tel"
        maxLength={32}
      />
    </>
  );
}
