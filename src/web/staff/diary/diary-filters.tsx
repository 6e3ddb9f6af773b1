import { SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLocale } from "../../i18n/language.ts";
import { providerChoices, useProviders } from "../directory/use-directory.ts";
import { useStaff } from "../session/staff-context.ts";
import styles from "./toolbar.module.css";
import type { DiaryView } from "./use-diary.ts";

export interface DiaryFiltersProps {
  readonly view: DiaryView;
  readonly onChange: (part: Partial<DiaryView>) => void;
}

/** Whose time is shown. A choice among one is no choice, and is left out. */
export function DiaryFilters(props: DiaryFiltersProps) {
  return (
    <div className={styles.filters}>
      {props.view.view === "week" ? <WeekFilter {...props} /> : <DayFilters {...props} />}
    </div>
  );
}

function WeekFilter({ view, onChange }: DiaryFiltersProps) {
  const { t } = useTranslation();
  const providers = useProviders();
  return (
    <Select
      size="xs"
      w="14rem"
      aria-label={t("fields.provider")}
      placeholder={t("diary.choose-provider")}
      data={providerChoices(providers)}
      value={view.resource ?? null}
      searchable
      allowDeselect={false}
      onChange={(resource) => onChange({ resource: resource ?? undefined })}
    />
  );
}

function DayFilters({ view, onChange }: DiaryFiltersProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const locale = currentLocale();
  const { departments, locations } = organisation;
  return (
    <>
      {departments.length > 1 && (
        <Select
          size="xs"
          className={styles.filter}
          aria-label={t("fields.department")}
          placeholder={t("diary.all-departments")}
          data={departments.map(({ id, name }) => ({
            value: id,
            label: name[locale],
          }))}
          value={view.department ?? null}
          clearable
          searchable
          onChange={(department) => onChange({ department: department ?? undefined })}
        />
      )}
      {locations.length > 1 && (
        <Select
          size="xs"
          className={styles.filter}
          aria-label={t("fields.location")}
          placeholder={t("diary.all-locations")}
          data={locations.map(({ id, name }) => ({ value: id, label: name }))}
          value={view.location ?? null}
          clearable
          onChange={(location) => onChange({ location: location ?? undefined })}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={t("diary.columns")}
        value={view.columns}
        data={[
          { value: "provider", label: t("diary.providers") },
          { value: "room", label: t("diary.rooms") },
        ]}
        onChange={(chosen) => onChange({ columns: chosen === "room" ? "room" : "provider" })}
      />
    </>
  );
}
