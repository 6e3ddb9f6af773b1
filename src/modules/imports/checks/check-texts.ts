/** Every text stands in every language that the organisation says it speaks. */
import type { FileLocale } from "../../../contract/clinic-file/index.ts";
import type { Report } from "../finding.ts";
import type { ReadableClinic } from "../readable-clinic.ts";
import type { Path } from "../readable-part.ts";
import { fieldsAt } from "../schema-fields.ts";

export function checkTexts(file: ReadableClinic, report: Report): void {
  const locales = (file.organisation?.locales ?? []).filter((locale) => locale !== undefined);
  visit(file, [], locales, report);
}

function visit(value: unknown, path: Path, locales: readonly FileLocale[], report: Report): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) visit(entry, [...path, index], locales, report);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (isText(path)) {
    // A text that was written and could not be read is reported already.
    for (const locale of locales) if (!(locale in value)) report(path, "text_missing", { locale });
    return;
  }
  for (const [name, field] of Object.entries(value)) visit(field, [...path, name], locales, report);
}

/** A text is the only group with a field for each locale. */
function isText(path: Path): boolean {
  return fieldsAt(path).join() === "en,es";
}
