import { Button, List, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { useWrite } from "../session/use-write.ts";

/** Checks every row and seal of the record, and says what it found. */
export function VerifyAudit() {
  const { t } = useTranslation();
  const { can } = useStaff();
  const [isOpen, setOpen] = useState(false);
  const [result, setResult] = useState<Answer<"audit.verify"> | null>(null);
  const verify = useWrite("audit.verify", setResult);
  if (!can("audit.verify")) return null;
  const run = () => {
    setResult(null);
    setOpen(true);
    verify.send({ params: inOrganisation });
  };
  return (
    <>
      <Button leftSection={<Icon name="shield" />} loading={verify.isSending} onClick={run}>
        {t("audit.verify")}
      </Button>
      <Modal
        opened={isOpen && !verify.isSending}
        onClose={() => setOpen(false)}
        title={t("audit.verify")}
        closeButtonProps={{ "aria-label": t("ui.close") }}
      >
        {verify.problem !== null && <ProblemNotice problem={verify.problem} />}
        {result !== null && <Result result={result} />}
      </Modal>
    </>
  );
}

function Result({ result }: { readonly result: Answer<"audit.verify"> }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text fw={600}>{t(result.intact ? "audit.intact" : "audit.broken")}</Text>
      <Text size="sm">{t("audit.checked", { count: result.checked })}</Text>
      {result.waiting > 0 && <Text size="sm">{t("audit.waiting-rows", { count: result.waiting })}</Text>}
      <List size="sm">
        {result.findings.map((finding) => (
          <List.Item key={`${finding.kind} ${finding.eventId} ${finding.detail}`}>
            {t(`audit.finding.${finding.kind}`, { defaultValue: finding.kind })}: {finding.detail}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
