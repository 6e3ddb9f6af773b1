import { Button } from "@mantine/core";
import { type Dispatch, useReducer, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../contract/routes/appointments.ts";
import type { Answer } from "../../api/index.ts";
import { weekdayNames } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import { Card } from "../../ui/staff/card.tsx";
import { Icon } from "../../ui/staff/icon.tsx";
import { notify } from "../../ui/staff/notify.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { useWrite } from "../session/use-write.ts";
import { AffectedVisits } from "./affected-visits.tsx";
import { type HoursAction, type HoursLine, hoursReducer, lineErrors, linesOf, rulesOf } from "./hours-draft.ts";
import styles from "./hours-editor.module.css";
import { HoursLineFields } from "./hours-line-fields.tsx";

interface HoursEditorProps {
  readonly schedule: Answer<"schedules.get">;
  readonly mayEdit: boolean;
}

/** The weekly hours with breaks, per place; visits that fall outside new hours stay, and are listed. */
export function HoursEditor({ schedule, mayEdit }: HoursEditorProps) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(() => linesOf(schedule.rules));
  const [lines, dispatch] = useReducer(hoursReducer, saved);
  const [outside, setOutside] = useState<readonly Appointment[]>([]);
  const put = useWrite("schedules.put-hours", (answer) => {
    setSaved([...lines]);
    setOutside(answer.outside);
    notify(t("hours.saved"));
  });
  const isChanged = JSON.stringify(rulesOf(lines)) !== JSON.stringify(rulesOf(saved));
  const errors = lineErrors(put.problem, lines);
  const save = () =>
    put.send({
      params: { ...inOrganisation, id: schedule.resourceId },
      ifMatch: schedule.version,
      body: { rules: rulesOf(lines) },
    });
  return (
    <Card title={t("hours.title")} hint={t("hours.hint")}>
      <fieldset disabled={!mayEdit} style={{ border: 0, margin: 0, padding: 0 }}>
        {weekdayNames(currentLocale(), "long").map((name, index) => (
          <Day
            key={name}
            weekday={index + 1}
            name={name}
            lines={lines}
            errors={errors}
            mayEdit={mayEdit}
            dispatch={dispatch}
          />
        ))}
      </fieldset>
      {put.problem !== null && <ProblemNotice problem={put.problem} />}
      {outside.length > 0 && <AffectedVisits title={t("hours.outside", { count: outside.length })} visits={outside} />}
      {mayEdit && (
        <div className={styles.foot}>
          {isChanged && <span>{t("hours.unsaved")}</span>}
          <Button disabled={!isChanged} loading={put.isSending} onClick={save}>
            {t("hours.save")}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface DayProps {
  readonly weekday: number;
  readonly name: string;
  readonly lines: readonly HoursLine[];
  readonly errors: ReadonlyMap<number, string>;
  readonly mayEdit: boolean;
  readonly dispatch: Dispatch<HoursAction>;
}

function Day({ weekday, name, lines, errors, mayEdit, dispatch }: DayProps) {
  const { t } = useTranslation();
  const { organisation } = useStaff();
  const ofDay = lines.filter((line) => line.weekday === weekday);
  const locationId = ofDay[0]?.locationId ?? lines[0]?.locationId ?? organisation.locations[0]?.id ?? "";
  const add = (effect: "open" | "break") => dispatch({ type: "add", weekday, effect, locationId });
  return (
    <div className={styles.day}>
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.lines}>
        {ofDay.length === 0 && <span className={styles.closed}>{t("hours.closed")}</span>}
        {ofDay.map((line) => (
          <HoursLineFields key={line.key} line={line} day={name} error={errors.get(line.key)} dispatch={dispatch} />
        ))}
        {mayEdit && (
          <div className={styles.adds}>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<Icon name="plus" size={12} />}
              onClick={() => add("open")}
            >
              {t("hours.add-hours")}
            </Button>
            {ofDay.length > 0 && (
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<Icon name="plus" size={12} />}
                onClick={() => add("break")}
              >
                {t("hours.add-break")}
              </Button>
            )}
            {ofDay.length > 0 && weekday === 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                leftSection={<Icon name="copy" size={12} />}
                onClick={() => dispatch({ type: "copy-to-weekdays", weekday })}
              >
                {t("hours.copy")}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
