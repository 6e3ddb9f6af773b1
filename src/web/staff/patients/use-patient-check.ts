import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask } from "../../api/index.ts";
import { inOrganisation } from "../session/slug.ts";
import type { PatientDraft } from "./patient-draft.ts";

/** Likely duplicates and typing errors of what has been typed so far; nothing is written by asking [BOOK-03]. */
export function usePatientCheck(draft: PatientDraft) {
  const { locale: _locale, recordNumber: _number, ...typed } = draft;
  const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ""));
  const [body] = useDebouncedValue(filled, 350);
  return useQuery({
    queryKey: ["patients.check", body],
    queryFn: ({ signal }) => ask("patients.check", { params: inOrganisation, body }, signal),
    enabled: Object.keys(body).length > 0,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  }).data;
}
