import { useMutation } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ask, problemOf } from "../../api/index.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { PasswordField, TextField } from "../../ui/portal/field.tsx";
import { Notice } from "../../ui/portal/notice.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useClinic, useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { checkCode, checkPassword, checkRequired } from "../person/person-checks.ts";
import { inWords } from "../person/person-values.ts";
import { DemoOutboxLink } from "../shell/demo-outbox-link.tsx";
import { fieldProblems } from "../shell/field-problems.ts";
import { FormRefusal } from "../shell/form-refusal.tsx";

const route = getRouteApi("/$slug/forgotten-password");

/** A code to a contact, then a new password. The answer never tells whether the contact is known. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  const slug = useSlug();
  const { next } = route.useSearch();
  const [resetId, setResetId] = useState<string>();
  const [done, setDone] = useState(false);
  const search = next === undefined ? {} : { next };
  const back = (
    <BackLink to="/$slug/sign-in" params={{ slug }} search={search}>
      {t("sign-in.title")}
    </BackLink>
  );
  return (
    <Page title={t("password.title")} lead={resetId || done ? undefined : t("password.lead")} back={back}>
      {done ? (
        <Notice
          tone="good"
          role="status"
          title={t("password.done")}
          actions={
            <ButtonLink to="/$slug/sign-in" params={{ slug }} search={search}>
              {t("sign-in.button")}
            </ButtonLink>
          }
        />
      ) : resetId === undefined ? (
        <AskForCode onSent={setResetId} />
      ) : (
        <NewPassword resetId={resetId} onDone={() => setDone(true)} onAgain={() => setResetId(undefined)} />
      )}
    </Page>
  );
}

function AskForCode({ onSent }: { readonly onSent: (resetId: string) => void }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const form = useForm({
    initial: { contact: "" },
    check: ({ contact }) => inWords([["contact", checkRequired(contact)]], t),
  });
  const request = useMutation({
    mutationFn: (contact: string) => ask("password-resets.request", { body: { contact, locale } }),
    onSuccess: ({ resetId }) => onSent(resetId),
  });
  return (
    <>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal error={request.error} shown={form.problems} />
      <form noValidate className={stack.form} onSubmit={form.submit(({ contact }) => request.mutate(contact.trim()))}>
        <TextField
          {...form.control("contact")}
          label={t("sign-in.contact")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
        <div className={stack.actions}>
          <Button type="submit" busy={request.isPending}>
            {t("password.send")}
          </Button>
        </div>
      </form>
    </>
  );
}

interface NewPasswordProps {
  readonly resetId: string;
  readonly onDone: () => void;
  readonly onAgain: () => void;
}

function NewPassword({ resetId, onDone, onAgain }: NewPasswordProps) {
  const { t } = useTranslation();
  const { clinic } = useClinic();
  const navigate = useNavigate();
  const form = useForm({
    initial: { code: "", password: "" },
    check: ({ code, password }) =>
      inWords(
        [
          ["code", checkCode(code)],
          ["password", checkPassword(password)],
        ],
        t,
      ),
    secret: ["code", "password"],
  });
  const reset = useMutation({
    mutationFn: ({ code, password }: typeof form.values) =>
      ask("password-resets.confirm", { body: { resetId, code: code.trim(), password } }),
    onSuccess: async () => {
      onDone();
      await navigate({ to: ".", resetScroll: true });
    },
    onError: (error) => form.show(fieldProblems(problemOf(error), ["code", "password"])),
  });
  const newCode = problemOf(reset.error)?.recovery.action === "request-new-code";
  return (
    <>
      <Notice tone="info" role="status" title={t("password.sent")} />
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal error={reset.error} shown={form.problems} onRecover={newCode ? onAgain : undefined} />
      <form noValidate className={stack.form} onSubmit={form.submit((values) => reset.mutate(values))}>
        <TextField
          {...form.control("code")}
          label={t("code.label")}
          hint={t("code.hint")}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
        />
        <PasswordField
          {...form.control("password")}
          label={t("password.new")}
          hint={t("register.password-hint")}
          autoComplete="new-password"
          maxLength={200}
        />
        <div className={stack.actions}>
          <Button type="submit" busy={reset.isPending}>
            {t("password.save")}
          </Button>
        </div>
      </form>
      {clinic.demo && <DemoOutboxLink />}
    </>
  );
}
