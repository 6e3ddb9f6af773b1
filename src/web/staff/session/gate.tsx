import { Button, Center, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, routeQuery } from "../../api/index.ts";
import { ProblemNotice } from "../../ui/staff/problem-notice.tsx";
import { EmptyState } from "../../ui/staff/states.tsx";
import { applyAccent } from "../../ui/tokens/accent.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { inOrganisation, slug } from "./slug.ts";
import { type Staff, StaffContext } from "./staff-context.ts";
import { useSignOut } from "./use-sign-out.ts";

/** Lets those in who work here; the others sign in first, or are told that they have no place here. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const me = useQuery(routeQuery("me.get", {}));
  const organisation = useQuery({
    ...routeQuery("organisation.get", { params: inOrganisation }),
    staleTime: 300_000,
  });
  useEffect(() => {
    applyAccent(document.documentElement, organisation.data?.accent ?? null);
  }, [organisation.data]);
  const staff = useMemo((): Staff | null => {
    const membership = me.data?.memberships.find((one) => one.slug === slug);
    if (me.data === undefined || organisation.data === undefined || membership === undefined) return null;
    const granted = new Set(membership.permissions);
    const can: Staff["can"] = (permission) => granted.has(permission);
    return { me: me.data, membership, organisation: organisation.data, can };
  }, [me.data, organisation.data]);

  if (staff !== null) {
    return (
      <StaffContext value={staff}>
        {children}
        <SignInAgain me={staff.me} />
      </StaffContext>
    );
  }
  if (me.data === undefined && problemOf(me.error)?.status === 401) {
    return <ToSignIn />;
  }
  const problem = problemOf(me.error) ?? problemOf(organisation.error);
  if (problem !== null) {
    return (
      <Center mih="100dvh" p="md">
        <ProblemNotice
          problem={problem}
          actions={
            <Button size="xs" variant="default" onClick={() => location.reload()}>
              {problem.recovery.label}
            </Button>
          }
        />
      </Center>
    );
  }
  if (me.data !== undefined && organisation.data !== undefined) return <NotStaff />;
  return (
    <Center mih="100dvh">
      <Loader size="sm" />
    </Center>
  );
}

/** Goes once: the address that it leaves is the one to come back to, not the one that it is on its way to. */
function ToSignIn() {
  const navigate = useNavigate();
  const { href } = useLocation();
  const back = useRef(href);
  useEffect(() => {
    void navigate({
      to: "/sign-in",
      search: { back: back.current },
      replace: true,
    });
  }, [navigate]);
  return null;
}

function NotStaff() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <main>
      <EmptyState
        isPage
        icon="shield"
        title={t("sign-in.not-staff-title")}
        text={t("sign-in.not-staff-text")}
        action={<Button onClick={signOut}>{t("shell.sign-out")}</Button>}
      />
    </main>
  );
}
