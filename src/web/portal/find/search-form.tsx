import { useState } from "react";
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
  readonly onChange: (search: StartSearch) => void;
}

/**
 * What the person looks for. Results follow at once; there is nothing to send. The address follows too, one step behind
 * the fields, so that typing never waits for it.
 */
export function SearchForm({ search, onChange }: SearchFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(search);
  const control = (name: keyof StartSearch) => ({
    name,
    value: typed[name] ?? "",
    onChange: (value: string) => {
      const next = { ...typed, [name]: value, ...(name === "specialty" && { service: "" }) };
      setTyped(next);
      onChange(next);
    },
  });
  const refined = [search.service, search.place, search.language, search.from].some(Boolean);
  return (
    <search className={styles.panel}>
      <div className={styles.main}>
        <TextField {...control("text")} type="search" label={t("find.text")} autoComplete="off" />
        <SpecialtyField control={control("specialty")} />
      </div>
      <details open={refined || undefined}>
        <summary>{t("find.more")}</summary>
        <div className={styles.more}>
          <ServiceField control={control("service")} specialty={typed.specialty} />
          <PlaceAndLanguage place={control("place")} language={control("language")} />
          <FromField control={control("from")} />
        </div>
      </details>
    </search>
  );
}

interface Control {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SpecialtyField({ control }: { readonly control: Control }) {
  const { t } = useTranslation();
  const { clinic } = useClinic();
  const { text } = useLocale();
  return (
    <SelectField {...control} label={t("find.specialty")}>
      <option value="">{t("find.any-specialty")}</option>
      {clinic.specialties.map(({ code, name }) => (
        <option key={code} value={code}>
          {text(name)}
        </option>
      ))}
    </SelectField>
  );
}

function ServiceField({ control, specialty }: { readonly control: Control; readonly specialty: string | undefined }) {
  const { t } = useTranslation();
  const services = useServices();
  return (
    <SelectField {...control} label={t("find.service")}>
      <option value="">{t("find.any-service")}</option>
      <ServiceOptions services={services.data?.services ?? []} specialty={specialty} />
    </SelectField>
  );
}

/** Used by the times of one service as well. */
export function PlaceAndLanguage({ place, language }: { readonly place: Control; readonly language: Control }) {
  const { t } = useTranslation();
  const { clinic } = useClinic();
  const { languageName } = useLocale();
  return (
    <>
      {clinic.locations.length > 1 && (
        <SelectField {...place} label={t("find.place")}>
          <option value="">{t("find.any-place")}</option>
          {clinic.locations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField {...language} label={t("find.language")}>
        <option value="">{t("find.any-language")}</option>
        {clinic.languages.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function FromField({ control }: { readonly control: Control }) {
  const { t } = useTranslation();
  const { clinic } = useClinic();
  return <TextField {...control} type="date" label={t("find.from")} min={today(clinic.zone)} />;
}
