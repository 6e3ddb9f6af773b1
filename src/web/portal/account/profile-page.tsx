import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Me } from "../../../contract/routes/platform.ts";
import { Button, ButtonAnchor, ButtonLink } from "../../ui/portal/button.tsx";
import { Icon } from "../../ui/portal/icon.tsx";
import { Page } from "../../ui/portal/page.tsx";
import stack from "../../ui/portal/stack.module.css";
import { Tag } from "../../ui/portal/tag.tsx";
import { phoneText } from "../clinic/phone-text.ts";
import { useSlug } from "../clinic/use-clinic.ts";
import { meQuery } from "../session/me-query.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { Answer } from "../shell/answer.tsx";
import { NameForm } from "./name-form.tsx";
import { dropRegistration } from "./registration.ts";
import { Sessions } from "./sessions.tsx";

/** What the person manages themself: name, language, contacts, sessions. */
export function ProfilePage() {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  return (
    <Page title={t("profile.title")}>
      <Answer of={me}>{(known) => (known === null ? null : <Profile me={known} />)}</Answer>
    </Page>
  );
}

function Profile({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const signOut = useSignOut(slug);
  const works = me.memberships.some((membership) => membership.slug === slug);
  return (
    <>
      {works && (
        <div>
          <ButtonAnchor look="secondary" href={`/${slug}/staff`}>
            {t("footer.staff")}
          </ButtonAnchor>
        </div>
      )}
      <NameForm person={me.person} />
      <section className={stack.card}>
        <h2>{t("profile.contacts")}</h2>
        <Contact kind="email" contact={me.person.email} />
        <Contact kind="phone" contact={me.person.phone} />
      </section>
      <Sessions />
      <div>
        <Button look="secondary" busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {t("profile.sign-out")}
        </Button>
      </div>
    </>
  );
}

interface ContactProps {
  readonly kind: "email" | "phone";
  readonly contact: Me["person"]["email"];
}

function Contact({ kind, contact }: ContactProps) {
  const { t } = useTranslation();
  const slug = useSlug();
  if (contact === null) return null;
  return (
    <div className={stack.row}>
      <span className={stack.withIcon}>
        <Icon name={kind === "email" ? "mail" : "phone"} />
        {kind === "phone" ? phoneText(contact.value) : contact.value}
      </span>
      {contact.verified ? (
        <Tag tone="good" icon="check">
          {t("profile.verified")}
        </Tag>
      ) : (
        <>
          <Tag tone="warn" icon="warning">
            {t("profile.unverified")}
          </Tag>
          <ButtonLink
            look="secondary"
            to="/$slug/verify"
            params={{ slug }}
            search={{ next: `/${slug}/profile` }}
            onClick={dropRegistration}
          >
            {t("profile.verify")}
          </ButtonLink>
        </>
      )}
    </div>
  );
}
