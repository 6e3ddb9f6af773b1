import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { routeQuery } from "../../api/index.ts";
import { inOrganisation } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { present } from "./present.ts";
import { type Verdict, verdictOf } from "./verdict.ts";
import type { WantedVisit } from "./wanted-visit.ts";

const nothingWanted: WantedVisit = {
  serviceId: "",
  providerId: "",
  time: { localDate: "", localTime: "" },
};

/** Asks the server's own evaluator, the one that decides at booking; nothing is guessed here. */
export function useVerdict(wanted: WantedVisit | null): Verdict {
  const { can } = useStaff();
  const { time, ...visit } = wanted ?? nothingWanted;
  const { localDate, localTime, startsAt } = time;
  const at = startsAt === undefined ? { localDate, localTime } : { startsAt };
  const query = useQuery({
    ...routeQuery("availability.explain", {
      params: inOrganisation,
      query: present({ ...visit, ...at }),
    }),
    staleTime: 5_000,
    placeholderData: keepPreviousData,
    enabled: wanted !== null,
  });
  if (wanted === null) return { kind: "none" };
  if (query.data === undefined || query.isPlaceholderData) return { kind: "checking" };
  return verdictOf(query.data, can("appointment.override"));
}
