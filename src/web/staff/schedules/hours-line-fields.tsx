import { ActionIcon, Select, Tooltip } from "@mantine/core";
import { DatePickerInput, TimeInput } from "@mantine/dates";
import { type Dispatch, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HoursRule } from "../../../contract/routes/schedules.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { useStaff } from "../session/staff-context.ts";
import type { HoursAction, HoursLine } from "./hours-draft.ts";
import styles from "./hours-editor.module.css";

interface HoursLineFieldsProps {
  readonly line: HoursLine;
  /** Name of the weekday, for the labels. */
  readonly day: string;
  readonly error: string | undefined;
  readonly dispatch: Dispatch<HoursAction>;
}

/** One line: from, to, where, and, when it is limited, from which date to which. */
export function HoursLineFields({ line, day, error, dispatch }: HoursLineFieldsProps) {
  const { t } = useTranslation();
  const [isLimited, setLimited] = useState(line.validFrom !== null || line.validTo !== null);
  const change = (part: Partial<HoursRule>) => dispatch({ type: "change", key: line.key, part });
  const about = `${day}, ${t(`hours.effect-${line.effect}`)}`;
  return (
    <div className={line.effect === "break" ? `${styles.line} ${styles.isBreak}` : styles.line}>
      {(["from", "to"] as const).map((end) => (
        <TimeInput
          key={end}
          className={styles.time}
          size="xs"
          aria-label={`${about}: ${t(`hours.${end}`)}`}
          value={line[end]}
          error={error !== undefined}
          onChange={(changed) => change({ [end]: changed.currentTarget.value })}
        />
      ))}
      {line.effect === "break" ? (
        <span>{t("hours.effect-break")}</span>
      ) : (
        <PlaceSelect line={line} about={about} onChange={change} />
      )}
      {isLimited && <Validity line={line} about={about} onChange={change} />}
      <Tooltip label={t("hours.limit")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${about}: ${t("hours.limit")}`}
          aria-pressed={isLimited}
          onClick={() => setLimited(!isLimited)}
        >
          <Icon name="calendar" size={14} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${about}: ${t("ui.remove")}`}
        onClick={() => dispatch({ type: "remove", key: line.key })}
      >
        <Icon name="x" size={14} />
      </ActionIcon>
      {error !== undefined && (
        <span className={styles.error} role="alert" ref={(line) => line?.scrollIntoView({ block: "center" })}>
          {error}
        </span>
      )}
    </div>
  );
}

interface PartProps {
  readonly line: HoursLine;
  readonly about: string;
  readonly onChange: (part: Partial<HoursRule>) => void;
}

function PlaceSelect({ line, about, onChange }: PartProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  if (organisation.locations.length < 2) return null;
  return (
    <Select
      className={styles.place}
      size="xs"
      aria-label={`${about}: ${t("fields.location")}`}
      data={organisation.locations.map(({ id, name }) => ({
        value: id,
        label: name,
      }))}
      value={line.locationId}
      allowDeselect={false}
      onChange={(locationId) => locationId !== null && onChange({ locationId })}
    />
  );
}

function Validity({ line, about, onChange }: PartProps) {
  const { t } = useTranslation();
  return (["validFrom", "validTo"] as const).map((end) => (
    <DatePickerInput
      key={end}
      className={styles.valid}
      size="xs"
      clearable
      aria-label={`${about}: ${t(`hours.${end}`)}`}
      placeholder={t(`hours.${end}`)}
      valueFormat={t("ui.date-format")}
      value={line[end]}
      onChange={(date) => onChange({ [end]: date })}
    />
  ));
}
