import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { routeQuery } from "../../api/index.ts";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** A time as the desk names it: what the wall clock shows, or a start that the server offered. */
export interface WantedTime {
  readonly localDate: string;
  readonly localTime: string;
  readonly startsAt?: string | undefined;
}

export interface WantedVisit {
  readonly serviceId: string;
  readonly providerId: string;
  readonly locationId?: string | undefined;
  readonly roomId?: string | undefined;
  readonly patientId?: string | undefined;
  readonly movingAppointmentId?: string | undefined;
  readonly time: WantedTime;
}

const quietAnswer = { staleTime: 5_000, placeholderData: keepPreviousData };

/** Asks the server's own evaluator, the one that decides at booking; nothing is guessed here. */
export function useVerdict(wanted: WantedVisit | null): Verdict {
  const { can } = useStaff();
  const { time, ...visit } = wanted ?? emptyVisit;
  const at =
    time.startsAt === undefined
      ? { localDate: time.localDate, localTime: time.localTime }
      : { startsAt: time.startsAt };
  const query = useQuery({
    ...routeQuery("availability.explain", { params: inOrganisation, query: present({ ...visit, ...at }) }),
    ...quietAnswer,
    enabled: wanted !== null,
  });
  if (wanted === null) return { kind: "none" };
  if (query.data === undefined || query.isPlaceholderData) return { kind: "checking" };
  return verdictOf(query.data, can("appointment.override"));
}

const emptyVisit: WantedVisit = { serviceId: "", providerId: "", time: { localDate: "", localTime: "" } };

/** Leaves out what is undefined; the contract's optional fields do not take it. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
