/**
 * What is left of a file when everything of the wrong kind is taken out.
 *
 * The author shall see every problem at once, so the checks of how parts fit together run even when the shape has
 * faults. Each faulty value becomes `undefined` where it stands: nothing moves, so paths still lead to lines. A text
 * in the wrong format stays, so that a reference to a misspelt key is not reported a second time.
 */
import type { z } from "zod";

/** `T` with everything possibly absent, at every depth. */
export type Readable<T> = T extends readonly (infer Entry)[]
  ? readonly (Readable<Entry> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Readable<T[Key]> | undefined }
    : T;

export type Path = readonly (string | number)[];

export const asPath = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === "symbol" ? String(step) : step));

/** YAML's `field:` with nothing behind it is null: for an author that is the same as leaving it out. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** `raw` must be plain data. What it returns has, wherever it has a value, one of the kind that the schema asks for. */
export function readablePart<Input>(raw: unknown, issues: readonly z.core.$ZodIssue[]): Readable<Input> {
  const root = { file: structuredClone(raw) };
  for (const issue of issues) {
    const path: Path = ["file", ...asPath(issue.path)];
    if (issue.code === "invalid_type" || issue.code === "invalid_value") blank(root, path);
    // Without a known kind the schema did not look at the rest of that entry.
    if (issue.code === "invalid_union") blank(root, path.slice(0, -1));
    if (issue.code === "unrecognized_keys") for (const name of issue.keys) blank(root, [...path, name]);
  }
  return (root.file ?? {}) as Readable<Input>;
}

/** The value at a path of plain data, or `undefined`. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function blank(data: unknown, path: Path): void {
  const last = path.at(-1);
  const parent = valueAt(data, path.slice(0, -1));
  if (last === undefined || typeof parent !== "object" || parent === null || !Object.hasOwn(parent, last)) return;
  (parent as Record<string | number, unknown>)[last] = undefined;
}
