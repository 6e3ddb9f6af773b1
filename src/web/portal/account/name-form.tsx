import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Me } from "../../../contract/routes/platform.ts";
import { ask, problemOf } from "../../api/index.ts";
import { chooseLocale } from "../../i18n/language.ts";
import { Button } from "../../ui/portal/button.tsx";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { SelectField, TextField } from "../../ui/portal/field.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { checkRequired } from "../person/person-checks.ts";
import { inWords } from "../person/person-values.ts";
import { meKey } from "../session/me-query.ts";
import { fieldProblems } from "../shell/field-problems.ts";
import { FormRefusal } from "../shell/form-refusal.tsx";

/** Name and language of messages. */
export function NameForm({ person }: { readonly person: Me["person"] }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { given, family, secondFamily, locale } = person;
  const form = useForm({
    initial: { given, family, secondFamily: secondFamily ?? "", locale: locale as string },
    check: (values) =>
      inWords(
        [
          ["given", checkRequired(values.given)],
          ["family", checkRequired(values.family)],
        ],
        t,
      ),
    draft: "profile",
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      ask("me.update", {
        body: {
          given: values.given.trim(),
          family: values.family.trim(),
          secondFamily: values.secondFamily.trim() || null,
          locale: values.locale === "es" ? "es" : "en",
        },
      }),
    onSuccess: async (me) => {
      form.forget();
      cache.setQueryData(meKey, me);
      await chooseLocale(me.person.locale);
    },
    onError: (error) => form.show(fieldProblems(problemOf(error), ["given", "family", "secondFamily"])),
  });
  return (
    <section className={stack.card}>
      <h2>{t("profile.you")}</h2>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal error={save.error} shown={form.problems} />
      <form noValidate className={stack.form} onSubmit={form.submit((values) => save.mutate(values))}>
        <TextField {...form.control("given")} label={t("person.given")} autoComplete="given-name" />
        <TextField {...form.control("family")} label={t("person.family")} autoComplete="family-name" />
        <TextField {...form.control("secondFamily")} label={t("person.second-family")} optional />
        <SelectField {...form.control("locale")} label={t("profile.language")} hint={t("profile.language-hint")}>
          <option value="en">English</option>
          <option value="es">Español</option>
        </SelectField>
        <div className={stack.actions}>
          <Button type="submit" busy={save.isPending}>
            {t("profile.save")}
          </Button>
          <p role="status" className={stack.small}>
            {save.isSuccess && t("profile.saved")}
          </p>
        </div>
      </form>
    </section>
  );
}
