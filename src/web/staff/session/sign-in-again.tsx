import { Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Me } from "../../../contract/routes/platform.ts";
import { problemOf, routeKey } from "../../api/index.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** A wrong password is a 401 as well, but says nothing about the session. */
const endOfSession = new Set(["unauthenticated", "session_expired"]);

/** True from the first request that the server answers with 'you were signed out'. */
function useSignedOut(): readonly [boolean, (signedOut: boolean) => void] {
  const client = useQueryClient();
  const [isSignedOut, setSignedOut] = useState(false);
  useEffect(() => {
    const look = (error: unknown) => {
      const code = problemOf(error)?.code;
      if (code !== undefined && endOfSession.has(code)) setSignedOut(true);
    };
    const stopQueries = client.getQueryCache().subscribe((note) => {
      if (note.type === "updated" && note.action.type === "error") look(note.action.error);
    });
    const stopMutations = client.getMutationCache().subscribe((note) => {
      if (note.type === "updated" && note.action.type === "error") look(note.action.error);
    });
    return () => {
      stopQueries();
      stopMutations();
    };
  }, [client]);
  return [isSignedOut, setSignedOut];
}

/** Over the page, so that what was typed stays; somebody else who signs in here gets a fresh page. */
export function SignInAgain({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isSignedOut, setSignedOut] = useSignedOut();
  const signedIn = (now: Me) => {
    if (now.person.id !== me.person.id) {
      location.reload();
      return;
    }
    client.setQueryData(routeKey("me.get", {}), now);
    setSignedOut(false);
    void client.invalidateQueries();
  };
  return (
    <Modal
      opened={isSignedOut}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t("sign-in.again-title")}
      zIndex={400}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t("sign-in.again-text")}
      </Text>
      <SignInForm onSignedIn={signedIn} knownContact={me.person.email?.value ?? me.person.phone?.value} />
    </Modal>
  );
}
