import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { DiaryColumn } from "../../../contract/routes/diary.ts";
import { routeQuery, useLive } from "../../api/index.ts";
import { addDays, today, weekdayOf } from "../../i18n/dates.ts";
import { inOrganisation, slug } from "../session/slug.ts";
import { useStaff } from "../session/staff-context.ts";
import { present } from "../times/present.ts";

export interface DiaryView {
  readonly view: "day" | "week";
  readonly date: string;
  readonly columns: "provider" | "room";
  readonly department: string | undefined;
  readonly location: string | undefined;
  /** Whose week. */
  readonly resource: string | undefined;
}

/** What the diary shows stands in its address: reloading, going back and sharing a link all work. */
export function useDiaryView() {
  const search = useSearch({ from: "/signed-in/diary" });
  const { organisation, membership } = useStaff();
  const navigate = useNavigate();
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(search.date ?? "");
  const view: DiaryView = {
    view: search.view === "week" ? "week" : "day",
    date: isDate && search.date !== undefined ? search.date : today(organisation.zone),
    columns: search.columns === "room" ? "room" : "provider",
    department: search.department,
    location: search.location,
    resource: search.resource ?? membership.providerId ?? undefined,
  };
  const change = (part: Partial<DiaryView>) =>
    void navigate({
      to: "/diary",
      search: (now) => ({ ...now, ...part }),
      replace: part.view === undefined,
    });
  return { view, change };
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

export interface Diary {
  readonly zone: string;
  readonly now: string;
  readonly columns: readonly DiaryColumn[];
}

/** The day or the week; what changes elsewhere is read again within a second, and the page keeps what it shows until then. */
export function useDiary(view: DiaryView) {
  const day = useDay(view);
  const week = useWeek(view);
  const query = view.view === "week" ? week : day;
  const columns: readonly DiaryColumn[] = query.data?.columns ?? [];
  const dates = view.view === "week" ? columns.map(({ localDate }) => localDate) : [view.date];
  useChanges(dates);
  const isOld = query.isPlaceholderData;
  return { query, isOld };
}

const often = {
  staleTime: 10_000,
  refetchInterval: 120_000,
  placeholderData: keepPreviousData,
};

function useDay({ view, date, department, location, columns }: DiaryView) {
  const query = present({
    date,
    departmentId: department,
    locationId: location,
    columns,
  });
  return useQuery({
    ...routeQuery("diary.day", { params: inOrganisation, query }),
    ...often,
    enabled: view === "day",
  });
}

function useWeek({ view, date, resource }: DiaryView) {
  const query = { resourceId: resource ?? "", from: mondayOf(date) };
  const isWanted = view === "week" && resource !== undefined;
  return useQuery({
    ...routeQuery("diary.week", { params: inOrganisation, query }),
    ...often,
    enabled: isWanted,
  });
}

function useChanges(dates: readonly string[]): void {
  const client = useQueryClient();
  const topics = dates.map((date) => `diary:${date}`);
  useLive(slug, topics, (change) => {
    if (change.type === "ready") return;
    void client.invalidateQueries({ queryKey: ["diary.day"] });
    void client.invalidateQueries({ queryKey: ["diary.week"] });
  });
}
