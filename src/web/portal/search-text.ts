import { isDate } from "../i18n/dates.ts";

/** The address's query as plain names and values, so that links stay readable: `?place=…&from=2026-12-14`. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" && value !== "" ? [[key, value]] : [],
  );
  return entries.length === 0 ? "" : `?${new URLSearchParams(entries)}`;
}

/** Anybody can type an address: a day that is no date is left out. */
export function withoutBadDate<S extends { [key in string]?: string }>(search: S, key: keyof S & string): S {
  const day = search[key];
  if (day === undefined || isDate(day)) return search;
  const kept = { ...search };
  delete kept[key];
  return kept;
}

/** Keeps the named parameters that are there; anything else in an address is ignored. */
export function only<K extends string>(...keys: readonly K[]) {
  return (search: Record<string, unknown>): { [key in K]?: string } => {
    const kept: { [key in K]?: string } = {};
    for (const key of keys) {
      const value = search[key];
      if (typeof value === "string" && value !== "") kept[key] = value;
    }
    return kept;
  };
}
