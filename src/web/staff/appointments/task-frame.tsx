import { Button, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import { currentLocale } from "../../i18n/language.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { StatusMark } from "./status-mark.tsx";
import { shortMoment } from "./texts.ts";

interface TaskFrameProps {
  readonly title: string;
  readonly hint?: string;
  readonly submit: string;
  readonly grave?: boolean;
  readonly isSending: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
  readonly children?: ReactNode;
}

/** A short form inside the panel: what will happen, what it needs, and the way back. */
export function TaskFrame(props: TaskFrameProps) {
  const { t } = useTranslation();
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        props.onSubmit();
      }}
    >
      <Stack gap="md">
        <Title order={3}>{props.title}</Title>
        {props.hint !== undefined && (
          <Text size="sm" c="dimmed">
            {props.hint}
          </Text>
        )}
        {props.children}
        {props.problem !== null && <Conflict problem={props.problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onBack}>
            {t("ui.back")}
          </Button>
          <Button type="submit" loading={props.isSending} {...(props.grave === true ? { color: "red" } : {})}>
            {props.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A refusal; when somebody was faster it shows the present state, and sending again acts on that. */
function Conflict({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const now = problem.current;
  return (
    <ProblemNotice
      problem={problem}
      actions={
        now === undefined ? undefined : (
          <Text size="sm" component="div">
            {t("appointment.present-state")} <StatusMark status={now.shown} /> {shortMoment(now.start, currentLocale())}
          </Text>
        )
      }
    />
  );
}
