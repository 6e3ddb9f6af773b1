/**
 * Patients from a CSV file: one line each, the first line names the columns, in English or in Spanish and in any order.
 * Values are separated by commas, semicolons (as Excel writes them in Spanish) or tabs.
 *
 * Example: `id,given,family,birth_date,phone` and below it `4711,Ana,García,1980-05-02,+34612345678`.
 */
import { CsvError, parse } from "csv-parse/sync";
import { foldText } from "../../../domain/person/index.ts";
import type { ProblemListener } from "../record-files/record-problem.ts";
import { columnNames, requiredFields, type SourceField, type SourcePatient, sourceFields } from "./source-patient.ts";

interface Line {
  readonly record: readonly string[];
  readonly at: number;
}

/** Empty when the file as a whole was refused. */
export function readPatientCsv(text: string, problems: ProblemListener): SourcePatient[] {
  const lines = linesOf(text, problems);
  const [header, ...rows] = lines;
  if (header === undefined) return [];
  const columns = header.record.map(fieldOfColumn);
  const known = sourceFields.map((field) => columnNames[field][0]).join(", ");
  for (const [index, field] of columns.entries()) {
    const column = header.record[index] ?? "";
    if (field === null && column !== "")
      problems.noticed({ code: "ignored_column", at: header.at, params: { column, known } });
  }
  const missing = requiredFields.filter((field) => !columns.includes(field));
  for (const field of missing) {
    problems.refused({ code: "missing_column", at: header.at, params: { column: columnNames[field][0], known } });
  }
  return missing.length > 0 ? [] : rows.map((row) => patientOf(row, columns));
}

function linesOf(text: string, problems: ProblemListener): Line[] {
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, at: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error.lines === "number" ? error.lines : 0;
    problems.refused({ code: "csv_syntax", at, params: { detail: error.code } });
    return [];
  }
}

/** Whichever the first line holds most of. */
function delimiterOf(text: string): string {
  const [firstLine = ""] = text.split(/\r?\n/, 1);
  const counted = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: firstLine.split(delimiter).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

/** 'Fecha de nacimiento', 'fecha_nacimiento' and 'birth date' all mean the same. */
function fieldOfColumn(column: string): SourceField | null {
  const folded = foldColumn(column);
  return sourceFields.find((field) => columnNames[field].some((name) => foldColumn(name) === folded)) ?? null;
}

const foldColumn = (column: string): string => foldText(column).replaceAll(" de ", " ").replaceAll(" ", "");

function patientOf({ record, at }: Line, columns: readonly (SourceField | null)[]): SourcePatient {
  const value = (field: SourceField): string => record[columns.indexOf(field)] ?? "";
  const values = Object.fromEntries(sourceFields.map((field) => [field, value(field)])) as Record<SourceField, string>;
  return { ...values, at, isDeceased: false };
}
