import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ask, problemOf } from "../../api/index.ts";
import { Button } from "../../ui/portal/button.tsx";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { PasswordField, SelectField, TextField } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { meKey } from "../session/me-query.ts";
import { fieldProblems } from "../shell/field-problems.ts";
import { FormRefusal } from "../shell/form-refusal.tsx";
import { type SetUpValues, setUpBody, setUpProblems, slugFrom } from "./set-up-values.ts";

/** First start without the demo: the organisation and its first administrator. */
export function SetUpPage() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const form = useForm<SetUpValues>({
    initial: {
      setupCode: "",
      organisationName: "",
      slug: "",
      zone: Temporal.Now.timeZoneId(),
      defaultLocale: locale,
      organisationPhone: "",
      given: "",
      family: "",
      email: "",
      phone: "",
      password: "",
    },
    check: (values) => setUpProblems(values, t),
    draft: "set-up",
    secret: ["setupCode", "password"],
  });
  const setUp = useSetUp(form.forget);
  const problems =
    form.problems.length > 0 ? form.problems : fieldProblems(problemOf(setUp.error), Object.keys(form.values));
  return (
    <Page title={t("setup.title")} lead={t("setup.lead")}>
      <ErrorSummary problems={problems} attempt={form.attempt + setUp.failureCount} />
      <FormRefusal error={setUp.error} shown={problems} />
      <form noValidate className={stack.form} onSubmit={form.submit((values) => setUp.mutate(values))}>
        <TextField
          {...form.control("setupCode")}
          label={t("setup.code")}
          hint={t("setup.code-hint")}
          width="medium"
          autoComplete="off"
          spellCheck={false}
        />
        <OrganisationFields form={form} />
        <AdministratorFields form={form} />
        <div className={stack.actions}>
          <Button type="submit" busy={setUp.isPending}>
            {t("setup.button")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function useSetUp(forget: () => void) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (values: SetUpValues) => ask("platform.set-up", { body: setUpBody(values) }),
    onSuccess: async (me, { slug }) => {
      forget();
      cache.setQueryData(meKey, me);
      await cache.invalidateQueries({ queryKey: ["platform.organisations"] });
      await navigate({ to: "/$slug", params: { slug } });
    },
  });
}

type Form = { readonly form: ReturnType<typeof useForm<SetUpValues>> };

function OrganisationFields({ form }: Form) {
  const { t } = useTranslation();
  const typeName = (organisationName: string) => {
    const follows = form.values.slug === slugFrom(form.values.organisationName);
    form.set({ organisationName, ...(follows && { slug: slugFrom(organisationName) }) });
  };
  return (
    <>
      <h2>{t("setup.organisation")}</h2>
      <TextField {...form.control("organisationName")} label={t("setup.name")} onChange={typeName} />
      <TextField
        {...form.control("slug")}
        label={t("setup.slug")}
        hint={t("setup.slug-hint", { origin: location.origin })}
      />
      <SelectField {...form.control("zone")} label={t("setup.zone")}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      <SelectField {...form.control("defaultLocale")} label={t("setup.language")}>
        <option value="en">English</option>
        <option value="es">Español</option>
      </SelectField>
      <TextField
        {...form.control("organisationPhone")}
        type="tel"
        label={t("setup.phone")}
        hint={t("person.phone-hint")}
      />
    </>
  );
}

function AdministratorFields({ form }: Form) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t("setup.administrator")}</h2>
      <TextField {...form.control("given")} label={t("person.given")} autoComplete="given-name" />
      <TextField {...form.control("family")} label={t("person.family")} autoComplete="family-name" />
      <TextField {...form.control("email")} type="email" label={t("person.email")} autoComplete="email" />
      <TextField
        {...form.control("phone")}
        type="tel"
        label={t("person.phone")}
        hint={t("person.phone-hint")}
        autoComplete="tel"
      />
      <PasswordField
        {...form.control("password")}
        label={t("register.password")}
        hint={t("register.password-hint")}
        autoComplete="new-password"
      />
    </>
  );
}
