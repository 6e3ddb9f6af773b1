/** What the schema validator found, as field problems that a form can show beside its fields. */
import type { FieldCode } from "../../contract/error-codes.ts";
import type { FieldProblem } from "./refusal.ts";

/** The part of an Ajv error that is read here. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

function codeForPattern(path: string): FieldCode {
  const field = path.split(".").at(-1) ?? "";
  if (/email$/i.test(field)) return "bad_email";
  if (/phone$/i.test(field)) return "bad_phone";
  if (/date$|^from$|^to$/i.test(field)) return "bad_date";
  return "bad_format";
}

function problemOf(error: SchemaError): FieldProblem {
  const path = error.instancePath.slice(1).replaceAll("/", ".");
  const within = (name: unknown): string => (path === "" ? String(name) : `${path}.${String(name)}`);
  switch (error.keyword) {
    case "required":
      return { path: within(error.params.missingProperty), code: "required" };
    case "additionalProperties":
      return { path: within(error.params.additionalProperty), code: "unknown_field" };
    case "minLength":
    case "minItems":
      return error.params.limit === 1
        ? { path, code: "required" }
        : { path, code: "too_short", params: { minimum: Number(error.params.limit) } };
    case "maxLength":
    case "maxItems":
      return { path, code: "too_long", params: { maximum: Number(error.params.limit) } };
    case "pattern":
      return { path, code: codeForPattern(path) };
    case "format":
      return { path, code: error.params.format === "date" ? "bad_date" : "bad_format" };
    case "enum":
    case "const":
      return { path, code: "not_allowed" };
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return { path, code: "bad_format" };
    default:
      return { path, code: "bad_format" };
  }
}

export function fieldProblems(errors: readonly SchemaError[]): FieldProblem[] {
  const seen = new Set<string>();
  return errors
    .filter((error) => !["anyOf", "oneOf", "if", "not"].includes(error.keyword))
    .map(problemOf)
    .filter(({ path }) => !seen.has(path) && seen.add(path));
}
