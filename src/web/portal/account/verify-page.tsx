import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ask, problemOf } from "../../api/index.ts";
import { Button, ButtonLink } from "../../ui/portal/button.tsx";
import { EmptyState } from "../../ui/portal/empty-state.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { useClinic } from "../clinic/use-clinic.ts";
import { useMe } from "../session/me-query.ts";
import { DemoOutboxLink } from "../shell/demo-outbox-link.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { CodeCard } from "./code-card.tsx";
import {
  type Contact,
  dropRegistration,
  keepRegistration,
  keptRegistration,
  type Registration,
} from "./registration.ts";
import { useArrive } from "./use-arrive.ts";

const route = getRouteApi("/$slug/verify");

/** The codes for e-mail and phone on one page. One verified contact is enough to go on; the other may follow. */
export function VerifyPage() {
  const [registration, setRegistration] = useState(keptRegistration);
  const start = (started: Registration) => {
    keepRegistration(started);
    setRegistration(started);
  };
  return registration === null ? <StartVerification onStart={start} /> : <Codes registration={registration} />;
}

function Codes({ registration }: { readonly registration: Registration }) {
  const { t } = useTranslation();
  const { clinic } = useClinic();
  const { next } = route.useSearch();
  const arrive = useArrive(next);
  const [verified, setVerified] = useState<readonly Contact[]>([]);
  const asked = (["email", "phone"] as const).filter((contact) => registration.hints[contact] !== undefined);
  const goOn = () => {
    dropRegistration();
    return arrive();
  };
  const onVerified = (contacts: readonly Contact[]) => {
    setVerified(contacts);
    if (asked.every((contact) => contacts.includes(contact))) void goOn();
  };
  return (
    <Page title={t("verify.title")} lead={t(asked.length > 1 ? "verify.lead" : "verify.lead-one")}>
      {asked.map((contact) => (
        <CodeCard
          key={contact}
          contact={contact}
          registrationId={registration.id}
          hint={registration.hints[contact] ?? ""}
          verified={verified.includes(contact)}
          onVerified={onVerified}
        />
      ))}
      {clinic.demo && <DemoOutboxLink />}
      {verified.length > 0 && (
        <div className={stack.actions}>
          <Button onClick={() => void goOn()}>{t("verify.go-on")}</Button>
          <p className={stack.small}>{t("verify.later")}</p>
        </div>
      )}
    </Page>
  );
}

/** For somebody signed in whose contact was never verified: asks for a code first. */
function StartVerification({ onStart }: { readonly onStart: (registration: Registration) => void }) {
  const { t } = useTranslation();
  const { slug } = useClinic();
  const { person } = useMe() ?? {};
  const contacts = (["email", "phone"] as const).filter((contact) => person?.[contact]?.verified === false);
  const start = useMutation({
    mutationFn: (contact: Contact) => ask("me.verify-contact", { body: { contact } }),
    onSuccess: ({ registrationId }, contact) =>
      onStart({ id: registrationId, hints: { [contact]: person?.[contact]?.value ?? "" } }),
  });
  const problem = problemOf(start.error);
  if (contacts.length === 0) {
    return (
      <Page title={t("verify.title")}>
        <EmptyState
          icon="check"
          title={t("verify.nothing")}
          action={
            <ButtonLink to="/$slug" params={{ slug }}>
              {t("nav.find")}
            </ButtonLink>
          }
        />
      </Page>
    );
  }
  return (
    <Page title={t("verify.title")} lead={t("verify.choose")}>
      {problem && <ProblemNotice problem={problem} />}
      <div className={stack.actions}>
        {contacts.map((contact) => (
          <Button key={contact} look="secondary" busy={start.isPending} onClick={() => start.mutate(contact)}>
            {t(`verify.send.${contact}`, { contact: person?.[contact]?.value })}
          </Button>
        ))}
      </div>
    </Page>
  );
}
