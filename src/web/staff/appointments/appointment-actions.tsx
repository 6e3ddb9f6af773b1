import { ActionIcon, Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Appointment, AppointmentTrigger } from "../../../contract/routes/appointments.ts";
import { Icon, type IconName } from "../../ui/staff/icon.tsx";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { movingVisitOf, useMoving } from "../moving/move-context.ts";
import { isPlainStep, nextStep } from "./next-step.ts";
import type { Task } from "./task-form.tsx";
import { useStep } from "./use-step.ts";

interface AppointmentActionsProps {
  readonly appointment: Appointment;
  /** Opens the form that a step needs. */
  readonly onTask: (task: Task) => void;
}

const icons: Readonly<Record<AppointmentTrigger, IconName>> = {
  confirm: "phone",
  reschedule: "move",
  cancel: "ban",
  edit: "edit",
  arrive: "arrived",
  "check-in": "clipboard",
  start: "play",
  complete: "check-double",
  "no-show": "no-show",
  undo: "undo",
  leave: "logout",
  acknowledge: "phone",
  void: "trash",
};

/** In the order of the menu. */
const inMenu: readonly AppointmentTrigger[] = [
  "confirm",
  "acknowledge",
  "arrive",
  "check-in",
  "start",
  "complete",
  "reschedule",
  "edit",
  "no-show",
  "leave",
  "undo",
  "cancel",
  "void",
];

/** What the server allows now: the usual next step as a button, moving beside it, everything else in a menu. */
export function AppointmentActions({ appointment, onTask }: AppointmentActionsProps) {
  const { t } = useTranslation();
  const { dispatch } = useMoving();
  const step = useStep(appointment);
  const { allowed, shown } = appointment;
  const run = (trigger: AppointmentTrigger) => {
    if (trigger === "reschedule") dispatch({ type: "ask", visit: movingVisitOf(appointment) });
    else if (isPlainStep(trigger)) step.take({ trigger });
    else onTask(trigger);
  };
  const main = nextStep(allowed, shown);
  const beside = (["confirm", "reschedule"] as const).filter(
    (trigger) => allowed.includes(trigger) && trigger !== main,
  );
  const rest = inMenu.filter(
    (trigger) => allowed.includes(trigger) && trigger !== main && !beside.includes(trigger as never),
  );
  return (
    <>
      {step.problem !== null && <ProblemNotice problem={step.problem} />}
      {rest.length > 0 && <MoreSteps triggers={rest} onRun={run} />}
      {beside.map((trigger) => (
        <Button
          key={trigger}
          variant="default"
          leftSection={<Icon name={icons[trigger]} />}
          onClick={() => run(trigger)}
        >
          {t(`step.${trigger}`)}
        </Button>
      ))}
      {main !== null && (
        <Button leftSection={<Icon name={icons[main]} />} loading={step.isSending} onClick={() => run(main)}>
          {t(`step.${main}`)}
        </Button>
      )}
    </>
  );
}

interface MoreStepsProps {
  readonly triggers: readonly AppointmentTrigger[];
  readonly onRun: (trigger: AppointmentTrigger) => void;
}

function MoreSteps({ triggers, onRun }: MoreStepsProps) {
  const { t } = useTranslation();
  const isGrave = (trigger: AppointmentTrigger) => trigger === "cancel" || trigger === "void";
  return (
    <Menu position="top-start">
      <Menu.Target>
        <ActionIcon variant="default" size={34} aria-label={t("step.more")} mr="auto">
          <Icon name="more" size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {triggers.map((trigger) => (
          <Menu.Item
            key={trigger}
            {...(isGrave(trigger) ? { color: "red" } : {})}
            leftSection={<Icon name={icons[trigger]} />}
            onClick={() => onRun(trigger)}
          >
            {t(`step.${trigger}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
