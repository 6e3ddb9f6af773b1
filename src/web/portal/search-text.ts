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
