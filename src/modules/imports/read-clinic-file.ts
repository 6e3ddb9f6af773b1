/**
 * Reads a clinic file: YAML text in, a checked clinic or every problem at once out.
 *
 * Each problem carries the line and column where its author wrote it, a code and parameters; the sentences stand in
 * contract/clinic-file/problem-texts. Nothing is guessed or repaired: a file is imported whole or not at all.
 */
import { type Document, LineCounter, parseDocument } from "yaml";
import {
  type ClinicFile,
  type ClinicFileInput,
  type ClinicFileProblem,
  clinicFile,
} from "../../contract/clinic-file/index.ts";
import { checkFit } from "./checks/check-fit.ts";
import { type Finding, finding, pathText } from "./finding.ts";
import { readablePart } from "./readable-part.ts";
import { schemaFindings } from "./schema-problems.ts";
import { positionOf } from "./yaml-positions.ts";

export type ClinicFileReading =
  | { readonly ok: true; readonly clinic: ClinicFile }
  | { readonly ok: false; readonly problems: readonly ClinicFileProblem[] };

/** A clinic of two hundred providers needs a fifth of it. */
const maxCharacters = 2_000_000;

export function readClinicFile(text: string): ClinicFileReading {
  if (text.length > maxCharacters) return refusedWhole("file_too_large", { limit: maxCharacters });
  if (text.trim() === "") return refusedWhole("empty_file", {});

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) return { ok: false, problems: yamlProblems(text, document, lines) };
  if (document.contents === null) return refusedWhole("empty_file", {});

  let raw: unknown;
  try {
    raw = document.toJS();
  } catch (error) {
    // Aliases without an anchor, or so many of them that the file would unfold without end.
    return refusedWhole("yaml_syntax", { detail: error instanceof Error ? error.message : String(error) });
  }
  return checked(raw, document, lines);
}

function checked(raw: unknown, document: Document, lines: LineCounter): ClinicFileReading {
  const parsed = clinicFile.safeParse(raw);
  const issues = parsed.success ? [] : parsed.error.issues;
  const findings = schemaFindings(raw, issues);
  checkFit(readablePart<ClinicFileInput>(raw, issues), (path, code, params, otherPath) => {
    findings.push(finding(raw, path, code, params, otherPath));
  });
  if (parsed.success && findings.length === 0) return { ok: true, clinic: parsed.data };
  return { ok: false, problems: placed(findings, document, lines) };
}

/** In the order of the file, and each said once: shape and fit may find the same fault. */
function placed(findings: readonly Finding[], document: Document, lines: LineCounter): ClinicFileProblem[] {
  const problems = new Map<string, ClinicFileProblem>();
  for (const { path, at, code, params, otherPath } of findings) {
    const other = otherPath && { line: positionOf(document, lines, otherPath, "value").line };
    problems.set(`${code} ${JSON.stringify(path)}`, {
      ...positionOf(document, lines, path, at),
      path: pathText(path),
      code,
      params: { ...params, ...other },
    });
  }
  return [...problems.values()].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function yamlProblems(text: string, document: Document.Parsed, lines: LineCounter): ClinicFileProblem[] {
  return document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const place = { line, column: col, path: "" };
    if (error.code === "DUPLICATE_KEY") {
      const field = /^[^\s:]*/.exec(text.slice(error.pos[0], error.pos[0] + 60))?.[0] ?? "";
      return { ...place, code: "duplicate_field", params: { field } };
    }
    return { ...place, code: "yaml_syntax", params: { detail: error.message } };
  });
}

function refusedWhole(code: ClinicFileProblem["code"], params: ClinicFileProblem["params"]): ClinicFileReading {
  return { ok: false, problems: [{ line: 1, column: 1, path: "", code, params }] };
}
