import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ask } from "../../api/index.ts";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { PasswordField, TextField } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { checkRequired } from "../person/person-checks.ts";
import { inWords } from "../person/person-values.ts";
import { FormRefusal } from "../shell/form-refusal.tsx";
import { useArrive } from "./use-arrive.ts";

const route = getRouteApi("/$slug/sign-in");

/** Sign in with e-mail or phone and password, then on to where the person was. */
export function SignInPage() {
  const { t } = useTranslation();
  const slug = useSlug();
  const { next } = route.useSearch();
  const arrive = useArrive(next);
  const form = useForm({
    initial: { contact: "", password: "" },
    check: ({ contact, password }) =>
      inWords(
        [
          ["contact", checkRequired(contact)],
          ["password", checkRequired(password)],
        ],
        t,
      ),
    secret: ["password"],
  });
  const signIn = useMutation({
    mutationFn: ({ contact, password }: typeof form.values) =>
      ask("sessions.create", { body: { contact: contact.trim(), password } }),
    onSuccess: (me) => arrive(me),
  });
  const search = next === undefined ? {} : { next };
  return (
    <Page title={t("sign-in.title")} lead={next?.includes("/book/held/") ? t("sign-in.held") : undefined}>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal error={signIn.error} shown={form.problems} />
      <form noValidate className={stack.form} onSubmit={form.submit((values) => signIn.mutate(values))}>
        <TextField
          {...form.control("contact")}
          label={t("sign-in.contact")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
        />
        <PasswordField
          {...form.control("password")}
          label={t("sign-in.password")}
          autoComplete="current-password"
          maxLength={200}
        />
        <div className={stack.actions}>
          <Button type="submit" busy={signIn.isPending}>
            {t("sign-in.button")}
          </Button>
          <Link to="/$slug/forgotten-password" params={{ slug }} search={search}>
            {t("sign-in.forgotten")}
          </Link>
        </div>
      </form>
      <div className={stack.card}>
        <h2>{t("sign-in.new")}</h2>
        <p className={stack.soft}>{t("sign-in.new-hint")}</p>
        <div>
          <ButtonLink look="secondary" to="/$slug/register" params={{ slug }} search={search}>
            {t("sign-in.register")}
          </ButtonLink>
        </div>
      </div>
    </Page>
  );
}
