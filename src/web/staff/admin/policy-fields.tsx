import { NumberInput, Select, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Problem } from "../../../contract/problem.ts";
import type { policySettings } from "../../../contract/routes/administration.ts";
import { fieldError } from "../../ui/staff/problem-notice.tsx";

export type Policy = z.infer<typeof policySettings>;
type NumberKey = Exclude<keyof Policy, "lateCancelAllowed">;

/** In the order in which a booking meets them, with the bounds that the contract has. */
const rules: readonly {
  readonly key: NumberKey;
  readonly unit: "minutes" | "days" | "none";
  readonly max: number;
}[] = [
  { key: "minNoticeMinutes", unit: "minutes", max: 44_640 },
  { key: "maxHorizonDays", unit: "days", max: 730 },
  { key: "slotIntervalMinutes", unit: "minutes", max: 240 },
  { key: "holdMinutes", unit: "minutes", max: 15 },
  { key: "cancelDeadlineMinutes", unit: "minutes", max: 44_640 },
  { key: "rescheduleDeadlineMinutes", unit: "minutes", max: 44_640 },
  { key: "maxReschedules", unit: "none", max: 50 },
  { key: "noShowGraceMinutes", unit: "minutes", max: 240 },
];

interface PolicyFieldsProps {
  readonly value: Policy;
  /** What holds where a field is left empty; shown in it. */
  readonly defaults?: Policy | undefined;
  readonly problem: Problem | null;
  readonly onChange: (part: Partial<Policy>) => void;
}

/** The rules of booking. An empty field means that the rule of the level above holds. */
export function PolicyFields({ value, defaults, problem, onChange }: PolicyFieldsProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
      {rules.map(({ key, unit, max }) => {
        const standard = defaults?.[key];
        const suffix = unit === "none" ? "" : ` ${t(`ui.${unit}`)}`;
        return (
          <NumberInput
            key={key}
            label={t(`policy.${key}`)}
            description={t(`policy-hint.${key}`)}
            inputWrapperOrder={["label", "input", "description", "error"]}
            suffix={suffix}
            placeholder={
              standard == null ? t("policy.inherited") : t("policy.default", { value: `${standard}${suffix}` })
            }
            min={0}
            max={max}
            allowDecimal={false}
            value={value[key] ?? ""}
            error={fieldError(problem, `policy.${key}`)}
            onChange={(typed) => onChange({ [key]: typeof typed === "number" ? typed : null })}
          />
        );
      })}
      <LateCancelSelect value={value} defaults={defaults} onChange={onChange} />
    </SimpleGrid>
  );
}

function LateCancelSelect({ value, defaults, onChange }: Omit<PolicyFieldsProps, "problem">) {
  const { t } = useTranslation();
  const standard = defaults?.lateCancelAllowed;
  return (
    <Select
      label={t("policy.lateCancelAllowed")}
      description={t("policy-hint.lateCancelAllowed")}
      inputWrapperOrder={["label", "input", "description", "error"]}
      placeholder={
        standard == null ? t("policy.inherited") : t("policy.default", { value: t(standard ? "ui.yes" : "ui.no") })
      }
      clearable
      data={[
        { value: "yes", label: t("ui.yes") },
        { value: "no", label: t("ui.no") },
      ]}
      value={value.lateCancelAllowed == null ? null : value.lateCancelAllowed ? "yes" : "no"}
      onChange={(chosen) =>
        onChange({
          lateCancelAllowed: chosen === null ? null : chosen === "yes",
        })
      }
    />
  );
}
