/** Turns what the schema refuses into problems that a clinic's author can read. */
import type { z } from "zod";
import {
  type ClinicFileProblemCode,
  clinicFileProblemCodes,
  clinicFileVersion,
} from "../../contract/clinic-file/index.ts";
import { type Finding, finding } from "./finding.ts";
import { asPath, isAbsent, type Path, valueAt } from "./readable-part.ts";
import { fieldsAt } from "./schema-fields.ts";

type Issue = z.core.$ZodIssue;

const codeByExpectedType: Readonly<Record<string, ClinicFileProblemCode>> = {
  string: "not_text",
  number: "not_number",
  int: "not_number",
  boolean: "not_yes_no",
  array: "not_list",
  object: "not_group",
};

export function schemaFindings(raw: unknown, issues: readonly Issue[]): Finding[] {
  return firstOfEachPath(issues).flatMap((issue) =>
    issue.code === "unrecognized_keys" ? unknownFields(raw, issue) : [findingOf(raw, issue)],
  );
}

/** A text where a list belongs may also be 'too long' for that list: only the first fault of a value is news. */
function firstOfEachPath(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    if (issue.code === "unrecognized_keys") return true;
    const path = JSON.stringify(issue.path);
    return !seen.has(path) && seen.add(path);
  });
}

function unknownFields(raw: unknown, issue: z.core.$ZodIssueUnrecognizedKeys): Finding[] {
  const group = asPath(issue.path);
  const known = fieldsAt(group).join(", ");
  return issue.keys.map((name) => ({ ...finding(raw, [...group, name], "unknown_field", { known }), at: "name" }));
}

function findingOf(raw: unknown, issue: Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>): Finding {
  const path = asPath(issue.path);
  if (isAbsent(valueAt(raw, path))) return finding(raw, path, "missing");

  switch (issue.code) {
    case "invalid_type":
      return finding(raw, path, codeByExpectedType[issue.expected] ?? "bad_value");
    case "invalid_value":
      return path[0] === "formatVersion"
        ? finding(raw, path, "unsupported_version", { version: clinicFileVersion })
        : finding(raw, path, "not_one_of", { known: issue.values.map(String).join(", ") });
    case "invalid_union": {
      const options = "options" in issue ? (issue.options ?? []) : [];
      return finding(raw, path, "not_one_of", { known: options.map(String).join(", ") });
    }
    case "too_small":
      return finding(raw, path, limitCode(issue.origin, "short"), { limit: Number(issue.minimum) });
    case "too_big":
      return finding(raw, path, limitCode(issue.origin, "long"), { limit: Number(issue.maximum) });
    case "not_multiple_of":
      return finding(raw, path, "too_precise", { limit: issue.divisor });
    case "invalid_format":
    case "custom":
      return finding(raw, path, formatCode(issue.message, path));
    default:
      return finding(raw, path, "bad_value");
  }
}

function limitCode(origin: string, end: "short" | "long"): ClinicFileProblemCode {
  if (origin === "string") return end === "short" ? "too_short" : "too_long";
  if (origin === "array") return end === "short" ? "too_few" : "too_many";
  return end === "short" ? "too_small" : "too_large";
}

/** Formats carry their problem code as the schema's error text. */
function formatCode(message: string, path: Path): ClinicFileProblemCode {
  const code = clinicFileProblemCodes.find((known) => known === message);
  if (code === undefined) throw new Error(`the format of ${path.join(".")} has no problem code: ${message}`);
  return code;
}
