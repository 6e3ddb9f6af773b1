import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Me } from "../../../contract/routes/platform.ts";
import { fieldError, ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { useWrite } from "./use-write.ts";

interface SignInFormProps {
  readonly onSignedIn: (me: Me) => void;
  /** Who was signed in before, so that only the password has to be typed again. */
  readonly knownContact?: string | undefined;
}

export function SignInForm({ onSignedIn, knownContact = "" }: SignInFormProps) {
  const { t } = useTranslation();
  const [contact, setContact] = useState(knownContact);
  const [password, setPassword] = useState("");
  const signIn = useWrite("sessions.create", onSignedIn);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    signIn.send({ body: { contact: contact.trim(), password } });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        {signIn.problem !== null && <ProblemNotice problem={signIn.problem} />}
        <TextInput
          label={t("sign-in.contact")}
          description={t("sign-in.contact-hint")}
          name="contact"
          autoComplete="username"
          required
          withAsterisk={false}
          minLength={3}
          maxLength={254}
          value={contact}
          onChange={(changed) => setContact(changed.currentTarget.value)}
          error={fieldError(signIn.problem, "contact")}
          data-autofocus={knownContact === "" || undefined}
        />
        <PasswordInput
          label={t("sign-in.password")}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          maxLength={200}
          value={password}
          onChange={(changed) => setPassword(changed.currentTarget.value)}
          visibilityToggleButtonProps={{
            "aria-label": t("sign-in.show-password"),
          }}
          error={fieldError(signIn.problem, "password")}
          data-autofocus={knownContact !== "" || undefined}
        />
        <Button type="submit" size="md" loading={signIn.isSending} fullWidth>
          {t("sign-in.submit")}
        </Button>
      </Stack>
    </form>
  );
}
