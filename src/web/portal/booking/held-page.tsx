import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Hold } from "../../../contract/routes/availability.ts";
import { Button } from "../../ui/portal/button.tsx";
import { TextArea } from "../../ui/portal/field.tsx";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useForm } from "../../ui/portal/use-form.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { useMe } from "../session/me-query.ts";
import { HoldGuard } from "./hold-guard.tsx";
import { IdentifyStep } from "./identify-step.tsx";
import { OtherTimeLink } from "./other-time-link.tsx";
import { reasonDraft } from "./reason-draft.ts";
import { VisitSummary } from "./visit-summary.tsx";

const route = getRouteApi("/$slug/book/held/$holdId");

/** A time is held: who is it for, and what is it about? */
export function HeldPage() {
  const { holdId } = route.useParams();
  const me = useMe();
  return (
    <HoldGuard holdId={holdId}>
      {(hold) => {
        if (me === undefined) return <Skeleton rows={3} />;
        const known = me !== null || hold.guest === "verified";
        return known ? <ReasonStep hold={hold} /> : <IdentifyStep hold={hold} />;
      }}
    </HoldGuard>
  );
}

function ReasonStep({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const navigate = useNavigate();
  const form = useForm({ initial: { reason: "" }, check: () => [], draft: reasonDraft(hold.serviceId) });
  const goOn = () => void navigate({ to: "/$slug/book/held/$holdId/check", params: { slug, holdId: hold.id } });
  return (
    <Page title={t("reason.title")} back={<OtherTimeLink hold={hold} />}>
      <VisitSummary hold={hold} />
      <form noValidate className={stack.form} onSubmit={form.submit(goOn)}>
        <TextArea
          {...form.control("reason")}
          label={t("reason.label")}
          hint={t("reason.hint")}
          maxLength={1000}
          optional
        />
        <div className={stack.actions}>
          <Button type="submit">{t("form.continue")}</Button>
        </div>
      </form>
    </Page>
  );
}
