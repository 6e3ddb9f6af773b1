import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Hold } from "../../../contract/routes/availability.ts";
import { ask } from "../../api/index.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Button } from "../../ui/portal/button.tsx";
import { readDraft } from "../../ui/portal/draft.ts";
import { ErrorSummary } from "../../ui/portal/error-summary.tsx";
import { TextField } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useClinic } from "../clinic/use-clinic.ts";
import { checkCode } from "../person/person-checks.ts";
import { inWords } from "../person/person-values.ts";
import { DemoOutboxLink } from "../shell/demo-outbox-link.tsx";
import { FormRefusal } from "../shell/form-refusal.tsx";
import { HoldGuard } from "./hold-guard.tsx";
import { heldTime, holdQuery } from "./hold-query.ts";
import { guestDraft } from "./reason-draft.ts";

const route = getRouteApi("/$slug/book/held/$holdId/code");

/** The six digits that prove the guest's contact. */
export function CodePage() {
  const { holdId } = route.useParams();
  return <HoldGuard holdId={holdId}>{(hold) => <CodeForm hold={hold} />}</HoldGuard>;
}

function CodeForm({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const { slug, clinic } = useClinic();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const params = { slug, holdId: hold.id };
  const hint = readDraft(guestDraft)?.contactHint ?? "";
  const form = useForm({
    initial: { code: "" },
    check: ({ code }) => inWords([["code", checkCode(code)]], t),
    secret: ["code"],
  });
  const verify = useMutation({
    mutationFn: (code: string) => ask("holds.verify-guest", { params: { slug, id: hold.id }, body: { code } }),
    onSuccess: async (verified) => {
      cache.setQueryData(holdQuery(slug, hold.id).queryKey, heldTime(verified));
      await navigate({ to: "/$slug/book/held/$holdId/check", params });
    },
  });
  const detailsAgain = () => void navigate({ to: "/$slug/book/held/$holdId/guest", params });
  const back = (
    <BackLink to="/$slug/book/held/$holdId/guest" params={params}>
      {t("code.change-contact")}
    </BackLink>
  );
  return (
    <Page title={t("code.title")} lead={t("code.lead", { contact: hint })} back={back}>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <FormRefusal
        error={verify.error}
        shown={form.problems}
        onRecover={wantsNewCode(verify.error) ? detailsAgain : undefined}
      />
      <form noValidate className={stack.form} onSubmit={form.submit(({ code }) => verify.mutate(code.trim()))}>
        <TextField
          {...form.control("code")}
          label={t("code.label")}
          hint={t("code.hint")}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
        />
        <div className={stack.actions}>
          <Button type="submit" busy={verify.isPending}>
            {t("form.continue")}
          </Button>
        </div>
      </form>
      {clinic.demo && <DemoOutboxLink />}
    </Page>
  );
}

function wantsNewCode(error: Error | null): boolean {
  return error !== null && ["code_expired", "too_many_tries"].includes(error.message);
}
