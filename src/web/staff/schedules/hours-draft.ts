/**
 * The weekly hours while they are edited: lines with a key of their own, so that a line keeps its fields and its errors
 * when another one is added or removed above it.
 *
 * Example: Monday 09:00–17:00 with a break 13:00–14:00 is two lines; 'copy to weekdays' gives Tuesday to Friday the same.
 */
import type { Problem } from "../../../contract/problem.ts";
import type { HoursRule } from "../../../contract/routes/schedules.ts";

export interface HoursLine extends HoursRule {
  readonly key: number;
}

export type HoursAction =
  | {
      readonly type: "add";
      readonly weekday: number;
      readonly effect: "open" | "break";
      readonly locationId: string;
    }
  | {
      readonly type: "change";
      readonly key: number;
      readonly part: Partial<HoursRule>;
    }
  | { readonly type: "remove"; readonly key: number }
  | { readonly type: "copy-to-weekdays"; readonly weekday: number };

export function linesOf(rules: readonly HoursRule[]): HoursLine[] {
  return [...rules]
    .sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))
    .map((rule, key) => ({ ...rule, key }));
}

export function rulesOf(lines: readonly HoursLine[]): HoursRule[] {
  return lines.map(({ key: _, ...rule }) => rule);
}

export function hoursReducer(lines: readonly HoursLine[], action: HoursAction): HoursLine[] {
  const nextKey = 1 + Math.max(-1, ...lines.map(({ key }) => key));
  switch (action.type) {
    case "add": {
      const { weekday, effect, locationId } = action;
      const [from, to] = effect === "open" ? ["09:00", "17:00"] : ["13:00", "14:00"];
      return [
        ...lines,
        {
          key: nextKey,
          weekday,
          effect,
          locationId,
          from,
          to,
          validFrom: null,
          validTo: null,
        },
      ];
    }
    case "change":
      return lines.map((line) => (line.key === action.key ? { ...line, ...action.part } : line));
    case "remove":
      return lines.filter(({ key }) => key !== action.key);
    case "copy-to-weekdays": {
      const pattern = lines.filter(({ weekday }) => weekday === action.weekday);
      const others = [1, 2, 3, 4, 5].filter((weekday) => weekday !== action.weekday);
      const kept = lines.filter(({ weekday }) => !others.includes(weekday));
      const copies = others.flatMap((weekday) => pattern.map((line) => ({ ...line, weekday })));
      return [...kept, ...copies.map((line, index) => ({ ...line, key: nextKey + index }))];
    }
  }
}

/** The server's words for a line: a path such as `rules.3.to` or `/rules/3/to` names the fourth. */
export function lineErrors(problem: Problem | null, lines: readonly HoursLine[]): ReadonlyMap<number, string> {
  const errors = new Map<number, string>();
  for (const { path, message } of problem?.fields ?? []) {
    const index = /rules\D+(\d+)/.exec(path)?.[1];
    const line = index === undefined ? undefined : lines[Number(index)];
    if (line !== undefined) errors.set(line.key, [errors.get(line.key), message].filter(Boolean).join(" "));
  }
  return errors;
}
