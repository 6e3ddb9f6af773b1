import { getRouteApi, Link, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Hold } from "../../../contract/routes/availability.ts";
import { dateWithYear } from "../../i18n/dates.ts";
import { BackLink } from "../../ui/portal/back-link.tsx";
import { Button } from "../../ui/portal/button.tsx";
import { readDraft } from "../../ui/portal/draft.ts";
import { Page } from "../../ui/portal/page.tsx";
import { Skeleton } from "../../ui/portal/skeleton.tsx";
import stack from "../../ui/portal/stack.module.css";
import { SummaryList, type SummaryRow } from "../../ui/portal/summary-list.tsx";
import { phoneText } from "../clinic/phone-text.ts";
import { addressText } from "../clinic/place.tsx";
import { useSlug } from "../clinic/use-clinic.ts";
import { useLocale } from "../clinic/use-locale.ts";
import { When } from "../clinic/when.tsx";
import { birthDateOf } from "../person/person-checks.ts";
import { useMe } from "../session/me-query.ts";
import { BookRefusal } from "./book-refusal.tsx";
import { HoldGuard } from "./hold-guard.tsx";
import { guestDraft, typedReason } from "./reason-draft.ts";
import { useBook } from "./use-book.ts";

const route = getRouteApi("/$slug/book/held/$holdId/check");

/** Everything entered, once more, before it counts [BOOK-02]. */
export function CheckPage() {
  const { holdId } = route.useParams();
  const slug = useSlug();
  const me = useMe();
  const [wasSignedIn, setSignedIn] = useState(false);
  if (me && !wasSignedIn) setSignedIn(true);
  return (
    <HoldGuard holdId={holdId}>
      {(hold) => {
        if (me === undefined) return <Skeleton rows={4} />;
        // A session that ends on this page says so beside the button, with the way back in.
        if (me === null && !wasSignedIn && hold.guest !== "verified") {
          return <Navigate to="/$slug/book/held/$holdId" params={{ slug, holdId }} replace />;
        }
        return <Check hold={hold} />;
      }}
    </HoldGuard>
  );
}

function Check({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation();
  const slug = useSlug();
  const reason = typedReason(hold.serviceId);
  const book = useBook(hold);
  const back = (
    <BackLink to="/$slug/book/held/$holdId" params={{ slug, holdId: hold.id }}>
      {t("nav.back")}
    </BackLink>
  );
  return (
    <Page title={t("check.title")} lead={t("check.lead")} back={back}>
      <BookRefusal hold={hold} book={book} />
      <div className={stack.card}>
        <SummaryList rows={[...useVisitRows(hold), ...usePersonRows(hold), useReasonRow(hold, reason)]} />
      </div>
      <div className={stack.actions}>
        <Button busy={book.isPending} onClick={() => book.mutate(reason)}>
          {book.isPending ? t("check.booking") : t("check.book")}
        </Button>
      </div>
    </Page>
  );
}

function useVisitRows(hold: Hold): SummaryRow[] {
  const { t } = useTranslation();
  const { text } = useLocale();
  const slug = useSlug();
  const otherTime = (
    <Link
      to="/$slug/book/$serviceId"
      params={{ slug, serviceId: hold.serviceId }}
      search={{ provider: hold.provider.id, day: hold.start.localDate }}
    >
      {t("check.change")}
      <span className="visually-hidden"> {t("check.when")}</span>
    </Link>
  );
  const where =
    hold.modality === "in-person"
      ? `${hold.location.name}\n${addressText(hold.location)}`
      : t(`modality.${hold.modality}`);
  return [
    { key: "when", name: t("check.when"), value: <When start={hold.start} end={hold.end} />, change: otherTime },
    { key: "what", name: t("check.what"), value: text(hold.serviceName) },
    { key: "with", name: t("check.with"), value: hold.provider.displayName },
    { key: "where", name: t("check.where"), value: where },
  ];
}

function usePersonRows(hold: Hold): SummaryRow[] {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const person = useBooker(hold);
  if (person === null) return [];
  const { names, birthDate, contacts } = person;
  return [
    { key: "who", name: t("check.who"), value: names.filter(Boolean).join(" ") },
    ...(birthDate ? [{ key: "born", name: t("check.birth-date"), value: dateWithYear(birthDate, locale) }] : []),
    { key: "contact", name: t("check.contact"), value: contacts.filter(Boolean).join("\n") },
  ];
}

/** Who books: the signed-in person, or the guest as typed in this tab. */
function useBooker(hold: Hold) {
  const person = useMe()?.person;
  if (person) {
    return {
      names: [person.given, person.family, person.secondFamily],
      birthDate: person.birthDate,
      contacts: [person.email?.value, person.phone && phoneText(person.phone.value)],
    };
  }
  const guest = hold.guest === "verified" ? readDraft(guestDraft) : null;
  if (guest === null) return null;
  const { given, family, secondFamily, birthDay = "", birthMonth = "", birthYear = "", email, phone } = guest;
  return {
    names: [given, family, secondFamily],
    birthDate: birthDateOf({ birthDay, birthMonth, birthYear }),
    contacts: [email, phone],
  };
}

function useReasonRow(hold: Hold, reason: string): SummaryRow {
  const { t } = useTranslation();
  const slug = useSlug();
  const change = (
    <Link to="/$slug/book/held/$holdId" params={{ slug, holdId: hold.id }}>
      {t("check.change")}
      <span className="visually-hidden"> {t("check.reason")}</span>
    </Link>
  );
  return { key: "reason", name: t("check.reason"), value: reason || t("check.no-reason"), change };
}
