import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routeQuery } from "../../api/index.ts";
import { longDate } from "../../i18n/dates.ts";
import { currentLocale } from "../../i18n/language.ts";
import type { IconName } from "../../ui/staff/icon.tsx";
import { useOpenBooking } from "../booking/booking-context.ts";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { pagesFor } from "./pages.ts";

export interface Command {
  readonly id: string;
  readonly group: "patients" | "actions" | "pages";
  readonly name: string;
  readonly hint?: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** What fits the text: actions and pages by name, patients by what the server finds. */
export function useCommands(text: string): {
  readonly commands: Command[];
  readonly isSearching: boolean;
} {
  const { t } = useTranslation();
  const staff = useStaff();
  const navigate = useNavigate();
  const patients = usePatientCommands(text);
  const openBooking = useOpenBooking();
  const actions: Command[] = [];
  if (staff.can("appointment.book")) {
    const name = t("palette.book");
    actions.push({
      id: "book",
      group: "actions",
      name,
      icon: "calendar-plus",
      run: () => openBooking({}),
    });
  }
  if (staff.can("patient.register")) {
    const run = () => void navigate({ to: "/patients/new" });
    actions.push({
      id: "register",
      group: "actions",
      name: t("palette.register"),
      icon: "person-plus",
      run,
    });
  }
  const pages = pagesFor(staff).map((page): Command => {
    const run = () => void navigate({ to: page.to });
    return {
      id: page.key,
      group: "pages",
      name: t(`pages.${page.key}`),
      icon: page.icon,
      run,
    };
  });
  const fits = ({ name }: Command) => folded(name).includes(folded(text));
  return {
    commands: [...patients.commands, ...[...actions, ...pages].filter(fits)],
    isSearching: patients.isSearching,
  };
}

function usePatientCommands(text: string): {
  readonly commands: Command[];
  readonly isSearching: boolean;
} {
  const { can } = useStaff();
  const navigate = useNavigate();
  const query = useQuery({
    ...routeQuery("patients.search", {
      params: inOrganisation,
      query: { text: text.trim() },
    }),
    enabled: can("patient.search") && text.trim().length >= 2,
    placeholderData: keepPreviousData,
  });
  const found = text.trim().length >= 2 ? (query.data?.patients ?? []).slice(0, 8) : [];
  const commands = found.map((patient): Command => {
    const run = () =>
      void navigate({
        to: "/patients/$patientId",
        params: { patientId: patient.id },
      });
    const hint = patient.birthDate === null ? undefined : longDate(patient.birthDate, currentLocale());
    const command = {
      id: patient.id,
      group: "patients",
      name: patient.fullName,
      icon: "person",
      run,
    } as const;
    return hint === undefined ? command : { ...command, hint };
  });
  return { commands, isSearching: query.isFetching };
}

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
