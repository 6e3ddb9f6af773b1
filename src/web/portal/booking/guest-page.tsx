import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Hold } from "../../../contract/routes/availability.ts";
import { ask, problemOf } from "../../api/index.ts";
import { today } from "../../i18n/dates.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Button } from "../../ui/portal/button.tsx";
import { writeDraft } from "../../ui/portal/draft.ts";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { Choices, TextArea } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { BirthDateField, ContactFields, NameFields } from "../person/person-fields.tsx";
import {
  emptyPerson,
  type PersonValues,
  personBody,
  personFieldNames,
  personProblems,
} from "../person/person-values.ts";
import { fieldProblems } from "../shell/field-problems.ts";
import { FormRefusal } from "../shell/form-refusal.tsx";
import { HoldGuard } from "./hold-guard.tsx";
import { heldTime, holdQuery } from "./hold-query.ts";
import { guestDraft, reasonDraft } from "./reason-draft.ts";

const route = getRouteApi("/$slug/book/held/$holdId/guest");

interface GuestValues extends PersonValues {
  verifyBy: string;
  reason: string;
}

/** Booking without an account: who, how to reach them, and by which contact they prove it. */
export function GuestPage() {
  const { holdId } = route.useParams();
  return <HoldGuard holdId={holdId}>{(hold) => <GuestForm hold={hold} />}</HoldGuard>;
}

function GuestForm({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const form = useForm<GuestValues>({
    initial: { ...emptyPerson, verifyBy: "phone", reason: "" },
    check: (values) => personProblems(values, today(), t),
    draft: guestDraft,
  });
  const send = useSendDetails(hold, (problem) => form.show(fieldProblems(problem, personFieldNames)));
  const back = (
    <BackLink to="/$slug/book/held/$holdId" params={{ slug, holdId: hold.id }}>
      {t("nav.back")}
    </BackLink>
  );
  return (
    <Page title={t("guest.title")} lead={t("guest.lead")} back={back}>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal error={send.error} shown={form.problems} />
      <form noValidate className={stack.form} onSubmit={form.submit((values) => send.mutate(values))}>
        <NameFields form={form} />
        <BirthDateField form={form} />
        <ContactFields form={form} />
        <TextArea
          {...form.control("reason")}
          label={t("reason.label")}
          hint={t("reason.hint")}
          maxLength={1000}
          optional
        />
        <Choices
          {...form.control("verifyBy")}
          legend={t("guest.verify-by")}
          hint={t("guest.verify-by-hint")}
          choices={[
            { value: "phone", label: t("guest.by-phone") },
            { value: "email", label: t("guest.by-email") },
          ]}
        />
        <div className={stack.actions}>
          <Button type="submit" busy={send.isPending}>
            {t("guest.send-code")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function useSendDetails(hold: Hold, onRefused: (problem: NonNullable<ReturnType<typeof problemOf>>) => void) {
  const slug = useSlug();
  const { locale } = useLocale();
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (values: GuestValues) => {
      const verifyBy = values.verifyBy === "email" ? ("email" as const) : ("phone" as const);
      const body = { ...personBody(values), verifyBy, locale };
      return ask("holds.guest", { params: { slug, id: hold.id }, body });
    },
    onSuccess: async ({ hold: longer, contactHint }, values) => {
      cache.setQueryData(holdQuery(slug, hold.id).queryKey, heldTime(longer));
      writeDraft(reasonDraft(hold.serviceId), { reason: values.reason });
      writeDraft(guestDraft, { ...values, contactHint });
      await navigate({ to: "/$slug/book/held/$holdId/code", params: { slug, holdId: hold.id } });
    },
    onError: (error) => {
      const problem = problemOf(error);
      if (problem !== null) onRefused(problem);
    },
  });
}
