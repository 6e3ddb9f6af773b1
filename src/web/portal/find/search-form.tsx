import { useTranslation } from "react-i18next";
import { today } from "../../i18n/dates.ts";
import { SelectField, TextField } from "../../ui/portal/field.tsx";
import { useClinic, useServices } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import styles from "./search-form.module.css";
import { ServiceOptions } from "./service-options.tsx";

export interface StartSearch {
  readonly text?: string;
  readonly specialty?: string;
  readonly service?: string;
  readonly place?: string;
  readonly language?: string;
  readonly from?: string;
}

interface SearchFormProps {
  readonly search: StartSearch;
  readonly onChange: (changes: { [K in keyof StartSearch]: string }) => void;
}

/** What the person looks for. Results follow at once; there is nothing to send. */
export function SearchForm({ search, onChange }: SearchFormProps) {
  const { t } = useTranslation();
  const { clinic } = useClinic();
  const { text, languageName } = useLocale();
  const services = useServices();
  const extra = [search.place, search.language, search.from].filter(Boolean).length;
  return (
    <search className={styles.panel}>
      <div className={styles.main}>
        <TextField
          type="search"
          name="text"
          label={t("find.text")}
          value={search.text ?? ""}
          autoComplete="off"
          onChange={(value) => onChange({ text: value })}
        />
        <SelectField
          name="specialty"
          label={t("find.specialty")}
          value={search.specialty ?? ""}
          onChange={(value) => onChange({ specialty: value, service: "" })}
        >
          <option value="">{t("find.any-specialty")}</option>
          {clinic.specialties.map(({ code, name }) => (
            <option key={code} value={code}>
              {text(name)}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="service"
          label={t("find.service")}
          value={search.service ?? ""}
          onChange={(value) => onChange({ service: value })}
        >
          <option value="">{t("find.any-service")}</option>
          <ServiceOptions services={services.data?.services ?? []} specialty={search.specialty} />
        </SelectField>
      </div>
      <details className={styles.more} open={extra > 0 || undefined}>
        <summary>{t("find.more")}</summary>
        <div className={styles.main}>
          {clinic.locations.length > 1 && (
            <SelectField
              name="place"
              label={t("find.place")}
              value={search.place ?? ""}
              onChange={(value) => onChange({ place: value })}
            >
              <option value="">{t("find.any-place")}</option>
              {clinic.locations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <SelectField
            name="language"
            label={t("find.language")}
            value={search.language ?? ""}
            onChange={(value) => onChange({ language: value })}
          >
            <option value="">{t("find.any-language")}</option>
            {clinic.languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag)}
              </option>
            ))}
          </SelectField>
          <TextField
            type="date"
            name="from"
            label={t("find.from")}
            min={today(clinic.zone)}
            value={search.from ?? ""}
            onChange={(value) => onChange({ from: value })}
          />
        </div>
      </details>
    </search>
  );
}
