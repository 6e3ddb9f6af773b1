import { Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useTranslation } from "react-i18next";
import type { AppointmentStatus } from "../../../contract/values.ts";
import { providerChoices, serviceChoices, useProviders, useServices } from "../directory/use-directory.ts";

export interface Filters {
  readonly text: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly provider: string | undefined;
  readonly service: string | undefined;
  readonly status: string | undefined;
}

export const statuses: readonly AppointmentStatus[] = [
  "booked",
  "pending",
  "arrived",
  "checked-in",
  "fulfilled",
  "cancelled",
  "noshow",
];

interface AppointmentFiltersProps {
  readonly filters: Partial<Filters>;
  readonly onChange: (part: Partial<Filters>) => void;
}

export function AppointmentFilters({ filters, onChange }: AppointmentFiltersProps) {
  const { t } = useTranslation();
  const providers = providerChoices(useProviders());
  const services = serviceChoices(useServices());
  const any = { clearable: true, placeholder: t("search.any") };
  return (
    <>
      {(["from", "to"] as const).map((end) => (
        <DatePickerInput
          key={end}
          {...any}
          label={t(`search.${end}`)}
          valueFormat={t("ui.date-format")}
          value={filters[end] ?? null}
          onChange={(day) => onChange({ [end]: day ?? undefined })}
        />
      ))}
      <Select
        {...any}
        searchable
        label={t("fields.provider")}
        data={providers}
        value={filters.provider ?? null}
        onChange={(provider) => onChange({ provider: provider ?? undefined })}
      />
      <Select
        {...any}
        searchable
        label={t("fields.service")}
        data={services}
        value={filters.service ?? null}
        onChange={(service) => onChange({ service: service ?? undefined })}
      />
      <Select
        {...any}
        label={t("fields.status")}
        data={statuses.map((status) => ({
          value: status,
          label: t(`code.${status}`),
        }))}
        value={filters.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
      />
    </>
  );
}
