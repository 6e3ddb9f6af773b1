import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/portal/field.tsx";
import { PlaceAndLanguage } from "../find/search-form.tsx";
import styles from "./time-filters.module.css";
import type { TimeSearch } from "./time-search.ts";

interface TimeFiltersProps {
  readonly search: TimeSearch;
  readonly onSearch: (changes: { [K in keyof TimeSearch]: string }) => void;
}

/** Place, language, part of the day: folded away until somebody needs them. */
export function TimeFilters({ search, onSearch }: TimeFiltersProps) {
  const { t } = useTranslation();
  const used = [search.place, search.language, search.part].some(Boolean);
  return (
    <details open={used || undefined}>
      <summary>{t("choose.filters")}</summary>
      <div className={styles.fields}>
        <PlaceAndLanguage
          place={{
            name: "place",
            value: search.place ?? "",
            onChange: (place) => onSearch({ place, provider: "" }),
          }}
          language={{
            name: "language",
            value: search.language ?? "",
            onChange: (language) => onSearch({ language, provider: "" }),
          }}
        />
        <SelectField
          name="part"
          label={t("choose.part")}
          value={search.part ?? ""}
          onChange={(part) => onSearch({ part })}
        >
          <option value="">{t("choose.any-part")}</option>
          <option value="morning">{t("part.morning")}</option>
          <option value="afternoon">{t("part.afternoon")}</option>
          <option value="evening">{t("part.evening")}</option>
        </SelectField>
      </div>
    </details>
  );
}
