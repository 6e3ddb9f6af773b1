import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../contract/problem.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";

interface FormFootProps {
  readonly problem: Problem | null;
  readonly isSending: boolean;
  readonly onCancel?: () => void;
  readonly isDisabled?: boolean;
}

/** What the server refused, and the button that saves. */
export function FormFoot({ problem, isSending, onCancel, isDisabled = false }: FormFootProps) {
  const { t } = useTranslation();
  return (
    <>
      {problem !== null && <ProblemNotice problem={problem} />}
      <Group justify="flex-end" mt="md">
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            {t("ui.cancel")}
          </Button>
        )}
        <Button type="submit" loading={isSending} disabled={isDisabled}>
          {t("ui.save")}
        </Button>
      </Group>
    </>
  );
}
