/** A problem before its place in the text is looked up. */
import type { ClinicFileProblemCode, ProblemParams } from "../../contract/clinic-file/index.ts";
import { type Path, valueAt } from "./readable-part.ts";

export interface Finding {
  readonly path: Path;
  /** Whether the author is led to the value or to the name of the field. */
  readonly at: "value" | "name";
  readonly code: ClinicFileProblemCode;
  readonly params: ProblemParams;
  /** The other half of a conflict; its line becomes the parameter `line`. */
  readonly otherPath?: Path;
}

/** Notes a problem at a path; `otherPath` is the entry it collides with. */
export type Report = (path: Path, code: ClinicFileProblemCode, params?: ProblemParams, otherPath?: Path) => void;

/** Every text may quote the field's name and the value that was found there. */
export function finding(
  raw: unknown,
  path: Path,
  code: ClinicFileProblemCode,
  params: ProblemParams = {},
  otherPath?: Path,
): Finding {
  const all = { field: fieldName(path), found: shown(valueAt(raw, path)), ...params };
  return { path, at: "value", code, params: all, ...(otherPath && { otherPath }) };
}

/** `['providers', 3, 'hours', 0, 'from']` as `providers[3].hours[0].from`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

/** An entry of a list is called by the name of its list. */
function fieldName(path: Path): string {
  return path.findLast((step): step is string => typeof step === "string") ?? "";
}

const longestShown = 60;

function shown(value: unknown): string {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
