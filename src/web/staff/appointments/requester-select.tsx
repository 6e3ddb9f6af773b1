import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { requester } from "../../../contract/values.ts";

export type Requester = z.infer<typeof requester>;

const requesters: readonly Requester[] = ["patient", "carer", "provider", "clinic"];

interface RequesterSelectProps {
  readonly value: Requester;
  readonly onChange: (requester: Requester) => void;
}

/** Who asked for the change; kept on record with it. */
export function RequesterSelect({ value, onChange }: RequesterSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t("fields.requester")}
      data={requesters.map((one) => ({
        value: one,
        label: t(`requester.${one}`),
      }))}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
    />
  );
}
