import { Button, Loader, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PatientMatch } from "../../../contract/routes/patients.ts";
import { routeQuery } from "../../api/index.ts";
import { Icon } from "../../ui/staff/icon.tsx";
import { EmptyState, QueryView } from "../../ui/staff/states.tsx";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { PatientMatches } from "./patient-matches.tsx";

interface PatientFinderProps {
  readonly onPick: (match: PatientMatch) => void;
  /** With what was typed so far, so that it need not be typed again. */
  readonly onRegister?: ((text: string) => void) | undefined;
}

/** One field for name, phone, e-mail, birth date or record number; one typing error is forgiven. */
export function PatientFinder({ onPick, onRegister }: PatientFinderProps) {
  const { t } = useTranslation();
  const { can } = useStaff();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 220);
  const query = useQuery({
    ...routeQuery("patients.search", {
      params: inOrganisation,
      query: { text: asked },
    }),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
  });
  const register =
    onRegister !== undefined && can("patient.register") ? (
      <Button variant="default" leftSection={<Icon name="person-plus" />} onClick={() => onRegister(text.trim())}>
        {t("patient.register")}
      </Button>
    ) : undefined;
  return (
    <Stack gap="md">
      <TextInput
        label={t("patient.find")}
        description={t("patient.find-hint")}
        leftSection={<Icon name="search" />}
        rightSection={query.isFetching ? <Loader size="xs" /> : null}
        value={text}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(changed) => setText(changed.currentTarget.value)}
      />
      {asked.length >= 2 ? (
        <QueryView query={query}>
          {({ patients, more }) =>
            patients.length === 0 ? (
              <EmptyState
                icon="person"
                title={t("patient.none-title")}
                text={t("patient.none-text")}
                action={register}
              />
            ) : (
              <>
                <PatientMatches label={t("patient.found")} matches={patients} onPick={onPick} />
                {more && (
                  <Text size="sm" c="dimmed">
                    {t("patient.more")}
                  </Text>
                )}
                <div>{register}</div>
              </>
            )
          }
        </QueryView>
      ) : (
        <div>{register}</div>
      )}
    </Stack>
  );
}
