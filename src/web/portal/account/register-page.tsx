import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ask, problemOf } from "../../api/index.ts";
import { today } from "../../i18n/dates.ts";
import { Button } from "../../ui/portal/button.tsx";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { PasswordField } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { checkPassword } from "../person/person-checks.ts";
import { BirthDateField, ContactFields, NameFields } from "../person/person-fields.tsx";
import {
  emptyPerson,
  inWords,
  type PersonValues,
  personBody,
  personFieldNames,
  personProblems,
} from "../person/person-values.ts";
import { fieldProblems } from "../shell/field-problems.ts";
import { FormRefusal } from "../shell/form-refusal.tsx";
import { keepRegistration } from "./registration.ts";

const route = getRouteApi("/$slug/register");

interface RegisterValues extends PersonValues {
  password: string;
}

/** A new account: who, how to reach them, a password; then the codes. */
export function RegisterPage() {
  const { t } = useTranslation();
  const slug = useSlug();
  const { next } = route.useSearch();
  const search = next === undefined ? {} : { next };
  const form = useForm<RegisterValues>({
    initial: { ...emptyPerson, password: "" },
    check: (values) => [
      ...personProblems(values, today(), t),
      ...inWords([["password", checkPassword(values.password)]], t),
    ],
    draft: "register",
    secret: ["password"],
  });
  const register = useRegister(form.forget, (problem) =>
    form.show(fieldProblems(problem, [...personFieldNames, "password"])),
  );
  return (
    <Page title={t("register.title")} lead={t("register.lead")}>
      <p>
        {t("register.have")}{" "}
        <Link to="/$slug/sign-in" params={{ slug }} search={search}>
          {t("sign-in.button")}
        </Link>
      </p>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal error={register.error} shown={form.problems} />
      <form noValidate className={stack.form} onSubmit={form.submit((values) => register.mutate(values))}>
        <NameFields form={form} />
        <BirthDateField form={form} />
        <ContactFields form={form} />
        <PasswordField
          {...form.control("password")}
          label={t("register.password")}
          hint={t("register.password-hint")}
          autoComplete="new-password"
          maxLength={200}
        />
        <div className={stack.actions}>
          <Button type="submit" busy={register.isPending}>
            {t("register.button")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function useRegister(forget: () => void, onRefused: (problem: NonNullable<ReturnType<typeof problemOf>>) => void) {
  const { locale } = useLocale();
  const slug = useSlug();
  const navigate = useNavigate();
  const { next } = route.useSearch();
  return useMutation({
    mutationFn: (values: RegisterValues) => {
      const body = { ...personBody(values), password: values.password, locale, organisation: slug };
      return ask("accounts.register", { body });
    },
    onSuccess: async ({ registrationId, emailHint, phoneHint }) => {
      keepRegistration({ id: registrationId, hints: { email: emailHint, phone: phoneHint } });
      forget();
      await navigate({ to: "/$slug/verify", params: { slug }, search: next === undefined ? {} : { next } });
    },
    onError: (error) => {
      const problem = problemOf(error);
      if (problem !== null) onRefused(problem);
    },
  });
}
