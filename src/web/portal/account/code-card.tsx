import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ask, problemOf } from "../../api/index.ts";
import { Button } from "../../ui/portal/button.tsx";
import { TextField } from "../../ui/portal/field.tsx";
import { Icon } from "../../ui/portal/icon.tsx";
import { Notice } from "../../ui/portal/notice.tsx";
import stack from "../../ui/portal/stack.module.css";
import { checkCode } from "../person/person-checks.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { Contact } from "./registration.ts";

interface CodeCardProps {
  readonly contact: Contact;
  readonly registrationId: string;
  /** Masked address, such as `a…a@example.com`. */
  readonly hint: string;
  readonly verified: boolean;
  readonly onVerified: (verified: readonly Contact[]) => void;
}

/** The code of one contact: type it, or have it sent again. */
export function CodeCard({ contact, registrationId, hint, verified, onVerified }: CodeCardProps) {
  const { t } = useTranslation();
  const heading = useId();
  const [code, setCode] = useState("");
  const [error, setError] = useState<string>();
  const verify = useMutation({
    mutationFn: () => ask("accounts.verify", { body: { registrationId, contact, code: code.trim() } }),
    onSuccess: (answer) => onVerified(answer.verified),
  });
  const resend = useMutation({ mutationFn: () => ask("accounts.resend", { body: { registrationId, contact } }) });
  const problem = problemOf(verify.error) ?? problemOf(resend.error);
  const send = () => {
    const finding = checkCode(code);
    setError(finding === null ? undefined : t(`finding.${finding}`, { field: t("field.code") }));
    if (finding === null) verify.mutate();
  };
  const sendAgain = () => {
    verify.reset();
    resend.mutate();
  };
  if (verified) return <Notice tone="good" role="status" title={t(`verify.done.${contact}`, { contact: hint })} />;
  return (
    <section className={stack.card} aria-labelledby={heading}>
      <h2 id={heading} className={stack.withIcon}>
        <Icon name={contact === "email" ? "mail" : "message"} />
        {t(`verify.${contact}`)}
      </h2>
      <p className={stack.soft}>{t("code.lead", { contact: hint })}</p>
      {problem && (
        <ProblemNotice
          problem={problem}
          onRecover={problem.recovery.action === "request-new-code" ? sendAgain : undefined}
        />
      )}
      <form
        noValidate
        className={stack.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          name={`code-${contact}`}
          label={t("code.label")}
          value={code}
          error={error}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          onChange={setCode}
        />
        <div className={stack.actions}>
          <Button type="submit" busy={verify.isPending}>
            {t(`verify.button.${contact}`)}
          </Button>
          <Button look="quiet" busy={resend.isPending} onClick={sendAgain}>
            {t(`verify.again.${contact}`)}
          </Button>
        </div>
        <p role="status" className={stack.small}>
          {resend.isSuccess && t("verify.sent-again")}
        </p>
      </form>
    </section>
  );
}
