import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { applyAccent } from "../../ui/tokens/accent.ts";
import { phoneText } from "../clinic/phone-text.ts";
import { clinicQuery } from "../clinic/use-clinic.ts";
import { useMe } from "../session/me-query.ts";
import { ClinicNav } from "./clinic-nav.tsx";
import { Brand, Frame } from "./frame.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

/** Around every page of one clinic: its name and colour, where one can go, how to reach people. */
export function ClinicLayout() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: "/$slug" });
  const { data: clinic } = useSuspenseQuery(clinicQuery(slug));
  // While a time is held there is one way, forward; the thumb's navigation would only be in it.
  const isBooking = useLocation({ select: ({ pathname }) => pathname.includes("/book/held/") });
  const works = useMe()?.memberships.some((membership) => membership.slug === slug);
  useEffect(() => {
    applyAccent(document.documentElement, clinic.accent);
    return () => applyAccent(document.documentElement, null);
  }, [clinic.accent]);
  return (
    <Frame
      brand={
        <Link to="/$slug" params={{ slug }}>
          <Brand name={clinic.name} />
        </Link>
      }
      links={
        <>
          <ClinicNav slug={slug} place="header" />
          <LanguageSwitch />
        </>
      }
      bottom={isBooking ? undefined : <ClinicNav slug={slug} place="bottom" />}
      footer={
        <div>
          <a href={`tel:${clinic.phone}`}>{t("footer.call", { phone: phoneText(clinic.phone) })}</a>
          <a href={`mailto:${clinic.email}`}>{clinic.email}</a>
          {works && <a href={`/${slug}/staff`}>{t("footer.staff")}</a>}
          {clinic.demo && <Link to="/outbox">{t("footer.outbox")}</Link>}
        </div>
      }
    >
      <Outlet />
    </Frame>
  );
}
